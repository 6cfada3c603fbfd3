import { useState, type PointerEvent, type RefObject } from 'react'
import type { AnnotationId } from '../../../core/project/ids'
import type { ArticleEditorHandle } from '../../editor/ArticleEditor'
import { useAnnotateStore } from './annotate-store'
import { useRelate } from './relate-store'

interface RelateHandleProps {
  editor: RefObject<ArticleEditorHandle | null>
  sheet: HTMLElement | null
  from: AnnotationId
  /** Its middle, in pixels of the drawing. */
  at: { x: number; y: number }
}

/** A handle on the focused card: dragged to another card or annotated text, it relates the two. */
export function RelateHandle({ editor, sheet, from, at }: RelateHandleProps) {
  const [end, setEnd] = useState<{ x: number; y: number } | null>(null)
  const store = useAnnotateStore.getState
  const targetAt = (event: PointerEvent) => {
    const id = annotationUnder(event.clientX, event.clientY, editor.current)
    return id === from ? null : id
  }
  const onPointerDown = (event: PointerEvent<SVGCircleElement>) => {
    if (event.button !== 0) return
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    setEnd(at)
  }
  const onPointerMove = (event: PointerEvent<SVGCircleElement>) => {
    const drawing = event.currentTarget.ownerSVGElement?.getBoundingClientRect()
    if (end === null || drawing === undefined) return
    setEnd({ x: event.clientX - drawing.left, y: event.clientY - drawing.top })
    store().hover(targetAt(event))
  }
  const finish = () => {
    setEnd(null)
    store().hover(null)
  }
  const onPointerUp = (event: PointerEvent) => {
    if (end === null) return
    const target = targetAt(event)
    finish()
    if (target === null) return
    useRelate.getState().start(from)
    useRelate.getState().choose(target)
  }
  if (sheet === null) return null
  return (
    <svg className="relate-handle" width="100%" height="100%">
      {end !== null && <path className="relate-line" d={`M${at.x} ${at.y}L${end.x} ${end.y}`} />}
      <circle
        cx={at.x}
        cy={at.y}
        r={end === null ? 4 : 5}
        data-dragging={end !== null}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={finish}
      >
        <title>Drag to another annotation to relate them</title>
      </circle>
    </svg>
  )
}

/** The card under a point, or else the shortest annotation of the text there. */
function annotationUnder(x: number, y: number, editor: ArticleEditorHandle | null): AnnotationId | null {
  const card = document.elementFromPoint(x, y)?.closest('.margin-card')
  if (card !== null && card !== undefined) return card.id.replace(/^card-/u, '') as AnnotationId
  return editor?.annotationsAt(x, y)[0] ?? null
}
