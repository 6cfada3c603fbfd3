import type { RelationType } from '../annotation/relations'
import type { Relation } from '../project/entities'
import type { AnnotationId } from '../project/ids'
import type { MergedEvent } from './same-event'

/** The first and last day on which an event can have been; infinite where nothing bounds it. */
export interface DaySpan {
  readonly from: number
  readonly to: number
}

/** That one event came before another because a relation says so; events by their index. */
export interface Precedence {
  readonly before: number
  readonly after: number
  readonly relation: Relation
}

/**
 * Relations that cannot be true together, or not together with the dates. None of them orders anything.
 * `within-event`: between two reports of one event. `against-date`: the dates leave no doubt that it was the other
 * way round. `circle`: they lead back to where they began. `chain-against-dates`: each may be true, not all.
 */
export interface OrderContradiction {
  readonly kind: 'within-event' | 'against-date' | 'circle' | 'chain-against-dates'
  readonly relations: readonly Relation[]
  readonly events: readonly MergedEvent[]
}

/**
 * Which end came first. What disposes of, appeals, amends or supersedes something answers to it, and so came after
 * it began. The other types say nothing about time.
 */
const firstEnd: Partial<Record<RelationType, 'from' | 'to'>> = {
  precedes: 'from',
  appeals: 'to',
  supersedes: 'to',
  'disposes-of': 'to',
  amends: 'to'
}

/** Whether relations of this type say which of two events came first. */
export function saysWhichCameFirst(type: RelationType): boolean {
  return firstEnd[type] !== undefined
}

/** What relations say of the order of events, and where they contradict each other or the dates. */
export function settleRelations(
  events: readonly MergedEvent[],
  spans: readonly DaySpan[],
  relations: readonly Relation[]
): { precedences: readonly Precedence[]; contradictions: readonly OrderContradiction[] } {
  const contradictions: OrderContradiction[] = []
  const setAside = (kind: OrderContradiction['kind'], edges: readonly Precedence[]) => {
    const indexes = new Set(edges.flatMap(({ before, after }) => [before, after]))
    contradictions.push({
      kind,
      relations: edges.map(({ relation }) => relation),
      events: [...indexes].sort((a, b) => a - b).flatMap(index => events[index] ?? [])
    })
  }
  let edges = readPrecedences(events, relations)
  const drop = (kind: OrderContradiction['kind'], wrong: ReadonlySet<Precedence>, isOneByOne: boolean) => {
    if (wrong.size === 0) return
    edges = edges.filter(edge => !wrong.has(edge))
    if (isOneByOne) for (const edge of wrong) setAside(kind, [edge])
    else for (const group of connected([...wrong])) setAside(kind, group)
  }
  const those = (isWrong: (edge: Precedence) => boolean) => new Set(edges.filter(isWrong))

  drop(
    'within-event',
    those(({ before, after }) => before === after),
    true
  )
  // Dates go first: of two relations that contradict each other they may settle which is wrong.
  drop(
    'against-date',
    those(({ before, after }) => (spans[after]?.to ?? Infinity) < (spans[before]?.from ?? -Infinity)),
    true
  )
  drop('circle', edgesInCircles(edges), false)
  const { from, to } = tighten(spans, edges)
  drop(
    'chain-against-dates',
    those(({ before, after }) => (to[after] ?? Infinity) < (from[before] ?? -Infinity)),
    false
  )
  return { precedences: edges, contradictions }
}

/**
 * Narrows what dates leave open by what relations say: nothing is earlier than what came before it, or later than
 * what came after it. The edges make no circle.
 */
export function tighten(
  spans: readonly DaySpan[],
  edges: readonly Precedence[]
): { from: number[]; to: number[]; depth: number[] } {
  const from = spans.map(span => span.from)
  const to = spans.map(span => span.to)
  const depth = spans.map(() => 0)
  const ordered = inOrder(edges)
  for (const { before, after } of ordered) {
    from[after] = Math.max(from[after] ?? -Infinity, from[before] ?? -Infinity)
    depth[after] = Math.max(depth[after] ?? 0, (depth[before] ?? 0) + 1)
  }
  for (const { before, after } of [...ordered].reverse())
    to[before] = Math.min(to[before] ?? Infinity, to[after] ?? Infinity)
  return { from, to, depth }
}

function readPrecedences(events: readonly MergedEvent[], relations: readonly Relation[]): Precedence[] {
  const ordering = relations.filter(({ type }) => saysWhichCameFirst(type))
  if (ordering.length === 0) return []
  const indexOf = new Map<AnnotationId, number>(
    events.flatMap(({ reports }, index) => reports.map(({ annotation }) => [annotation.id, index] as const))
  )
  return ordering.flatMap(relation => {
    const from = indexOf.get(relation.from)
    const to = indexOf.get(relation.to)
    if (from === undefined || to === undefined) return []
    return firstEnd[relation.type] === 'from'
      ? { before: from, after: to, relation }
      : { before: to, after: from, relation }
  })
}

/** The edges such that all that lead to an event come before those that lead away from it. */
function inOrder(edges: readonly Precedence[]): readonly Precedence[] {
  const away = leadingAway(edges)
  const waiting = new Map<number, number>()
  for (const { after } of edges) waiting.set(after, (waiting.get(after) ?? 0) + 1)
  const ready = [...away.keys()].filter(index => !waiting.has(index))
  const ordered: Precedence[] = []
  for (let index = ready.pop(); index !== undefined; index = ready.pop())
    for (const edge of away.get(index) ?? []) {
      ordered.push(edge)
      const left = (waiting.get(edge.after) ?? 0) - 1
      waiting.set(edge.after, left)
      if (left === 0) ready.push(edge.after)
    }
  return ordered
}

function edgesInCircles(edges: readonly Precedence[]): ReadonlySet<Precedence> {
  const settled = new Set(inOrder(edges))
  // What can be put in order lies in no circle; the few that are left are followed one by one.
  const left = edges.filter(edge => !settled.has(edge))
  const away = leadingAway(left)
  return new Set(left.filter(({ before, after }) => reachedFrom(after, away).has(before)))
}

export function leadingAway(edges: readonly Precedence[]): ReadonlyMap<number, readonly Precedence[]> {
  const away = new Map<number, Precedence[]>()
  for (const edge of edges) {
    const known = away.get(edge.before)
    if (known === undefined) away.set(edge.before, [edge])
    else known.push(edge)
  }
  return away
}

/** The events that edges lead to from this one, and itself. */
export function reachedFrom(
  start: number,
  away: ReadonlyMap<number, readonly Precedence[]>
): ReadonlySet<number> {
  const reached = new Set([start])
  // A set answers what is added while one walks through it.
  for (const index of reached) for (const { after } of away.get(index) ?? []) reached.add(after)
  return reached
}

/** Edges that hang together, in the order of the first of each. */
function connected(edges: readonly Precedence[]): readonly (readonly Precedence[])[] {
  const groups: Precedence[][] = []
  let left = edges
  for (let [first] = left; first !== undefined; [first] = left) {
    const reached = new Set([first.before, first.after])
    const touches = ({ before, after }: Precedence) => reached.has(before) || reached.has(after)
    for (let size = 0; size !== reached.size;) {
      size = reached.size
      for (const edge of left) if (touches(edge)) reached.add(edge.before).add(edge.after)
    }
    groups.push(left.filter(touches))
    left = left.filter(edge => !touches(edge))
  }
  return groups
}
