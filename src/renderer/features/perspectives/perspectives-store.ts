import { create } from 'zustand'
import { anyPerspective, type PerspectiveFilter } from '../../../core/perspective/filter-perspectives'
import type { ActorId, AnnotationId, IssueId } from '../../../core/project/ids'

export const arrangements = ['columns', 'matrix', 'articles'] as const
export type Arrangement = (typeof arrangements)[number]

interface PerspectivesState {
  arrangement: Arrangement
  /** Null for all issues; one that is not in the open project counts as null. */
  issueId: IssueId | null
  filter: PerspectiveFilter
  /** Kept side by side in the tray, in the order they were put there. */
  pinned: readonly AnnotationId[]
  /** The actors that columns are made of; null for those with the most passages. */
  chosenActors: readonly ActorId[] | null
  /** Keys of columns and of rows that are folded. */
  folded: ReadonlySet<string>
  set(change: Partial<Omit<PerspectivesState, 'set'>>): void
}

const storageKey = 'counterpoint.perspectives'

/** How perspectives are looked at. The arrangement is remembered between starts, the rest is of the session. */
export const usePerspectivesStore = create<PerspectivesState>()(set => ({
  arrangement: rememberedArrangement(),
  issueId: null,
  filter: anyPerspective,
  pinned: [],
  chosenActors: null,
  folded: new Set(),
  set: change => set(change)
}))

usePerspectivesStore.subscribe(({ arrangement }) => localStorage.setItem(storageKey, arrangement))

function rememberedArrangement(): Arrangement {
  const stored = localStorage.getItem(storageKey)
  return arrangements.find(known => known === stored) ?? 'columns'
}
