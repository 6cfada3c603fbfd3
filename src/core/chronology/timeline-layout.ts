import type { AnnotationId } from '../project/ids'
import type { Relation } from '../project/entities'
import type { EventLane, LaneItem } from './timeline-lanes'
import type { TimeScale } from './time-axis'

/** Where something dated is drawn in its lane; px from the lane's top and the axis's left. */
export interface PlacedItem {
  readonly item: LaneItem
  /** What the date covers, cut off where the axis ends. Of a dot, its middle. */
  readonly x1: number
  readonly x2: number
  /** The middle of the sub-row. */
  readonly y: number
  readonly label: { readonly x: number; readonly y: number; readonly anchor: 'start' | 'end' } | null
}

/** Items too near one another to be told apart. */
export interface PlacedCluster {
  readonly items: readonly LaneItem[]
  readonly x1: number
  readonly x2: number
  readonly y: number
  readonly words: string
}

export interface PlacedLane {
  readonly lane: EventLane
  readonly top: number
  readonly height: number
  readonly placed: readonly PlacedItem[]
  readonly clusters: readonly PlacedCluster[]
  /** How many of its items lie before and after what is shown. */
  readonly outside: { readonly before: number; readonly after: number }
}

export interface TimelineLayout {
  readonly lanes: readonly PlacedLane[]
  readonly height: number
}

/** Px. */
export const rowHeight = 20
const lanePadding = 12
const leastLane = 64
const mostRows = 7
const labelGap = 10
const dotRadius = 6

/**
 * Packs what is visible of each lane into sub-rows such that no mark or label covers another. `measure` gives the
 * width of a label in px. A lane that would need more than seven rows shows clusters instead of single marks, except
 * for the item `apart`, which is always drawn by itself.
 */
export function layOutTimeline(
  lanes: readonly EventLane[],
  scale: TimeScale,
  measure: (label: string) => number,
  apart: AnnotationId | null = null
): TimelineLayout {
  let top = 0
  const placed = lanes.map(lane => {
    const packed = packLane(lane, scale, measure, apart)
    const height = Math.max(leastLane, packed.rows * rowHeight + 2 * lanePadding)
    const shift = (height - packed.rows * rowHeight) / 2
    const shifted: PlacedLane = {
      lane,
      top,
      height,
      placed: packed.placed.map(one => ({
        ...one,
        y: one.y + shift,
        label: one.label === null ? null : { ...one.label, y: one.label.y + shift }
      })),
      clusters: packed.clusters.map(one => ({ ...one, y: one.y + shift })),
      outside: packed.outside
    }
    top += height
    return shifted
  })
  return { lanes: placed, height: top }
}

interface Packed {
  placed: PlacedItem[]
  clusters: PlacedCluster[]
  outside: { before: number; after: number }
  rows: number
}

function packLane(
  { items }: EventLane,
  scale: TimeScale,
  measure: (label: string) => number,
  apart: AnnotationId | null
): Packed {
  const outside = { before: 0, after: 0 }
  const visible = items.filter(({ drawn }) => {
    const isBefore = drawn.softUntil <= scale.from && drawn.end !== 'fades'
    const isAfter = drawn.softFrom >= scale.until && drawn.start !== 'fades'
    if (isBefore) outside.before += 1
    if (isAfter) outside.after += 1
    return !isBefore && !isAfter
  })
  for (let bucket = 0; ; bucket = bucket === 0 ? 20 : bucket * 1.6) {
    const groups = bucket === 0 ? visible.map(item => [item]) : gather(visible, scale, bucket, apart)
    const packed = groups.length > 40 * mostRows ? null : packGroups(groups, scale, measure)
    if (packed !== null) return { ...packed, outside }
    if (bucket > scale.width * 2) return { placed: [], clusters: [], outside, rows: 1 }
  }
}

/** Items whose middles lie in the same stretch of `room` px. */
function gather(
  items: readonly LaneItem[],
  scale: TimeScale,
  room: number,
  apart: AnnotationId | null
): readonly (readonly LaneItem[])[] {
  const groups = new Map<number, LaneItem[]>()
  // First of all, so that it finds a place.
  const alone = items.filter(({ id }) => id === apart)
  for (const item of items) {
    if (item.id === apart) continue
    const { x1, x2 } = extentOf(item, scale)
    const at = Math.floor((x1 + x2) / 2 / room)
    const group = groups.get(at)
    if (group === undefined) groups.set(at, [item])
    else group.push(item)
  }
  return [...alone.map(item => [item]), ...groups.values()]
}

/** Null when there is no room. */
function packGroups(
  groups: readonly (readonly LaneItem[])[],
  scale: TimeScale,
  measure: (label: string) => number
): Omit<Packed, 'outside'> | null {
  const rows = new Rows()
  const placed: PlacedItem[] = []
  const clusters: PlacedCluster[] = []
  for (const group of groups) {
    const [item] = group
    if (item === undefined) continue
    if (group.length > 1) {
      const cluster = placeCluster(group, scale, measure, rows)
      if (cluster === null) return null
      clusters.push(cluster)
    } else {
      const one = placeItem(item, scale, measure, rows)
      if (one === null) return null
      placed.push(one)
    }
  }
  return { placed, clusters, rows: Math.max(1, rows.count) }
}

function placeItem(
  item: LaneItem,
  scale: TimeScale,
  measure: (label: string) => number,
  rows: Rows
): PlacedItem | null {
  const { x1, x2 } = extentOf(item, scale)
  const isDot = item.drawn.shape === 'dot'
  const left = isDot ? x1 - dotRadius : x1
  const right = isDot ? x2 + dotRadius : x2
  const width = measure(item.title)
  const sides = [
    { from: left - 2, to: right + labelGap + width, x: right + 5, anchor: 'start' as const },
    { from: left - labelGap - width, to: right + 2, x: left - 5, anchor: 'end' as const }
  ].filter(({ from, to }) => from >= -4 && to <= scale.width + 4)
  for (let row = 0; row < mostRows; row++)
    for (const { from, to, x, anchor } of sides)
      if (rows.take(row, from, to))
        return { item, x1, x2, y: middleOf(row), label: { x, y: middleOf(row), anchor } }
  // A bar from edge to edge carries its label above it.
  const at = Math.min(Math.max(left, 0), Math.max(0, scale.width - width))
  if (sides.length === 0)
    for (let row = 0; row + 1 < mostRows; row++)
      if (rows.isFree(row, at, at + width) && rows.take(row + 1, left, right)) {
        rows.take(row, at, at + width)
        return { item, x1, x2, y: middleOf(row + 1), label: { x: at, y: middleOf(row) + 2, anchor: 'start' } }
      }
  return null
}

function placeCluster(
  items: readonly LaneItem[],
  scale: TimeScale,
  measure: (label: string) => number,
  rows: Rows
): PlacedCluster | null {
  const words = `${items.length.toLocaleString('en')} ${items[0]?.look === 'passage' ? 'passages' : 'events'}`
  const middles = items.map(item => {
    const { x1, x2 } = extentOf(item, scale)
    return (x1 + x2) / 2
  })
  const width = measure(words) + 20
  const middle = middles.reduce((sum, x) => sum + x, 0) / middles.length
  const x1 = Math.min(Math.max(0, middle - width / 2), Math.max(0, scale.width - width))
  for (let row = 0; row < mostRows; row++)
    if (rows.take(row, x1, x1 + width)) return { items, x1, x2: x1 + width, y: middleOf(row), words }
  return null
}

/** What an item covers on the axis, soft ends included, cut off at its edges. */
function extentOf({ drawn }: Pick<LaneItem, 'drawn'>, scale: TimeScale): { x1: number; x2: number } {
  const inside = (x: number) => Math.min(Math.max(x, 0), scale.width)
  if (drawn.shape === 'dot') {
    const x = scale.x((drawn.from + drawn.until) / 2)
    return { x1: x, x2: x }
  }
  const x1 = scale.x(drawn.softFrom) - (drawn.start === 'fades' ? fadePx : 0)
  const x2 = scale.x(drawn.softUntil) + (drawn.end === 'fades' ? fadePx : 0)
  // A month on an axis of decades is still seen.
  const least = Math.max(0, 8 - (x2 - x1)) / 2
  return { x1: inside(x1 - least), x2: inside(x2 + least) }
}

/** A piece of a bar: solid, growing out of nothing, or fading away. */
export interface BarPart {
  readonly kind: 'rises' | 'solid' | 'fades'
  readonly x: number
  readonly width: number
}

/** The pieces of a bar between the edges of the axis, from left to right. Of a dot there are none. */
export function barParts({ drawn }: LaneItem, scale: TimeScale): readonly BarPart[] {
  if (drawn.shape === 'dot') return []
  const { x1, x2 } = extentOf({ drawn }, scale)
  // Narrower than it can be drawn, all of it is solid, or all soft.
  const isThin = scale.x(drawn.softUntil) - scale.x(drawn.softFrom) < 8
  const solidFrom = isThin && drawn.start === 'sharp' ? x1 : Math.min(Math.max(scale.x(drawn.from), x1), x2)
  const solidTo =
    isThin && drawn.end === 'sharp' ? x2 : Math.min(Math.max(scale.x(drawn.until), solidFrom), x2)
  const parts: readonly BarPart[] = [
    { kind: 'rises', x: x1, width: solidFrom - x1 },
    { kind: 'solid', x: solidFrom, width: solidTo - solidFrom },
    { kind: 'fades', x: solidTo, width: x2 - solidTo }
  ]
  return parts.filter(({ width }) => width > 0.05)
}

/** How far an end that goes on is drawn beyond what is known, in px. */
export const fadePx = 44

function middleOf(row: number): number {
  return (row + 0.5) * rowHeight
}

/** Which stretches of which sub-row are taken. */
class Rows {
  readonly #taken: { from: number; to: number }[][] = []

  get count(): number {
    return this.#taken.length
  }

  isFree(row: number, from: number, to: number): boolean {
    return (this.#taken[row] ?? []).every(one => to <= one.from || from >= one.to)
  }

  take(row: number, from: number, to: number): boolean {
    if (!this.isFree(row, from, to)) return false
    while (this.#taken.length <= row) this.#taken.push([])
    this.#taken[row]?.push({ from, to })
    return true
  }
}

/** A relation between two marks, from the middle of one to the middle of the other. */
export interface PlacedLink {
  readonly relation: Relation
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
}

const drawnTypes: ReadonlySet<string> = new Set([
  'precedes',
  'appeals',
  'amends',
  'supersedes',
  'disposes-of'
])

/**
 * The relations that tell of the course of things, between marks that are drawn singly. `eventOf` leads from a
 * report to the event it is told of. Where an event stands in several lanes, within one lane if it can be.
 */
export function placeLinks(
  layout: TimelineLayout,
  relations: readonly Relation[],
  eventOf: (report: AnnotationId) => AnnotationId | undefined
): readonly PlacedLink[] {
  const marks = new Map<AnnotationId, { x: number; y: number; lane: number }[]>()
  layout.lanes.forEach(({ placed, top }, lane) => {
    for (const { item, x1, x2, y } of placed) {
      const mark = { x: (x1 + x2) / 2, y: top + y, lane }
      const known = marks.get(item.id)
      if (known === undefined) marks.set(item.id, [mark])
      else known.push(mark)
    }
  })
  const marksOf = (report: AnnotationId) => {
    const event = eventOf(report)
    return (event === undefined ? undefined : marks.get(event)) ?? []
  }
  return relations.flatMap(relation => {
    if (!drawnTypes.has(relation.type)) return []
    const starts = marksOf(relation.from)
    const ends = marksOf(relation.to)
    const start = starts.find(one => ends.some(({ lane }) => lane === one.lane)) ?? starts[0]
    const end = ends.find(({ lane }) => lane === start?.lane) ?? ends[0]
    if (start === undefined || end === undefined || start === end) return []
    return [{ relation, x1: start.x, y1: start.y, x2: end.x, y2: end.y }]
  })
}
