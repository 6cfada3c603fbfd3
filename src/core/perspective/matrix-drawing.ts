import type { Drawing, DrawingKit, TextFont } from '../report/figure'
import { inks, sideGlyph } from '../report/ink'
import { svg, type SvgNode } from '../report/svg'
import { textNode } from '../report/text-node'
import { cutText, wrapText } from '../report/wrap-text'
import { rowGroups, type PerspectiveMatrix } from './matrix'
import type { MatrixCell } from './matrix-line'
import { cellWords, percent, type MatrixMeasure } from './matrix-words'

const fonts = {
  head: { family: 'ui', size: 11.5, weight: 500 },
  group: { family: 'ui', size: 11 },
  name: { family: 'ui', size: 12, weight: 500 },
  count: { family: 'ui', size: 12, weight: 600 },
  share: { family: 'ui', size: 10.5 },
  silent: { family: 'read', size: 11.5, isItalic: true }
} as const satisfies Record<string, TextFont>

/** All in px. */
const rowHeight = 28
const groupHeight = 26
const headLine = 15
const nameWidth = 170
const totalWidth = 56
/** Narrower cells hold no words; then columns go on below. */
const leastCell = 84

/** The whole matrix; columns that do not fit beside each other go on below, under the same rows. */
export function drawMatrix(matrix: PerspectiveMatrix, measure: MatrixMeasure, kit: DrawingKit): Drawing {
  const perPanel = Math.max(1, Math.floor((kit.width - nameWidth - totalWidth) / leastCell))
  const content: SvgNode[] = []
  let y = 0
  for (let from = 0; from < Math.max(1, matrix.columns.length); from += perPanel) {
    const drawn = drawPanel(matrix, measure, kit, from, Math.min(from + perPanel, matrix.columns.length))
    content.push(svg('g', { transform: `translate(0 ${y})` }, ...drawn.content))
    y += drawn.height + 24
  }
  return { width: kit.width, height: y - 24, content }
}

function drawPanel(
  matrix: PerspectiveMatrix,
  measure: MatrixMeasure,
  kit: DrawingKit,
  from: number,
  to: number
): Drawing {
  const right = kit.width - totalWidth
  const width = (right - nameWidth) / Math.max(1, to - from)
  const heads = matrix.columns
    .slice(from, to)
    .map(({ name }) => wrapText(name, fonts.head, width - 14, kit.measure).slice(0, 4))
  const headHeight = Math.max(1, ...heads.map(lines => lines.length)) * headLine + 10
  const nodes: SvgNode[] = heads.flatMap((lines, i) =>
    lines.map((line, j) =>
      textNode(line, { x: nameWidth + i * width + 8, y: 13 + j * headLine, font: fonts.head })
    )
  )
  nodes.push(textNode('Total', { x: kit.width - 4, y: 13, font: fonts.head, anchor: 'end' }))
  const lines: SvgNode[] = [rule(headHeight, kit.width)]
  let y = headHeight
  for (const { title, first, end, share } of rowGroups(matrix)) {
    if (title !== '') {
      nodes.push(textNode(title, { x: 0, y: y + 18, font: fonts.group, fill: inks.quiet }))
      nodes.push(
        textNode(percent(share), {
          x: kit.width - 4,
          y: y + 18,
          font: fonts.group,
          fill: inks.quiet,
          anchor: 'end'
        })
      )
      y += groupHeight
      lines.push(rule(y, kit.width))
    }
    for (let r = first; r < end; r++) {
      const row = matrix.rows[r]
      if (row === undefined) continue
      nodes.push(rowName(row.name, row.isPart, y, kit))
      for (let c = from; c < to; c++) {
        const cell = matrix.cells[r]?.[c] ?? matrix.total
        nodes.push(...cellNodes(cell, measure, nameWidth + (c - from) * width, y, width))
      }
      nodes.push(number(countOf(row.total, measure), kit.width - 4, y))
      y += rowHeight
      lines.push(rule(y, kit.width))
    }
  }
  nodes.push(rowName(matrix.areRowsActors ? 'All actors' : 'All issues', false, y, kit))
  for (let c = from; c < to; c++) {
    const column = matrix.columns[c]
    if (column === undefined) continue
    const x = nameWidth + (c - from) * width + 8
    nodes.push(textNode(countOf(column.total, measure), { x, y: y + 19, font: fonts.count }))
  }
  nodes.push(number(countOf(matrix.total, measure), kit.width - 4, y))
  return { width: kit.width, height: y + rowHeight, content: [...nodes, ...lines] }
}

function rowName(name: string, isPart: boolean, y: number, kit: DrawingKit): SvgNode {
  const x = isPart ? 14 : 0
  const text = cutText(name, fonts.name, nameWidth - x - 8, kit.measure)
  return textNode(text, { x, y: y + 19, font: fonts.name })
}

function cellNodes(
  cell: MatrixCell,
  measure: MatrixMeasure,
  x: number,
  y: number,
  width: number
): readonly SvgNode[] {
  if (cell.perspectives.length === 0)
    return [
      svg('rect', { x, y, width, height: rowHeight, fill: inks.shade }),
      textNode('silent', { x: x + 8, y: y + 18, font: fonts.silent, fill: inks.quiet })
    ]
  return [
    ...(cell.side === null ? [] : [sideGlyph(cell.side, x + 8, y + 9, 11)]),
    textNode(countOf(cell, measure), { x: x + 24, y: y + 19, font: fonts.count }),
    textNode(percent(cell.share), {
      x: x + width - 8,
      y: y + 18,
      font: fonts.share,
      fill: inks.quiet,
      anchor: 'end'
    })
  ]
}

function number(text: string, x: number, y: number): SvgNode {
  return textNode(text, { x, y: y + 19, font: fonts.count, anchor: 'end' })
}

function countOf(cell: MatrixCell, measure: MatrixMeasure): string {
  return (measure === 'words' ? cellWords(cell) : cell.perspectives.length).toLocaleString('en')
}

function rule(y: number, width: number): SvgNode {
  return svg('line', { x1: 0, x2: width, y1: y, y2: y, stroke: inks.rule, 'stroke-width': 1 })
}
