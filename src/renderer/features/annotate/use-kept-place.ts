import { useEffect, useLayoutEffect, type RefObject } from 'react'
import type { ArticleId } from '../../../core/project/ids'
import type { ArticleEditorHandle } from '../../editor/ArticleEditor'
import type { OpenArticle } from './use-open-article'

/** Where one was reading: a UTF-16 offset, which means about the same in the next revision of a text. */
export interface KeptPlace {
  articleId: ArticleId
  startUtf16: number
}

/** Another revision of the text on screen, after a correction or its undo, begins where one was reading. */
export function useKeptPlace(
  editor: RefObject<ArticleEditorHandle | null>,
  open: OpenArticle,
  keptRef: RefObject<KeptPlace | null>
): void {
  const { revision } = open
  const { articleId, blocks } = revision
  useEffect(() => {
    const place = keptRef.current
    keptRef.current = null
    if (place?.articleId !== articleId) return
    const startUtf16 = Math.min(place.startUtf16, blocks.at(-1)?.startUtf16 ?? 0)
    // A text that has only just come cannot be scrolled yet.
    const frame = requestAnimationFrame(() => editor.current?.scrollTo({ startUtf16, endUtf16: startUtf16 }))
    return () => cancelAnimationFrame(frame)
  }, [editor, keptRef, articleId, blocks])
  useLayoutEffect(() => {
    const handle = editor
    return () => {
      const first = handle.current?.visibleBlocks().first
      const block = first === undefined ? undefined : blocks[first]
      keptRef.current = block === undefined ? null : { articleId, startUtf16: block.startUtf16 }
    }
  }, [editor, keptRef, articleId, blocks])
}
