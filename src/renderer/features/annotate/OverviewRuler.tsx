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
    const draw = () => drawTicks(element, index, layers, lengthUtf16)
    draw()
    const observer = new ResizeObserver(draw)
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
  const lanes = new Map(
    layers.map((layer, i) => [
      layer.id,
      { x: padding + i * laneWidth, colour: colourToken(layer.colour, style) }
    ])
  )
  for (const annotation of index.inOrder()) {
    const lane = lanes.get(annotation.layer)
    if (lane === undefined) continue
    context.fillStyle = lane.colour
    for (const span of annotation.spans) {
      if (span.role !== 'content') continue
      const top = (span.startUtf16 / lengthUtf16) * height
      const extent = ((span.endUtf16 - span.startUtf16) / lengthUtf16) * height
      context.fillRect(lane.x, top, laneWidth - 1, Math.max(2, extent - 1))
    }
  }
}
