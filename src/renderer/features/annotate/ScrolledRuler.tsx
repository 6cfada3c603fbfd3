import { useEffect, useRef, useState, type RefObject } from 'react'
import type { Codebook } from '../../../core/project/codebook'
import type { AnnotationId } from '../../../core/project/ids'
import type { ArticleEditorHandle } from '../../editor/ArticleEditor'
import { OverviewRuler } from './OverviewRuler'
import type { Find } from './use-find'
import type { OpenArticle } from './use-open-article'

interface ScrolledRulerProps {
  editor: RefObject<ArticleEditorHandle | null>
  scroll: HTMLElement | null
  open: OpenArticle
  geometry: number
  codebook: Codebook
  matching: ReadonlySet<AnnotationId> | null
  found: Find['found']
}

/** The ruler by itself follows each frame of scrolling; the cards need not. */
export function ScrolledRuler({
  editor,
  scroll,
  open,
  geometry,
  codebook,
  matching,
  found
}: ScrolledRulerProps) {
  const visible = useVisibleRange(editor, scroll, open, geometry)
  return (
    <OverviewRuler
      index={open.index}
      layers={codebook.layers}
      lengthUtf16={open.revision.text.length}
      visible={visible}
      matching={matching}
      found={found}
      onGoTo={offset => editor.current?.scrollTo({ startUtf16: offset, endUtf16: offset })}
    />
  )
}

/** The stretch of text on screen, for the ruler's frame; follows scrolling a frame behind. */
function useVisibleRange(
  editor: RefObject<ArticleEditorHandle | null>,
  scroll: HTMLElement | null,
  open: OpenArticle,
  geometry: number
) {
  const [range, setRange] = useState({ startUtf16: 0, endUtf16: 0 })
  const frame = useRef(0)
  useEffect(() => {
    if (scroll === null) return
    const measure = () => {
      frame.current = 0
      const blocks = editor.current?.visibleBlocks()
      if (blocks === undefined) return
      const startUtf16 = open.revision.blocks[blocks.first]?.startUtf16 ?? 0
      const endUtf16 = open.revision.blocks[blocks.last]?.endUtf16 ?? 0
      setRange(old =>
        old.startUtf16 === startUtf16 && old.endUtf16 === endUtf16 ? old : { startUtf16, endUtf16 }
      )
    }
    const schedule = () => {
      if (frame.current === 0) frame.current = requestAnimationFrame(measure)
    }
    schedule()
    scroll.addEventListener('scroll', schedule, { passive: true })
    return () => {
      scroll.removeEventListener('scroll', schedule)
      cancelAnimationFrame(frame.current)
      frame.current = 0
    }
  }, [editor, scroll, open.revision, geometry])
  return range
}
