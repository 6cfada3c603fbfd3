import { relationKind } from '../../../core/annotation/relations'
import type { Annotation, Relation } from '../../../core/project/entities'
import type { AnnotationId } from '../../../core/project/ids'

/** Pixels. */
export interface DiagramSize {
  width: number
  height: number
}

export interface DiagramNode {
  id: AnnotationId
  x: number
  /** How many relations it has. */
  degree: number
}

export interface DiagramArc {
  id: string
  from: AnnotationId
  to: AnnotationId
  path: string
  /** A small triangle at the end it leads to; empty for what reads the same both ways. */
  arrow: string
}

export interface Diagram extends DiagramSize {
  /** Where the nodes stand, in the order of the text. */
  nodes: DiagramNode[]
  baseline: number
  arcs: DiagramArc[]
}

/** Room at both ends, between nodes at least, below the line for the names, and above the highest arc. */
const margins = { side: 28, between: 26, below: 34, above: 14 }
export const nodeRadius = 9

/**
 * An arc diagram: annotations that are related stand on a line in the order of the text, evenly, so that a
 * crowded paragraph reads as well as a bare one; relations are arcs above. It grows wider than `size.width`
 * rather than crowd. `annotations` are in text order; relations with an end elsewhere are left out.
 */
export function layOutDiagram(
  annotations: readonly Annotation[],
  relations: readonly Relation[],
  size: DiagramSize
): Diagram {
  const degrees = new Map<AnnotationId, number>()
  const own = new Set(annotations.map(({ id }) => id))
  const drawn = relations.filter(({ from, to }) => from !== to && own.has(from) && own.has(to))
  for (const { from, to } of drawn) for (const id of [from, to]) degrees.set(id, (degrees.get(id) ?? 0) + 1)
  const related = annotations.filter(({ id }) => degrees.has(id))
  const gaps = Math.max(related.length - 1, 1)
  const step = Math.min(90, Math.max(margins.between, (size.width - 2 * margins.side) / gaps))
  const width = Math.max(size.width, gaps * step + 2 * margins.side)
  // A few nodes stand in the middle, not spread to the edges.
  const left = (width - gaps * step) / 2
  const baseline = size.height - margins.below
  const place = new Map(related.map(({ id }, i) => [id, left + i * step]))
  const nodes = related.map(({ id }) => ({ id, x: place.get(id) ?? 0, degree: degrees.get(id) ?? 0 }))
  const widest = Math.max(
    ...drawn.map(({ from, to }) => Math.abs((place.get(from) ?? 0) - (place.get(to) ?? 0))),
    1
  )
  const room = baseline - nodeRadius - margins.above
  const arcs = drawn.map(relation => {
    const [a, b] = [place.get(relation.from) ?? 0, place.get(relation.to) ?? 0]
    // The square root tells near from far without letting one long arc press all others flat.
    const height = Math.max(16, room * Math.sqrt(Math.abs(a - b) / widest))
    return { ...arcBetween(a, b, baseline - nodeRadius - 1, height, relation), id: relation.id }
  })
  return { width, height: size.height, nodes, baseline, arcs }
}

function arcBetween(
  a: number,
  b: number,
  y: number,
  height: number,
  { from, to, type }: Relation
): Omit<DiagramArc, 'id'> {
  // A cubic with both handles at one height reaches three quarters of it.
  const top = y - (height * 4) / 3
  const lean = (b - a) * 0.12
  const path = `M${a} ${y}C${a + lean} ${top} ${b - lean} ${top} ${b} ${y}`
  const arrow = relationKind(type).isSymmetric ? '' : `M${b} ${y + 1}l-3.5 -7h7z`
  return { from, to, path, arrow }
}
