import { create } from 'zustand'
import type { Annotation, Article, Revision } from '../../../core/project/entities'
import type { AnnotationId } from '../../../core/project/ids'

/** A text that is being corrected, and what was typed so far. It outlives its dialog. */
export interface Draft {
  article: Article
  revision: Revision
  text: string
  /** The file that the text was taken from, when one was. */
  source: { fileName: string; bytes: Uint8Array } | null
}

interface RevisionsState {
  draft: Draft | null
  /** An older revision of the article on screen that is being read, and the annotation to begin at. */
  reading: { number: number; annotationId: AnnotationId | null } | null
  /** Annotations of the article on screen that a correction moved, in text order. */
  moved: readonly Annotation[]
  /** Annotations of the article on screen that stand on an older revision. */
  orphans: readonly Annotation[]
  /** The orphan that is placed next. */
  orphanId: AnnotationId | null
}

/** Session state of correcting texts; what is saved lives in the database. */
export const useRevisions = create<RevisionsState>()(() => ({
  draft: null,
  reading: null,
  moved: [],
  orphans: [],
  orphanId: null
}))

/** The orphan that was chosen, or the first one. */
export function nextOrphan({ orphans, orphanId }: RevisionsState): Annotation | undefined {
  return orphans.find(orphan => orphan.id === orphanId) ?? orphans[0]
}
