import type { RowChange } from '../history/change-set'
import type { Annotation, Block } from '../project/entities'
import type { AnnotationId, ArticleId, LayerId } from '../project/ids'

interface Entry {
  annotation: Annotation
  /** Of the first content span. */
  startUtf16: number
  /** Of the last content span. */
  endUtf16: number
  /** Of all content spans together. */
  lengthUtf16: number
}

/** Above this many changes one sort is cheaper than inserting one by one. */
const resortAbove = 64

/**
 * The annotations of the open article, bucketed by block: the one thing that hit tests, painting, margin
 * cards, ruler and lists ask. It is patched by each committed change set and then equals an index built
 * from the saved rows.
 */
export class AnnotationIndex {
  readonly blocks: readonly Block[]
  #entries = new Map<AnnotationId, Entry>()
  #buckets: Entry[][]
  /** Sorted by `compareEntries`; replaced, never changed in place. */
  #ordered: readonly Entry[] = []
  #annotations: readonly Annotation[] | null = null
  #counts = new Map<LayerId, number>()
  #listeners = new Set<(touched: ReadonlySet<number>) => void>()
  #version = 0

  /** `annotations` are those of one revision; `blocks` are that revision's, in text order. */
  constructor(blocks: readonly Block[], annotations: readonly Annotation[]) {
    this.blocks = blocks
    this.#buckets = Array.from({ length: Math.max(blocks.length, 1) }, () => [])
    this.#insertAll(annotations)
  }

  /** Takes in rows that were read after the index was made; one that it has already is replaced. */
  fill(annotations: readonly Annotation[]): void {
    if (annotations.length === 0) return
    const touched = new Set<number>()
    for (const { id } of annotations) {
      const old = this.#entries.get(id)
      if (old !== undefined) this.#remove(old, touched)
    }
    this.#insertAll(annotations)
    this.#changed(new Set(this.blocks.keys()))
  }

  get size(): number {
    return this.#entries.size
  }

  /** Grows with each patch that changed something. */
  get version(): number {
    return this.#version
  }

  get(id: AnnotationId): Annotation | undefined {
    return this.#entries.get(id)?.annotation
  }

  /** The annotations with a content span in the blocks `first` to `last`, both included, in text order. */
  inBlocks(first: number, last: number): Annotation[] {
    const found = new Set<Entry>()
    const end = Math.min(last, this.#buckets.length - 1)
    for (let block = Math.max(first, 0); block <= end; block++) {
      for (const entry of this.#buckets[block] ?? []) found.add(entry)
    }
    return [...found].sort(compareEntries).map(entry => entry.annotation)
  }

  /** The annotations with a content span over the character at this offset, shortest first. */
  atOffset(utf16: number): Annotation[] {
    const bucket = this.#buckets[this.blockAt(utf16)] ?? []
    return bucket
      .filter(entry => coversOffset(entry.annotation, utf16))
      .sort((a, b) => a.lengthUtf16 - b.lengthUtf16 || compareEntries(a, b))
      .map(entry => entry.annotation)
  }

  /** All annotations by the start of their first content span, then longer first, then id. */
  inOrder(): readonly Annotation[] {
    this.#annotations ??= this.#ordered.map(entry => entry.annotation)
    return this.#annotations
  }

  /** The annotation after this one in text order, or the first that starts at or after this offset. */
  next(from: AnnotationId | number): Annotation | undefined {
    if (typeof from === 'number') return this.#ordered[this.#firstStartingAt(from)]?.annotation
    const entry = this.#entries.get(from)
    return entry && this.#ordered[this.#positionOf(entry) + 1]?.annotation
  }

  /** The annotation before this one in text order, or the last that starts before this offset. */
  previous(from: AnnotationId | number): Annotation | undefined {
    if (typeof from === 'number') return this.#ordered[this.#firstStartingAt(from) - 1]?.annotation
    const entry = this.#entries.get(from)
    return entry && this.#ordered[this.#positionOf(entry) - 1]?.annotation
  }

  /** The block that holds this offset; an offset between two blocks belongs to the one before it. */
  blockAt(utf16: number): number {
    return blockAt(this.blocks, utf16)
  }

  /** How many annotations each layer has; layers without any are absent. Another map after each patch. */
  countByLayer(): ReadonlyMap<LayerId, number> {
    return this.#counts
  }

  /**
   * Applies a committed change set's rows; those of other tables, articles and revisions are passed over.
   * Answers the blocks whose annotations changed and tells the listeners when there are any.
   */
  patch(changes: readonly RowChange[], articleId: ArticleId, revision: number): Set<number> {
    const touched = new Set<number>()
    const removed = new Set<Entry>()
    const added = new Set<Entry>()
    for (const change of changes) {
      if (change.table !== 'annotations') continue
      const old = this.#entries.get(change.id as AnnotationId)
      if (old !== undefined) {
        this.#remove(old, touched)
        // An entry added and removed by the same patch never was in the order.
        if (!added.delete(old)) removed.add(old)
      }
      const { after } = change
      if (after !== null && after.articleId === articleId && after.revision === revision) {
        const entry = toEntry(after)
        this.#insert(entry, touched)
        added.add(entry)
      }
    }
    if (touched.size === 0) return touched
    this.#reorder(removed, added)
    this.#changed(touched)
    return touched
  }

  /** Calls back after each patch that changed something, with the blocks touched; the answer stops it. */
  subscribe(listener: (touched: ReadonlySet<number>) => void): () => void {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  #insertAll(annotations: readonly Annotation[]): void {
    for (const annotation of annotations) this.#insert(toEntry(annotation), null)
    this.#ordered = [...this.#entries.values()].sort(compareEntries)
  }

  #changed(touched: ReadonlySet<number>): void {
    this.#annotations = null
    this.#counts = new Map([...this.#counts].filter(([, count]) => count > 0))
    this.#version++
    for (const listener of [...this.#listeners]) listener(touched)
  }

  #insert(entry: Entry, touched: Set<number> | null): void {
    this.#entries.set(entry.annotation.id, entry)
    this.#count(entry, 1)
    for (const block of this.#blocksOf(entry.annotation)) {
      this.#buckets[block]?.push(entry)
      touched?.add(block)
    }
  }

  #remove(entry: Entry, touched: Set<number>): void {
    this.#entries.delete(entry.annotation.id)
    this.#count(entry, -1)
    for (const block of this.#blocksOf(entry.annotation)) {
      const bucket = this.#buckets[block]
      const at = bucket?.indexOf(entry) ?? -1
      if (at >= 0) bucket?.splice(at, 1)
      touched.add(block)
    }
  }

  #count({ annotation: { layer } }: Entry, by: 1 | -1): void {
    this.#counts.set(layer, (this.#counts.get(layer) ?? 0) + by)
  }

  #reorder(removed: ReadonlySet<Entry>, added: ReadonlySet<Entry>): void {
    if (removed.size + added.size > resortAbove) {
      this.#ordered = [...this.#entries.values()].sort(compareEntries)
      return
    }
    const ordered = [...this.#ordered]
    for (const entry of removed)
      ordered.splice(
        lowerBound(ordered, other => compareEntries(other, entry)),
        1
      )
    for (const entry of added)
      ordered.splice(
        lowerBound(ordered, other => compareEntries(other, entry)),
        0,
        entry
      )
    this.#ordered = ordered
  }

  #blocksOf(annotation: Annotation): Set<number> {
    const touched = new Set<number>()
    for (const span of annotation.spans) {
      if (span.role !== 'content') continue
      const last = this.blockAt(Math.max(span.startUtf16, span.endUtf16 - 1))
      for (let block = this.blockAt(span.startUtf16); block <= last; block++) touched.add(block)
    }
    return touched
  }

  #positionOf(entry: Entry): number {
    return lowerBound(this.#ordered, other => compareEntries(other, entry))
  }

  #firstStartingAt(utf16: number): number {
    return lowerBound(this.#ordered, other => other.startUtf16 - utf16)
  }
}

/** The last block that starts at or before this offset; 0 when there is none. */
export function blockAt(blocks: readonly Block[], utf16: number): number {
  return Math.max(0, lowerBound(blocks, block => (block.startUtf16 <= utf16 ? -1 : 1)) - 1)
}

/** The position of the first item for which `compare` is not negative; items are sorted by it. */
function lowerBound<T>(items: readonly T[], compare: (item: T) => number): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const item = items[middle]
    if (item !== undefined && compare(item) < 0) low = middle + 1
    else high = middle
  }
  return low
}

function toEntry(annotation: Annotation): Entry {
  let startUtf16 = Infinity
  let endUtf16 = 0
  let lengthUtf16 = 0
  for (const span of annotation.spans) {
    if (span.role !== 'content') continue
    startUtf16 = Math.min(startUtf16, span.startUtf16)
    endUtf16 = Math.max(endUtf16, span.endUtf16)
    lengthUtf16 += span.endUtf16 - span.startUtf16
  }
  return { annotation, startUtf16, endUtf16, lengthUtf16 }
}

function compareEntries(a: Entry, b: Entry): number {
  if (a.startUtf16 !== b.startUtf16) return a.startUtf16 < b.startUtf16 ? -1 : 1
  if (a.endUtf16 !== b.endUtf16) return b.endUtf16 - a.endUtf16
  if (a.annotation.id === b.annotation.id) return 0
  return a.annotation.id < b.annotation.id ? -1 : 1
}

function coversOffset(annotation: Annotation, utf16: number): boolean {
  return annotation.spans.some(
    span => span.role === 'content' && span.startUtf16 <= utf16 && utf16 < span.endUtf16
  )
}
