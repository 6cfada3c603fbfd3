import type { Issue } from '../project/entities'
import type { Study } from '../project/study'
import type { Figure } from '../report/figure'
import { inks, sideGlyph } from '../report/ink'
import { svg } from '../report/svg'
import { countsInWords } from './counts-in-words'
import type { PerspectiveMatrix } from './matrix'
import { drawMatrix } from './matrix-drawing'
import type { MatrixOrder } from './matrix-order'
import { cellWords, sideInWords, type MatrixMeasure } from './matrix-words'
import type { Perspective } from './perspective'
import { sides, sideSigns } from './sides'

export interface MatrixFigureOptions {
  /** Null for all issues. */
  readonly issue: Issue | null
  readonly order: MatrixOrder
  readonly measure: MatrixMeasure
  /** Perspectives on the issue, with those the filter left out. */
  readonly ofAll: number
  /** What the filter asks for; empty for nothing. */
  readonly filter: string
}

/** The matrix as it is on screen, as a picture and as a table of cells, and how it was made. */
export function matrixFigure(
  study: Study,
  perspectives: readonly Perspective[],
  matrix: PerspectiveMatrix,
  options: MatrixFigureOptions
): Figure {
  const { issue, measure, ofAll } = options
  return {
    id: 'perspective-matrix',
    title: issue === null ? 'Who speaks on which issue' : `Who speaks on “${issue.question}”`,
    subtitle: countsInWords(study, perspectives, ofAll),
    legend: [
      ...sides.map(side => ({ sign: sideGlyph(side, 0, 1), label: sideSigns[side].name })),
      { sign: svg('rect', { x: 0, y: 1, width: 12, height: 12, fill: inks.shade }), label: 'Silent' }
    ],
    draw: kit => drawMatrix(matrix, measure, kit),
    table: cellTable(matrix),
    method: methodOf(options),
    passages: perspectives.map(({ annotation }) => annotation.id)
  }
}

const orderWords: Readonly<Record<MatrixOrder, string>> = {
  share: 'Rows and columns are ordered by their number of perspectives.',
  story: 'Rows and columns are ordered by their first perspective in the story.',
  similarity:
    'Rows and columns are ordered by similarity of stance: Gower’s coefficient (1971) over the cells that both have, with supports 1, opposes −1, mixed and unclear 0; each is followed by its nearest neighbour (Rosenkrantz, Stearns and Lewis 1977), beginning with the one with the most perspectives.'
}

function methodOf({ order, measure, filter }: MatrixFigureOptions): readonly string[] {
  return [
    'Counts are annotations of the layer “Perspective”; each stands in exactly one cell.',
    'A share is of all perspectives on the issue.',
    'The side of a cell is the one that more than half of its perspectives with a stance take; without such a majority it is mixed when there are supporting and opposing ones, and otherwise the most frequent.',
    measure === 'words'
      ? 'Words are delimited as in UAX #29; a word that several perspectives cover counts once, so that totals can be smaller than the sum of their cells.'
      : '',
    'Actors stand under the role most often coded for their perspectives; of roles as frequent, the one coded first in the story.',
    orderWords[order],
    'A silent cell means that nobody was coded there, not that nobody could have been asked.',
    filter === '' ? '' : `Only perspectives with ${filter}.`
  ].filter(sentence => sentence !== '')
}

function cellTable(shown: PerspectiveMatrix): Figure['table'] {
  const { areRowsActors } = shown
  const [rowTitle, columnTitle] = areRowsActors ? ['Actor', 'Issue'] : ['Issue', 'Actor']
  return {
    columns: [
      { title: rowTitle ?? '' },
      { title: columnTitle ?? '' },
      { title: 'Role' },
      { title: 'Side' },
      { title: 'Perspectives', isNumber: true },
      { title: 'Words', isNumber: true },
      { title: 'Percent of the issue', isNumber: true },
      ...sides.map(side => ({ title: sideSigns[side].name, isNumber: true }))
    ],
    rows: shown.rows.flatMap((row, r) =>
      shown.columns.map((column, c) => {
        const cell = shown.cells[r]?.[c] ?? shown.total
        const isSilent = cell.perspectives.length === 0
        return [
          row.title,
          column.title,
          (areRowsActors ? row : column).role,
          isSilent ? 'Silent' : sideInWords(cell),
          cell.perspectives.length,
          cellWords(cell),
          Math.round(cell.share * 1000) / 10,
          ...sides.map(side => cell.sides[side])
        ]
      })
    )
  }
}
