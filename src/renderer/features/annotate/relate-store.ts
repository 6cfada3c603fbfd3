import { create } from 'zustand'
import type { AnnotationId } from '../../../core/project/ids'

interface RelateState {
  /** The annotation that is being related to another; null outside relate mode. */
  from: AnnotationId | null
  /** The other one, once it is chosen: now the type is asked for. */
  to: AnnotationId | null
  /** From the second to the first. */
  isReversed: boolean
  start(from: AnnotationId): void
  choose(to: AnnotationId): void
  reverse(): void
  leave(): void
}

/** Session state of relating two annotations: first the one, then the other, then how. */
export const useRelate = create<RelateState>()(set => ({
  from: null,
  to: null,
  isReversed: false,
  start: from => set({ from, to: null, isReversed: false }),
  choose: to => set({ to }),
  reverse: () => set(state => ({ isReversed: !state.isReversed })),
  leave: () => set({ from: null, to: null, isReversed: false })
}))
