import { useEffect, type RefObject } from 'react'
import type { TextRange } from '../../../core/annotation/spans'
import type { AnnotationId, ArticleId } from '../../../core/project/ids'
import type { ArticleEditorHandle } from '../../editor/ArticleEditor'
import { useAnnotateStore } from './annotate-store'
import type { OpenArticle } from './use-open-article'

/** A place in an article: an annotation, or else a passage in UTF-16 units of its current revision. */
export interface ArticlePlace {
  articleId: ArticleId
  annotationId?: AnnotationId
  range?: TextRange
  /** An attribute of that annotation whose control is to take the keyboard. */
  field?: string
  /** The number of the revision that the range is of, when it may not be on screen yet. */
  revision?: number
}

interface Arrival {
  place: ArticlePlace | null
  open: OpenArticle
  /** Grows with each change of the index: an annotation can come after the text. */
  version: number
  editor: RefObject<ArticleEditorHandle | null>
  goTo(id: AnnotationId): void
  onArrived(): void
}

/** Goes to the place that was asked for from elsewhere, as soon as it is there. */
export function useArrival({ place, open, version, editor, goTo, onArrived }: Arrival): void {
  useEffect(() => {
    if (place === null || place.articleId !== open.article.id) return
    const { annotationId, range, field, revision } = place
    if (revision !== undefined && revision !== open.revision.number) return
    if (annotationId !== undefined && open.index.get(annotationId) === undefined) return
    // A text that has only just come cannot be scrolled yet: its pane is known one rendering later.
    const frame = requestAnimationFrame(() => {
      if (annotationId !== undefined) goTo(annotationId)
      if (field === undefined) editor.current?.focus()
      else useAnnotateStore.getState().requestField(field)
      if (annotationId === undefined && range !== undefined) {
        // One stands at the passage now, and no longer at an annotation.
        useAnnotateStore.getState().focus(null)
        editor.current?.scrollTo(range)
        editor.current?.select(range)
      }
      onArrived()
    })
    return () => cancelAnimationFrame(frame)
  }, [place, open, version, editor, goTo, onArrived])
}
