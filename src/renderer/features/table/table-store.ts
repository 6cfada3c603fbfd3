import { create } from 'zustand'
import { groupings, type Grouping } from '../../../core/annotation/table-columns'

export interface Sorting {
  column: string
  isDescending: boolean
}

interface TableState {
  scope: 'article' | 'project'
  grouping: Grouping
  /** Null for the order of the text. */
  sorting: Sorting | null
  /** Ids of the columns that are shown; null until somebody chose. */
  columns: readonly string[] | null
  /** Pixels, by column id. */
  widths: Readonly<Record<string, number>>
  set(change: Partial<Pick<TableState, 'scope' | 'grouping' | 'sorting' | 'columns'>>): void
  setWidth(column: string, width: number): void
}

const storageKey = 'counterpoint.table'
const remembered = ['scope', 'grouping', 'sorting', 'columns', 'widths'] as const

/** How the annotation table was left; remembered between starts, not part of the project. */
export const useTable = create<TableState>()(set => ({
  scope: 'article',
  grouping: 'none',
  sorting: null,
  columns: null,
  widths: {},
  ...readRemembered(),
  set: change => set(change),
  setWidth: (column, width) => set(state => ({ widths: { ...state.widths, [column]: width } }))
}))

useTable.subscribe(state => {
  const kept = Object.fromEntries(remembered.map(key => [key, state[key]]))
  localStorage.setItem(storageKey, JSON.stringify(kept))
})

/** What was stored, as far as it has the right shape; anything else is forgotten. */
function readRemembered(): Partial<TableState> {
  let stored: unknown
  try {
    stored = JSON.parse(localStorage.getItem(storageKey) ?? '{}')
  } catch {
    return {}
  }
  if (!isRecord(stored)) return {}
  const { scope, grouping, sorting, columns, widths } = stored
  return {
    ...((scope === 'article' || scope === 'project') && { scope }),
    ...(groupings.some(known => known === grouping) && { grouping: grouping as Grouping }),
    ...(isSorting(sorting) && { sorting }),
    ...(Array.isArray(columns) && { columns: columns.filter(id => typeof id === 'string') }),
    ...(isRecord(widths) && {
      widths: Object.fromEntries(
        Object.entries(widths).flatMap(([id, width]) => (typeof width === 'number' ? [[id, width]] : []))
      )
    })
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function isSorting(value: unknown): value is Sorting {
  return isRecord(value) && typeof value.column === 'string' && typeof value.isDescending === 'boolean'
}
