import type { AnnotationIndex } from '../../core/annotation/annotation-index'
import { assignLanes, placeDeepest, type Lane, type LanePiece } from '../../core/annotation/lanes'
import type { TextRange } from '../../core/annotation/spans'
import type { Annotation } from '../../core/project/entities'
import type { AnnotationId } from '../../core/project/ids'
import type { BlockBand } from './block-band'
import { dimHighlight, focusHighlight, hoverHighlight, lineHighlight } from './highlight-styles'
import type { DomPositions } from './position-map'

interface Wanted {
  annotation: Annotation
  lane: Lane
  isFocused: boolean
  isHovered: boolean
  /** Not among those asked for. */
  isDimmed: boolean
  /** Of an annotation in lane 2: where it can be drawn. */
  pieces: readonly LanePiece[]
  band: BlockBand
}

interface Painted extends Wanted {
  ranges: { name: string; range: StaticRange }[]
}

const noPieces: readonly LanePiece[] = []

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
    hoveredId: AnnotationId | null,
    isDimmed: ((annotation: Annotation) => boolean) | null = null
  ): void {
    if (!highlightsExist()) return
    const annotations = index.inBlocks(band.first, band.last)
    const lanes = assignLanes(annotations)
    const deepest = placeDeepest(annotations, lanes)
    const unseen = new Set(this.#painted.keys())
    for (const annotation of annotations) {
      const { id } = annotation
      unseen.delete(id)
      const wanted: Wanted = {
        annotation,
        lane: lanes.get(id) ?? 0,
        isFocused: id === focusedId,
        isHovered: id === hoveredId,
        isDimmed: isDimmed?.(annotation) === true,
        pieces: deepest.get(id) ?? noPieces,
        band: this.#clip(annotation, band)
      }
      const old = this.#painted.get(id)
      if (old !== undefined && isSame(old, wanted)) continue
      if (old !== undefined) erase(old)
      this.#painted.set(id, { ...wanted, ranges: this.#draw(wanted) })
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

  #draw({ annotation, lane, isFocused, isHovered, isDimmed, pieces, band }: Wanted): Painted['ranges'] {
    const { layer } = annotation
    const ranges: Painted['ranges'] = []
    const add = (name: string, text: TextRange): void => {
      for (const range of this.#staticRanges(text, band)) {
        highlight(name).add(range)
        ranges.push({ name, range })
      }
    }
    // A third line touches the next line's letters: it is drawn only where a reader has asked for it.
    const line = isDimmed && !isFocused ? dimHighlight : lineHighlight
    const isWhole = lane < 2 || isFocused || isHovered
    for (const span of annotation.spans) {
      if (span.role !== 'content') continue
      if (isWhole) add(line(layer, lane), span)
      if (isHovered) add(hoverHighlight(layer), span)
      if (isFocused) add(focusHighlight(layer), span)
    }
    if (!isWhole) for (const piece of pieces) add(line(layer, piece.lane), piece)
    return ranges
  }

  #staticRanges(range: TextRange, band: BlockBand): StaticRange[] {
    return this.#positions.map.pieces(range, band.first, band.last).flatMap(({ block, from, to }) => {
      const text = this.#positions.textNode(block)
      if (text === null) return []
      const endOffset = Math.min(to, text.length)
      return new StaticRange({ startContainer: text, startOffset: from, endContainer: text, endOffset })
    })
  }
}

function isSame(a: Wanted, b: Wanted): boolean {
  return (
    a.annotation === b.annotation &&
    a.lane === b.lane &&
    a.isFocused === b.isFocused &&
    a.isHovered === b.isHovered &&
    a.isDimmed === b.isDimmed &&
    a.band.first === b.band.first &&
    a.band.last === b.band.last &&
    arePiecesSame(a.pieces, b.pieces)
  )
}

function arePiecesSame(a: readonly LanePiece[], b: readonly LanePiece[]): boolean {
  if (a.length !== b.length) return false
  return a.every((piece, i) => {
    const other = b[i]
    return (
      piece.lane === other?.lane && piece.startUtf16 === other.startUtf16 && piece.endUtf16 === other.endUtf16
    )
  })
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
