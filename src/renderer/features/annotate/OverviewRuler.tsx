import { useEffect, useRef, type MouseEvent } from 'react'
import type { AnnotationIndex } from '../../../core/annotation/annotation-index'
import type { TextRange } from '../../../core/annotation/spans'
import type { AnnotationId } from '../../../core/project/ids'
import type { Hits } from '../../../core/search/find-text'
import type { Layer } from '../../../core/project/codebook'
import { colourToken } from '../../ui/layer-colour'

interface OverviewRulerProps {
  index: AnnotationIndex
  layers: readonly Layer[]
  /** Length of the article's text in UTF-16 units. */
  lengthUtf16: number
  visible: TextRange
  /** Those that are drawn in full; null when all are. */
  matching: ReadonlySet<AnnotationId> | null
  /** What a search in the article found. */
  found: { hits: Hits; current: number } | null
  onGoTo(offsetUtf16: number): void
}

/** In pixels. More layers than fit have narrower lanes. */
const widestLane = 5
const padding = 4

/** Where tags are dense: one lane per layer over the length of the text, with the part on screen framed. */
export function OverviewRuler(props: OverviewRulerProps) {
  const { index, layers, lengthUtf16, visible, matching, found, onGoTo } = props
  const canvas = useRef<HTMLCanvasElement>(null)
  const foundCanvas = useFoundTicks(found, lengthUtf16)
  useEffect(() => {
    const element = canvas.current
    if (element === null) return
    const shown = { index, layers, lengthUtf16, matching }
    const drawAll = () => drawRows(element, shown)
    // It calls once by itself, before the next painting.
    const resizes = new ResizeObserver(drawAll)
    resizes.observe(element)
    // The theme is an attribute of the root, and a canvas does not follow it.
    const themes = new MutationObserver(drawAll)
    themes.observe(document.documentElement, { attributes: true })
    const unsubscribe = index.subscribe(touched => drawRows(element, shown, touched))
    return () => {
      resizes.disconnect()
      themes.disconnect()
      unsubscribe()
    }
  }, [index, layers, lengthUtf16, matching])
  const share = (offset: number) => `${(offset / Math.max(1, lengthUtf16)) * 100}%`
  const goTo = (event: MouseEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    onGoTo(Math.round(((event.clientY - box.top) / box.height) * lengthUtf16))
  }
  return (
    <div className="overview-ruler" role="img" aria-label="Annotation overview" onClick={goTo}>
      <canvas ref={canvas} />
      <canvas ref={foundCanvas} />
      <span
        className="overview-ruler-view"
        style={{ top: share(visible.startUtf16), height: share(visible.endUtf16 - visible.startUtf16) }}
      />
    </div>
  )
}

/** A tag of one word is still seen. In rows of one pixel. */
const leastRows = 2

/** A stretch in its layer's own line style, so that lanes are told apart without their hue. Pixels. */
function drawTick(
  context: CanvasRenderingContext2D,
  style: Layer['lineStyle'],
  left: number,
  top: number,
  width: number,
  height: number
): void {
  const [on, off] = pattern[style]
  for (let from = 0; from < height; from += on + off) {
    const rows = Math.min(on, height - from)
    if (style === 'double' && width >= 3) {
      context.fillRect(left, top + from, 1, rows)
      context.fillRect(left + width - 1, top + from, 1, rows)
    } else context.fillRect(left, top + from, width, rows)
  }
}

/** Rows that are drawn and rows that are left out, in turns. */
const pattern: Readonly<Record<Layer['lineStyle'], readonly [number, number]>> = {
  solid: [Infinity, 0],
  double: [Infinity, 0],
  dotted: [2, 1],
  dashed: [5, 2]
}

type Shown = Pick<OverviewRulerProps, 'index' | 'layers' | 'lengthUtf16' | 'matching'>

/** Draws the rows that lie beside these blocks anew, or all when none are given. */
function drawRows(canvas: HTMLCanvasElement, shown: Shown, touched?: ReadonlySet<number>): void {
  const { index, layers, lengthUtf16, matching } = shown
  const scale = window.devicePixelRatio
  const { clientWidth: width, clientHeight: height } = canvas
  const context = canvas.getContext('2d')
  if (context === null || lengthUtf16 === 0 || height === 0) return
  if (touched === undefined) {
    // Also clears it.
    canvas.width = width * scale
    canvas.height = height * scale
  }
  const perUnit = height / lengthUtf16
  const first = touched === undefined ? 0 : firstRow(index, touched, perUnit)
  const last = touched === undefined ? height : lastRow(index, touched, perUnit)
  const lanes = ticksIn(shown, perUnit, first, last)
  const style = getComputedStyle(canvas)
  const laneWidth = Math.min(widestLane, (width - padding) / Math.max(1, layers.length))
  context.setTransform(scale, 0, 0, scale, 0, 0)
  context.clearRect(0, first, width, last - first)
  layers.forEach((layer, i) => {
    context.fillStyle = colourToken(layer.colour, style)
    for (const { top, bottom, tick } of stretches(lanes.get(layer.id))) {
      context.globalAlpha = matching === null || tick === inFull ? 1 : faint
      drawTick(
        context,
        layer.lineStyle,
        padding + i * laneWidth,
        first + top,
        Math.max(1, laneWidth - 1),
        bottom - top
      )
    }
  })
}

function firstRow(index: AnnotationIndex, touched: ReadonlySet<number>, perUnit: number): number {
  return Math.floor((index.blocks[Math.min(...touched)]?.startUtf16 ?? 0) * perUnit)
}

function lastRow(index: AnnotationIndex, touched: ReadonlySet<number>, perUnit: number): number {
  return Math.ceil((index.blocks[Math.max(...touched)]?.endUtf16 ?? 0) * perUnit) + leastRows
}

/** Per layer the rows from `first` up to `last` that have a tag: one canvas call a span would take frames. */
function ticksIn(
  { index, layers, matching }: Shown,
  perUnit: number,
  first: number,
  last: number
): ReadonlyMap<string, Uint8Array> {
  const lanes = new Map<string, Uint8Array>(layers.map(layer => [layer.id, new Uint8Array(last - first)]))
  const firstBlock = index.blockAt(Math.max(0, (first - leastRows) / perUnit))
  const lastBlock = index.blockAt(last / perUnit)
  const isWhole = firstBlock === 0 && lastBlock === index.blocks.length - 1
  for (const annotation of isWhole ? index.inOrder() : index.inBlocks(firstBlock, lastBlock)) {
    const lane = lanes.get(annotation.layer)
    for (const span of annotation.spans) {
      if (span.role !== 'content') continue
      const top = Math.floor(span.startUtf16 * perUnit)
      const bottom = Math.max(top + leastRows, Math.floor(span.endUtf16 * perUnit))
      if (lane === undefined || bottom <= first) continue
      if (matching === null || matching.has(annotation.id))
        lane.fill(inFull, Math.max(0, top - first), bottom - first)
      else fillFree(lane, Math.max(0, top - first), Math.min(bottom - first, lane.length))
    }
  }
  return lanes
}

/** What stands in a row: nothing, a tag outside the filter, or a tag. */
const inFull = 2
const faint = 0.22

/** A faint tick never covers one in full. */
function fillFree(lane: Uint8Array, from: number, to: number): void {
  for (let row = from; row < to; row++) if (lane[row] === 0) lane[row] = 1
}

function stretches(rows: Uint8Array = new Uint8Array()): { top: number; bottom: number; tick: number }[] {
  const found: { top: number; bottom: number; tick: number }[] = []
  rows.forEach((tick, row) => {
    if (tick === 0) return
    const last = found.at(-1)
    if (last?.bottom === row && last.tick === tick) last.bottom = row + 1
    else found.push({ top: row, bottom: row + 1, tick })
  })
  return found
}

/** Ticks over the whole width where a search found something; on a canvas of its own, which the layers' leave alone. */
function useFoundTicks(found: OverviewRulerProps['found'], lengthUtf16: number) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const element = canvas.current
    if (element === null) return
    const draw = () => drawFound(element, found, lengthUtf16)
    const resizes = new ResizeObserver(draw)
    resizes.observe(element)
    return () => resizes.disconnect()
  }, [found, lengthUtf16])
  return canvas
}

function drawFound(canvas: HTMLCanvasElement, found: OverviewRulerProps['found'], lengthUtf16: number): void {
  const scale = window.devicePixelRatio
  const { clientWidth: width, clientHeight: height } = canvas
  const context = canvas.getContext('2d')
  if (context === null || lengthUtf16 === 0 || height === 0) return
  canvas.width = width * scale
  canvas.height = height * scale
  if (found === null) return
  context.setTransform(scale, 0, 0, scale, 0, 0)
  context.fillStyle = getComputedStyle(canvas).getPropertyValue('--ink').trim()
  const rowOf = (utf16: number | undefined) => Math.round(((utf16 ?? 0) / lengthUtf16) * height)
  let lastRow = -1
  for (const start of found.hits.starts) {
    const row = rowOf(start)
    if (row !== lastRow) context.fillRect(width - 5, row, 4, 1)
    lastRow = row
  }
  if (found.current >= 0) context.fillRect(0, rowOf(found.hits.starts[found.current]) - 1, width, 3)
}
