import type { AnnotationIndex } from '../../core/annotation/annotation-index'
import { assignLanes, type Lane } from '../../core/annotation/lanes'
import type { Annotation } from '../../core/project/entities'
import type { AnnotationId } from '../../core/project/ids'
import { focusHighlight, hoverHighlight, lineHighlight } from './highlight-styles'
import type { DomPositions } from './position-map'

/** Blocks from first to last, both included. */
export interface BlockBand {
  first: number
  last: number
}

interface Painted {
  annotation: Annotation
  lane: Lane
  marks: string
  band: BlockBand
  ranges: { name: string; range: StaticRange }[]
}

/** Two of three lanes are drawn: a third line would touch the next line's letters. The picker reaches the rest. */
const drawnLanes = 2

/**
 * Paints annotations as CSS custom highlights, only in a band of blocks around the viewport: the browser
 * visits every range of every highlight again whenever one of them changes.
 */
export class HighlightPainter {
  readonly #positions: DomPositions
  #painted = new Map<AnnotationId, Painted>()

  constructor(positions: DomPositions) {
    this.#positions = positions
  }

  /** Makes what is painted equal the index within the band; ranges that stay as they are are not touched. */
  paint(
    index: AnnotationIndex,
    band: BlockBand,
    focusedId: AnnotationId | null,
    hoveredId: AnnotationId | null
  ): void {
    if (!highlightsExist()) return
    const wanted = index.inBlocks(band.first, band.last)
    const lanes = assignLanes(wanted)
    const unseen = new Set(this.#painted.keys())
    for (const annotation of wanted) {
      const lane = lanes.get(annotation.id) ?? 0
      const marks = `${annotation.id === focusedId ? 'focus' : ''} ${annotation.id === hoveredId ? 'hover' : ''}`
      unseen.delete(annotation.id)
      const old = this.#painted.get(annotation.id)
      const next = { annotation, lane, marks, band: this.#clip(annotation, band) }
      if (old !== undefined && isSame(old, next)) continue
      if (old !== undefined) erase(old)
      this.#painted.set(annotation.id, { ...next, ranges: this.#draw(next, focusedId, hoveredId) })
    }
    for (const id of unseen) this.#erase(id)
  }

  clear(): void {
    for (const id of [...this.#painted.keys()]) this.#erase(id)
  }

  #erase(id: AnnotationId): void {
    const painted = this.#painted.get(id)
    if (painted !== undefined) erase(painted)
    this.#painted.delete(id)
  }

  /** What of the band the annotation reaches: only one that runs over the band's edge changes when the band moves. */
  #clip(annotation: Annotation, band: BlockBand): BlockBand {
    let first = Infinity
    let last = 0
    for (const span of annotation.spans) {
      if (span.role !== 'content') continue
      first = Math.min(first, this.#positions.map.locate(span.startUtf16, 'start').block)
      last = Math.max(last, this.#positions.map.locate(span.endUtf16, 'end').block)
    }
    return { first: Math.max(first, band.first), last: Math.min(last, band.last) }
  }

  #draw(
    { annotation, lane, band }: Omit<Painted, 'ranges'>,
    focusedId: AnnotationId | null,
    hoveredId: AnnotationId | null
  ): Painted['ranges'] {
    const names: string[] = []
    const isFocused = annotation.id === focusedId
    const isHovered = annotation.id === hoveredId
    if (lane < drawnLanes || isFocused || isHovered) names.push(lineHighlight(annotation.layer, lane))
    if (isHovered) names.push(hoverHighlight(annotation.layer))
    if (isFocused) names.push(focusHighlight(annotation.layer))
    const ranges: Painted['ranges'] = []
    for (const span of annotation.spans) {
      if (span.role !== 'content') continue
      for (const { block, from, to } of this.#positions.map.pieces(span, band.first, band.last)) {
        const text = this.#positions.textNode(block)
        if (text === null) continue
        for (const name of names) {
          const range = new StaticRange({
            startContainer: text,
            startOffset: from,
            endContainer: text,
            endOffset: Math.min(to, text.length)
          })
          highlight(name).add(range)
          ranges.push({ name, range })
        }
      }
    }
    return ranges
  }
}

function isSame(a: Omit<Painted, 'ranges'>, b: Omit<Painted, 'ranges'>): boolean {
  return (
    a.annotation === b.annotation &&
    a.lane === b.lane &&
    a.marks === b.marks &&
    a.band.first === b.band.first &&
    a.band.last === b.band.last
  )
}

function erase(painted: Painted): void {
  for (const { name, range } of painted.ranges) CSS.highlights.get(name)?.delete(range)
}

/** The registry belongs to the page: two articles side by side share each name and own their ranges. */
function highlight(name: string): Highlight {
  const existing = CSS.highlights.get(name)
  if (existing !== undefined) return existing
  const created = new Highlight()
  created.priority = name.startsWith('line-') ? 2 : name.startsWith('focus-') ? 1 : 0
  CSS.highlights.set(name, created)
  return created
}

function highlightsExist(): boolean {
  return typeof CSS !== 'undefined' && 'highlights' in CSS
}
