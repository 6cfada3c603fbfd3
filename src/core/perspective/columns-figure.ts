import type { Issue } from '../project/entities'
import type { Study } from '../project/study'
import type { Figure } from '../report/figure'
import { sideGlyph } from '../report/ink'
import { cardWords, quoteWithGaps } from './card-words'
import type { RowsBy } from './card-rows'
import type { ColumnsBy, PerspectiveColumns } from './columns'
import { drawColumns } from './columns-drawing'
import { countsInWords } from './counts-in-words'
import type { Perspective } from './perspective'
import { sides, sideSigns } from './sides'

export interface ColumnsFigureOptions {
  /** Null for all issues. */
  readonly issue: Issue | null
  readonly columnsBy: ColumnsBy
  readonly rowsBy: RowsBy
  /** Perspectives on the issue, with those the filter left out. */
  readonly ofAll: number
  /** What the filter asks for; empty for nothing. */
  readonly filter: string
}

/** The columns as they are on screen, as a picture, as a table of quotations, and how they were made. */
export function columnsFigure(
  study: Study,
  perspectives: readonly Perspective[],
  columns: PerspectiveColumns,
  options: ColumnsFigureOptions
): Figure {
  const { issue, columnsBy, ofAll } = options
  const shown = sides.filter(side => columns.columns.some(column => column.side === side))
  return {
    id: `perspectives-by-${columnsBy}`,
    title: issue === null ? 'Perspectives on all issues' : issue.question,
    subtitle: countsInWords(study, perspectives, ofAll),
    legend: shown.map(side => ({ sign: sideGlyph(side, 0, 1), label: sideSigns[side].name })),
    draw: kit => drawColumns(study, columns, kit),
    table: quotationTable(study, perspectives, columns, options),
    method: methodOf(study, options),
    passages: perspectives.map(({ annotation }) => annotation.id)
  }
}

const byWords: Readonly<Record<ColumnsBy, string>> = {
  stance:
    'Columns are stances as coded; neutral and unclear perspectives stand together, because neither takes a side.',
  actors: 'Columns are chosen holders; everyone else is gathered in a column of their own.',
  role: 'Columns are the most frequent roles in the story; the rest are gathered in a column of their own.'
}
const rowWords: Readonly<Record<RowsBy, string>> = {
  'sub-issue': 'Rows are the issues that perspectives answer.',
  frame: 'Rows are frames; a perspective with several frames stands in the row of each and is counted once.',
  article: 'Rows are articles.',
  story: ''
}

function methodOf(
  study: Study,
  { issue, columnsBy, rowsBy, filter }: ColumnsFigureOptions
): readonly string[] {
  const hasParts = issue !== null && study.issues.some(({ partOf }) => partOf === issue.id)
  return [
    'Counts are annotations of the layer “Perspective”, each counted once.',
    byWords[columnsBy],
    rowWords[rowsBy],
    hasParts ? 'Perspectives on sub-issues count for the issue that they are part of.' : '',
    'Quotations are verbatim; […] stands for words between the pieces of one annotation.',
    'A silent cell means that nobody was coded there, not that nobody could have been asked.',
    filter === '' ? '' : `Only perspectives with ${filter}.`
  ].filter(sentence => sentence !== '')
}

function quotationTable(
  study: Study,
  perspectives: readonly Perspective[],
  columns: PerspectiveColumns,
  { rowsBy }: ColumnsFigureOptions
): Figure['table'] {
  const places = placesOf(columns)
  const titles = ['Column', ...(rowsBy === 'story' ? [] : ['Row'])]
  const words = ['Holder', 'Role', 'Stance', 'Form', 'Attitude', 'Anonymity', 'Frames', 'Article']
  return {
    columns: [
      ...[...titles, ...words].map(title => ({ title })),
      { title: 'Paragraph', isNumber: true },
      { title: 'Quotation' },
      { title: 'Memo' }
    ],
    rows: perspectives.map(perspective => {
      const { annotation, place } = perspective
      const { holder, role, stance, form, attitude, anonymity, frames } = cardWords(study, perspective)
      const at = places.get(annotation.id)
      return [
        at?.column ?? null,
        ...(rowsBy === 'story' ? [] : [at?.rows.join('; ') ?? null]),
        perspective.holder === null ? null : holder,
        role,
        stance,
        form,
        attitude,
        perspective.anonymity === 'named' ? 'Named' : anonymity,
        frames.length === 0 ? null : frames.join('; '),
        place.of.article.title,
        place.paragraph,
        quoteWithGaps(perspective),
        annotation.memo === '' ? null : annotation.memo
      ]
    })
  }
}

/** By annotation: the name of its column and the titles of its rows. */
function placesOf({ columns, rows }: PerspectiveColumns) {
  const places = new Map<string, { column: string; rows: string[] }>()
  for (const row of rows)
    row.cells.forEach((cell, i) => {
      for (const { cards } of cell.groups)
        for (const { perspective } of cards) {
          const { id } = perspective.annotation
          const known = places.get(id)
          if (known === undefined) places.set(id, { column: columns[i]?.name ?? '', rows: [row.title] })
          else known.rows.push(row.title)
        }
    })
  return places
}
