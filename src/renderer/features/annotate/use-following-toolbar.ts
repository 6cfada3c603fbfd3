import { useEffect, type RefObject } from 'react'
import type { ArticleEditorHandle } from '../../editor/ArticleEditor'
import { useAnnotateStore } from './annotate-store'

/** The toolbar stays with its selection while the text scrolls, and goes when that leaves the window. */
export function useFollowingToolbar(
  editor: RefObject<ArticleEditorHandle | null>,
  scroll: HTMLElement | null
): void {
  useEffect(() => {
    if (scroll === null) return
    let frame = 0
    const follow = () => {
      frame = 0
      const { selection, setSelection } = useAnnotateStore.getState()
      if (selection === null) return
      const { endUtf16 } = selection.range
      const rect = editor.current?.rectsOf({ startUtf16: endUtf16 - 1, endUtf16 }).at(-1)
      const { top, bottom } = scroll.getBoundingClientRect()
      if (rect === undefined || rect.bottom < top || rect.top > bottom) return setSelection(null)
      setSelection({ ...selection, anchor: { x: rect.right, top: rect.top, bottom: rect.bottom } })
    }
    const schedule = () => {
      if (frame === 0) frame = requestAnimationFrame(follow)
    }
    scroll.addEventListener('scroll', schedule, { passive: true })
    return () => {
      scroll.removeEventListener('scroll', schedule)
      cancelAnimationFrame(frame)
    }
  }, [editor, scroll])
}
