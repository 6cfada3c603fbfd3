import type { TextRange } from '../../core/annotation/spans'
import type { BlockBand } from './block-band'
import { blocksPerSection } from './article-schema'
import type { DomPositions } from './position-map'

/** Room kept above a passage that was scrolled to, as a share of the viewport's height. */
const restingPlace = 0.28
/** A passage this near the edge counts as out of view, in px. */
const edgePx = 8

/** Where blocks are on the screen, and bringing them there. */
export class BlockGeometry {
  readonly #positions: DomPositions
  readonly #filledBlocks: () => number
  #container: HTMLElement | null = null
  #settling: HTMLElement[] = []

  constructor(positions: DomPositions, filledBlocks: () => number) {
    this.#positions = positions
    this.#filledBlocks = filledBlocks
  }

  setContainer(container: HTMLElement | null): void {
    this.#container = container
  }

  /** Top and bottom of what can be seen, in client px. */
  viewport(): { top: number; bottom: number } {
    const rect = this.#container?.getBoundingClientRect()
    return rect === undefined
      ? { top: 0, bottom: window.innerHeight }
      : { top: rect.top, bottom: rect.bottom }
  }

  /** The blocks in view; sections off screen are not laid out for this. */
  visibleBlocks(): BlockBand {
    const { top, bottom } = this.viewport()
    const count = this.#filledBlocks()
    if (count === 0) return { first: 0, last: 0 }
    const sections = Math.ceil(count / blocksPerSection)
    const endsBelow = (element: HTMLElement | null, y: number) =>
      (element?.getBoundingClientRect().bottom ?? 0) > y
    const find = (y: number): number => {
      const section = firstIndex(0, sections - 1, i => endsBelow(this.#positions.sectionElement(i), y))
      const first = section * blocksPerSection
      return firstIndex(first, Math.min(first + blocksPerSection, count) - 1, i =>
        endsBelow(this.#positions.blockElement(i), y)
      )
    }
    return { first: find(top), last: find(bottom) }
  }

  /** Scrolls so that the passage can be read: not at all when it is in view, at once beyond one screen. */
  scrollTo(range: TextRange): void {
    const first = this.#positions.map.locate(range.startUtf16, 'start').block
    const last = this.#positions.map.locate(range.endUtf16, 'end').block
    this.#layOut(first, last)
    const { top, bottom } = this.viewport()
    const height = bottom - top
    const rects = this.#positions.rects(range)
    const start = rects[0] ?? this.#positions.blockElement(first)?.getBoundingClientRect()
    const end = rects.at(-1) ?? start
    if (start === undefined || end === undefined) return
    const startsInView = start.top >= top + edgePx && start.bottom <= bottom - edgePx
    const fits = end.bottom - start.top < height - 2 * edgePx
    if (startsInView && (!fits || end.bottom <= bottom - edgePx)) return
    const distance = start.top - top - height * restingPlace
    const isNear = Math.abs(distance) <= height && !matchMedia('(prefers-reduced-motion: reduce)').matches
    const scroller = this.#container ?? document.scrollingElement
    scroller?.scrollBy({ top: distance, behavior: isNear ? 'smooth' : 'instant' })
  }

  destroy(): void {
    this.#release()
  }

  /**
   * Sections off screen have an estimated height and no layout. Those around the target are drawn for
   * two frames: that is long enough for the browser to take over and remember their size.
   */
  #layOut(firstBlock: number, lastBlock: number): void {
    this.#release()
    const first = Math.floor(firstBlock / blocksPerSection) - 1
    const last = Math.min(Math.floor(lastBlock / blocksPerSection), first + 3) + 1
    for (let section = first; section <= last; section++) {
      const element = this.#positions.sectionElement(section)
      if (element === null) continue
      element.style.contentVisibility = 'visible'
      this.#settling.push(element)
    }
    const settling = this.#settling
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (this.#settling === settling) this.#release()
      })
    )
  }

  #release(): void {
    for (const element of this.#settling) element.style.contentVisibility = ''
    this.#settling = []
  }
}

/** The first index from `low` to `high` that passes, or `high`; those after one that passes pass too. */
function firstIndex(low: number, high: number, passes: (index: number) => boolean): number {
  while (low < high) {
    const middle = (low + high) >>> 1
    if (passes(middle)) high = middle
    else low = middle + 1
  }
  return low
}
