import { useEffect, useRef, type MouseEvent } from 'react'
import type { AnnotationIndex } from '../../../core/annotation/annotation-index'
import type { TextRange } from '../../../core/annotation/spans'
import type { Layer } from '../../../core/project/codebook'
import { colourToken } from '../../ui/layer-colour'

interface OverviewRulerProps {
  index: AnnotationIndex
  layers: readonly Layer[]
  /** Length of the article's text in UTF-16 units. */
  lengthUtf16: number
  visible: TextRange
  /** Grows whenever annotations or the theme changed. */
  version: number
  onGoTo(offsetUtf16: number): void
}

const laneWidth = 5
const padding = 4

/** Where tags are dense: one lane per layer over the length of the text, with the part on screen framed. */
export function OverviewRuler({ index, layers, lengthUtf16, visible, version, onGoTo }: OverviewRulerProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const element = canvas.current
    if (element === null) return
    // It calls once by itself, before the next painting.
    const observer = new ResizeObserver(() => drawTicks(element, index, layers, lengthUtf16))
    observer.observe(element)
    return () => observer.disconnect()
  }, [index, layers, lengthUtf16, version])
  const share = (offset: number) => `${(offset / Math.max(1, lengthUtf16)) * 100}%`
  const goTo = (event: MouseEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    onGoTo(Math.round(((event.clientY - box.top) / box.height) * lengthUtf16))
  }
  return (
    <div className="overview-ruler" role="img" aria-label="Annotation overview" onClick={goTo}>
      <canvas ref={canvas} />
      <span
        className="overview-ruler-view"
        style={{ top: share(visible.startUtf16), height: share(visible.endUtf16 - visible.startUtf16) }}
      />
    </div>
  )
}

function drawTicks(
  canvas: HTMLCanvasElement,
  index: AnnotationIndex,
  layers: readonly Layer[],
  lengthUtf16: number
): void {
  const scale = window.devicePixelRatio
  const { clientWidth: width, clientHeight: height } = canvas
  canvas.width = width * scale
  canvas.height = height * scale
  const context = canvas.getContext('2d')
  if (context === null || lengthUtf16 === 0) return
  context.scale(scale, scale)
  const style = getComputedStyle(canvas)
  const rows = tickedRows(index, lengthUtf16, Math.ceil(height))
  layers.forEach((layer, i) => {
    context.fillStyle = colourToken(layer.colour, style)
    for (const { top, bottom } of rows.get(layer.id) ?? [])
      context.fillRect(padding + i * laneWidth, top, laneWidth - 1, bottom - top)
  })
}

/** A tag of one word is still seen. In rows of one pixel. */
const leastRows = 2

/** Per layer the stretches of rows with a tag: a canvas call for each of many thousand spans would take frames. */
function tickedRows(index: AnnotationIndex, lengthUtf16: number, height: number) {
  const ends = new Map<string, Int32Array>()
  const perUnit = height / lengthUtf16
  for (const annotation of index.inOrder()) {
    let lane = ends.get(annotation.layer)
    if (lane === undefined) ends.set(annotation.layer, (lane = new Int32Array(height + leastRows + 1)))
    for (const span of annotation.spans) {
      if (span.role !== 'content') continue
      const top = Math.floor(span.startUtf16 * perUnit)
      const bottom = Math.max(top + leastRows, Math.floor(span.endUtf16 * perUnit))
      lane[top] = Math.max(lane[top] ?? 0, bottom)
    }
  }
  return new Map([...ends].map(([layer, lane]) => [layer, stretches(lane)]))
}

/** Joins stretches given as their last end at each first row. */
function stretches(ends: Int32Array): { top: number; bottom: number }[] {
  const found: { top: number; bottom: number }[] = []
  ends.forEach((bottom, top) => {
    if (bottom === 0) return
    const last = found.at(-1)
    if (last === undefined || top >= last.bottom) found.push({ top, bottom })
    else last.bottom = Math.max(last.bottom, bottom)
  })
  return found
}
