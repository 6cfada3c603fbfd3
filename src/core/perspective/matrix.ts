import type { Study } from '../project/study'
import { gatherBy } from './gather-by'
import type { MatrixCell, MatrixLine, MatrixOptions } from './matrix-line'
import { actorDrafts, issueDrafts, type LineDraft } from './matrix-lines'
import { orderUnits, type MatrixOrder, type OrderedUnit } from './matrix-order'
import { countSides, dominantSide } from './matrix-tally'
import type { Perspective } from './perspective'

export interface PerspectiveMatrix {
  /** Whether rows are actors; otherwise they are issues. */
  readonly areRowsActors: boolean
  readonly rows: readonly MatrixLine[]
  readonly columns: readonly MatrixLine[]
  /** Row by row, as many as there are columns. */
  readonly cells: readonly (readonly MatrixCell[])[]
  readonly total: MatrixCell
}

/**
 * Who speaks on which issue: every perspective is in exactly one cell, so that cells add up to the totals, and those
 * to the number of perspectives. Holders that are not named are gathered by role.
 */
export function perspectiveMatrix(
  study: Study,
  perspectives: readonly Perspective[],
  options: MatrixOptions
): PerspectiveMatrix {
  const places = new Map(perspectives.map((perspective, i) => [perspective, i]))
  const actors = actorDrafts(study, perspectives, options.hasSilent)
  const issues = issueDrafts(study, perspectives, options)
  const issueOf = new Map(issues.flatMap((draft, i) => draft.perspectives.map(one => [one, i] as const)))
  const grid = new Map(
    actors.map(actor => [actor, splitBy(actor.perspectives, issues.length, one => issueOf.get(one) ?? 0)])
  )
  const rows = arrange(actors, options.order, options.isGrouped, places, actor => grid.get(actor) ?? [])
  const columns = arrange(issues, options.order, true, places, issue => {
    const index = issues.indexOf(issue)
    return actors.map(actor => grid.get(actor)?.[index] ?? [])
  })
  const all = perspectives.length
  return {
    areRowsActors: true,
    rows: rows.map(draft => lineOf(draft, all, options.isGrouped)),
    columns: columns.map(draft => lineOf(draft, all, false)),
    cells: rows.map(actor =>
      columns.map(issue => cellOf(grid.get(actor)?.[issues.indexOf(issue)] ?? [], issue.perspectives.length))
    ),
    total: cellOf(perspectives, all)
  }
}

/** The same cells with issues as rows, and back. */
export function transposeMatrix(matrix: PerspectiveMatrix): PerspectiveMatrix {
  return {
    areRowsActors: !matrix.areRowsActors,
    rows: matrix.columns,
    columns: matrix.rows,
    cells: matrix.columns.map((_, column) => matrix.cells.map(row => row[column] ?? silence)),
    total: matrix.total
  }
}

export interface MatrixGroup {
  readonly key: string
  /** Empty when rows are not grouped. */
  readonly title: string
  /** Rows from here up to and without `end`. */
  readonly first: number
  readonly end: number
  /** Of all perspectives in the matrix, 0–1. */
  readonly share: number
  readonly count: number
}

/** Rows under their headings. */
export function rowGroups({ rows, total }: PerspectiveMatrix): readonly MatrixGroup[] {
  const groups: { key: string; title: string; first: number; end: number; count: number }[] = []
  rows.forEach(({ group, total: { perspectives } }, i) => {
    const last = groups.at(-1)
    const { key, title } = group ?? { key: '', title: '' }
    if (last?.key === key) {
      last.end = i + 1
      last.count += perspectives.length
    } else groups.push({ key, title, first: i, end: i + 1, count: perspectives.length })
  })
  const all = total.perspectives.length
  return groups.map(group => ({ ...group, share: all === 0 ? 0 : group.count / all }))
}

function cellOf(perspectives: readonly Perspective[], ofAll: number): MatrixCell {
  if (perspectives.length === 0) return silence
  const sides = countSides(perspectives)
  return { perspectives, sides, side: dominantSide(sides), share: perspectives.length / ofAll }
}

const silence: MatrixCell = { perspectives: [], sides: countSides([]), side: null, share: 0 }

function lineOf(draft: LineDraft, all: number, isGrouped: boolean): MatrixLine {
  const { key, name, title, role, unit, unitTitle, isPart, perspectives } = draft
  const group = isGrouped ? { key: unit, title: unitTitle } : null
  return { key, name, title, role, isPart, group, total: cellOf(perspectives, all) }
}

function splitBy(
  perspectives: readonly Perspective[],
  count: number,
  place: (perspective: Perspective) => number
): readonly (readonly Perspective[])[] {
  const split: Perspective[][] = Array.from({ length: count }, () => [])
  for (const perspective of perspectives) split[place(perspective)]?.push(perspective)
  return split
}

/** Drafts in the order wanted; with `isTogether` those of one unit follow each other and units are ordered likewise. */
function arrange(
  drafts: readonly LineDraft[],
  order: MatrixOrder,
  isTogether: boolean,
  places: ReadonlyMap<Perspective, number>,
  cellsOf: (draft: LineDraft) => readonly (readonly Perspective[])[]
): readonly LineDraft[] {
  const ordered = (some: readonly LineDraft[]) => {
    const ranked = orderUnits(
      some.map(draft => unitOf([draft], places, cellsOf)),
      order
    )
    return ranked.flatMap(i => some[i] ?? [])
  }
  const last = drafts.filter(({ isLast }) => isLast)
  const others = drafts.filter(({ isLast }) => !isLast)
  if (!isTogether) return [...ordered(others), ...last]
  const units = [...gatherBy(others, ({ unit }) => unit).values()]
  const ranked = orderUnits(
    units.map(unit => unitOf(unit, places, cellsOf)),
    order
  )
  return [
    ...ranked.flatMap(i => {
      const unit = units[i] ?? []
      // An issue leads its parts, whatever their order.
      return [...unit.filter(isHead), ...ordered(unit.filter(draft => !isHead(draft)))]
    }),
    ...last
  ]
}

const isHead = ({ key, unit }: LineDraft) => key === unit

function unitOf(
  drafts: readonly LineDraft[],
  places: ReadonlyMap<Perspective, number>,
  cellsOf: (draft: LineDraft) => readonly (readonly Perspective[])[]
): OrderedUnit {
  const cells = drafts.map(cellsOf)
  const firsts = drafts.map(({ perspectives: [first] }) =>
    first === undefined ? Infinity : (places.get(first) ?? Infinity)
  )
  return {
    count: drafts.reduce((sum, { perspectives }) => sum + perspectives.length, 0),
    first: Math.min(...firsts),
    sides: (cells[0] ?? []).map((_, i) => countSides(cells.flatMap(row => row[i] ?? [])))
  }
}
