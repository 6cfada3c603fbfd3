import { useCallback } from 'react'
import type { ColumnsBy, PerspectiveColumns } from '../../../../core/perspective/columns'
import { usePerspectivesStore } from '../perspectives-store'

/** Which columns and rows are folded. Beside chosen actors the column of everyone else is, until it is opened. */
export function useFolding(
  { columns }: PerspectiveColumns,
  columnsBy: ColumnsBy
): { isFolded(key: string): boolean; toggle(key: string): void } {
  const toggled = usePerspectivesStore(state => state.toggled)
  const rest = columnsBy === 'actors' ? columns.find(({ isRest }) => isRest)?.key : undefined
  const isFolded = useCallback((key: string) => toggled.has(key) !== (key === rest), [toggled, rest])
  const toggle = useCallback((key: string) => {
    const state = usePerspectivesStore.getState()
    const next = new Set(state.toggled)
    if (!next.delete(key)) next.add(key)
    state.set({ toggled: next })
  }, [])
  return { isFolded, toggle }
}
