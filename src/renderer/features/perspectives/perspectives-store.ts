import { create } from 'zustand'
import {
  cardGroupings,
  cardSorts,
  type CardGrouping,
  type CardSort
} from '../../../core/perspective/card-order'
import { rowsBys, type RowsBy } from '../../../core/perspective/card-rows'
import { columnsBys, type ColumnsBy } from '../../../core/perspective/columns'
import { anyPerspective, type PerspectiveFilter } from '../../../core/perspective/filter-perspectives'
import type { ActorId, AnnotationId, IssueId } from '../../../core/project/ids'

export const arrangements = ['columns', 'matrix', 'articles'] as const
export type Arrangement = (typeof arrangements)[number]

interface PerspectivesState {
  arrangement: Arrangement
  columnsBy: ColumnsBy
  rowsBy: RowsBy
  sort: CardSort
  grouping: CardGrouping
  /** Null for all issues; one that is not in the open project counts as null. */
  issueId: IssueId | null
  filter: PerspectiveFilter
  /** Kept side by side in the tray, in the order they were put there. */
  pinned: readonly AnnotationId[]
  /** The actors that columns are made of; null for those with the most passages. */
  chosenActors: readonly ActorId[] | null
  /** Keys of columns and rows that are folded; of columns that gather the rest, those that are not. */
  toggled: ReadonlySet<string>
  set(change: Partial<Omit<PerspectivesState, 'set'>>): void
}

const storageKey = 'counterpoint.perspectives'

/** How perspectives are looked at. How they are arranged is remembered between starts, the rest is of the session. */
export const usePerspectivesStore = create<PerspectivesState>()(set => ({
  issueId: null,
  filter: anyPerspective,
  pinned: [],
  chosenActors: null,
  toggled: new Set(),
  ...readRemembered(),
  set: change => set(change)
}))

usePerspectivesStore.subscribe(({ arrangement, columnsBy, rowsBy, sort, grouping }) =>
  localStorage.setItem(storageKey, JSON.stringify({ arrangement, columnsBy, rowsBy, sort, grouping }))
)

/** What was stored, as far as it is still known. */
function readRemembered() {
  let stored: unknown
  try {
    stored = JSON.parse(localStorage.getItem(storageKey) ?? '{}')
  } catch {
    stored = {}
  }
  const values: Record<string, unknown> = typeof stored === 'object' && stored !== null ? { ...stored } : {}
  const one = <T extends string>(key: string, known: readonly [T, ...T[]]): T =>
    known.find(id => id === values[key]) ?? known[0]
  return {
    arrangement: one('arrangement', arrangements),
    columnsBy: one('columnsBy', columnsBys),
    rowsBy: one('rowsBy', rowsBys),
    sort: one('sort', cardSorts),
    grouping: one('grouping', cardGroupings)
  }
}
