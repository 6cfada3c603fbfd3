import { create } from 'zustand'
import { snapModes, type SnapMode } from '../../../core/anchoring/snap-selection'
import type { Attributes } from '../../../core/project/entities'
import type { AnnotationId } from '../../../core/project/ids'

/** The tag given last, as "Repeat last tag" gives it again. */
export interface LastTag {
  id: AnnotationId
  layerId: string
  attributes: Attributes
}

interface HandState {
  /** What selections are widened to; remembered on this computer. */
  snapping: SnapMode
  /** The layer that each new selection is tagged with at once; null while tags are not sticky. */
  stickyLayerId: string | null
  lastTag: LastTag | null
  setSnapping(mode: SnapMode): void
  setSticky(layerId: string | null): void
  setLastTag(tag: LastTag): void
  /** Keeps the attributes of the last tag up to date while it is filled in. */
  noteAttributes(id: AnnotationId, attributes: Attributes): void
}

const storageKey = 'counterpoint.snapping'

/** How the hand works: what selections snap to, and which tag comes by itself. Outlives the open article. */
export const useHandStore = create<HandState>()(set => ({
  snapping: rememberedSnapping(),
  stickyLayerId: null,
  lastTag: null,
  setSnapping: snapping => {
    localStorage.setItem(storageKey, snapping)
    set({ snapping })
  },
  setSticky: stickyLayerId => set({ stickyLayerId }),
  setLastTag: lastTag => set({ lastTag }),
  noteAttributes: (id, attributes) =>
    set(({ lastTag }) => (lastTag?.id === id ? { lastTag: { ...lastTag, attributes } } : {}))
}))

function rememberedSnapping(): SnapMode {
  const stored = typeof localStorage === 'undefined' ? null : localStorage.getItem(storageKey)
  return snapModes.find(mode => mode === stored) ?? 'word'
}
