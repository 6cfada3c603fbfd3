import type { Study } from '../project/study'
import type { Drawing, DrawingKit, TextFont } from '../report/figure'
import { inks, sideGlyph } from '../report/ink'
import { svg, type SvgNode } from '../report/svg'
import { textNode } from '../report/text-node'
import { cutText, wrapText } from '../report/wrap-text'
import { cardLinks } from './card-links'
import { cardWords, quoteWithGaps } from './card-words'
import type { CardCell, CardRow } from './card-rows'
import type { Column, PerspectiveColumns } from './columns'
import type { Perspective } from './perspective'

const fonts = {
  head: { family: 'ui', size: 13, weight: 600 },
  count: { family: 'ui', size: 13 },
  row: { family: 'ui', size: 12.5, weight: 600 },
  detail: { family: 'ui', size: 11.5 },
  group: { family: 'ui', size: 11, weight: 600 },
  quote: { family: 'read', size: 14 },
  holder: { family: 'ui', size: 11, weight: 600 },
  meta: { family: 'ui', size: 11 },
  silent: { family: 'read', size: 13, isItalic: true }
} as const satisfies Record<string, TextFont>

/** Height of a line in each font, in px. */
const lineHeights = {
  head: 18,
  count: 18,
  row: 18,
  detail: 16,
  group: 20,
  quote: 20,
  holder: 16,
  meta: 16,
  silent: 18
}
const headHeight = 30
const padding = 10
const cardGap = 12
const headingWidth = 140

interface Box {
  readonly x: number
  readonly width: number
}

/** Columns with every quotation in full, on as much height as that takes. */
export function drawColumns(study: Study, { columns, rows }: PerspectiveColumns, kit: DrawingKit): Drawing {
  const hasHeadings = rows.length > 1
  const left = hasHeadings ? headingWidth : 0
  const boxes = shareWidth(columns, left, kit.width)
  const nodes: SvgNode[] = [
    svg('rect', { x: 0, y: 0, width: kit.width, height: headHeight, fill: inks.shade }),
    ...columns.flatMap((column, i) => headNodes(column, boxes[i] ?? boxes[0] ?? { x: 0, width: 0 }, kit))
  ]
  let y = headHeight
  for (const row of rows) {
    const drawn = rowNodes(study, row, columns, boxes, hasHeadings, y, kit)
    nodes.push(...drawn.nodes, line(0, y, kit.width, y))
    y += drawn.height
  }
  nodes.push(line(0, y, kit.width, y), ...boxes.map(({ x }) => line(x, 0, x, y)))
  return { width: kit.width, height: y, content: nodes }
}

/** Columns in which nobody speaks take half the width of the others. */
function shareWidth(columns: readonly Column[], left: number, width: number): readonly Box[] {
  const shares = columns.map(({ count }) => (count === 0 ? 0.5 : 1))
  const total = shares.reduce((sum, share) => sum + share, 0)
  let x = left
  return shares.map(share => {
    const box = { x, width: ((width - left) * share) / total }
    x += box.width
    return box
  })
}

function headNodes({ side, name, count }: Column, { x, width }: Box, kit: DrawingKit): SvgNode[] {
  const start = x + padding + (side === null ? 0 : 18)
  const shown = cutText(name, fonts.head, x + width - start - 30, kit.measure)
  return [
    ...(side === null ? [] : [sideGlyph(side, x + padding, 9)]),
    textNode(shown, { x: start, y: 19.5, font: fonts.head }),
    textNode(String(count), {
      x: start + kit.measure(shown, fonts.head) + 7,
      y: 19.5,
      font: fonts.count,
      fill: inks.quiet
    })
  ]
}

/** One row: what it is about, and the cells; as high as the highest of them. */
function rowNodes(
  study: Study,
  row: CardRow,
  columns: readonly Column[],
  boxes: readonly Box[],
  hasHeading: boolean,
  top: number,
  kit: DrawingKit
): { nodes: SvgNode[]; height: number } {
  const heading = new Pen({ x: -padding, width: headingWidth }, top, kit)
  if (hasHeading) {
    heading.write(row.title, 'row')
    heading.write(row.detail, 'detail', inks.quiet)
  }
  const cells = row.cells.map((cell, i) => {
    const pen = new Pen(boxes[i] ?? { x: 0, width: 0 }, top, kit)
    if (cell.count === 0) pen.write(columns[i]?.silence ?? '', 'silent', inks.quiet)
    else writeCards(study, cell, saysStance(columns[i]), pen)
    return pen
  })
  const height = Math.max(heading.height, ...cells.map(pen => pen.height))
  const shades = row.cells.flatMap((cell, i): SvgNode[] => {
    const box = boxes[i]
    if (cell.count > 0 || box === undefined) return []
    return [svg('rect', { x: box.x, y: top, width: box.width, height, fill: inks.shade })]
  })
  return { nodes: [...shades, ...heading.nodes, ...cells.flatMap(pen => pen.nodes)], height }
}

/** Where the heading tells the stance of all cards, they need not. */
function saysStance(column: Column | undefined): boolean {
  return column?.side !== undefined && column.side !== null && column.side !== 'unclear'
}

function writeCards(study: Study, { groups }: CardCell, isStanceKnown: boolean, pen: Pen): void {
  for (const { name, cards } of groups) {
    pen.write(name, 'group', inks.quiet)
    for (const { perspective } of cards) {
      pen.write(quoteWithGaps(perspective), 'quote')
      pen.write(cardWords(study, perspective).holder, 'holder')
      pen.write(metaOf(study, perspective, isStanceKnown), 'meta', inks.quiet)
      pen.skip(cardGap)
    }
  }
}

/** "Judge · Paraphrase · ¶4 · answers ¶2" */
function metaOf(study: Study, perspective: Perspective, isStanceKnown: boolean): string {
  const { role, stance, form, anonymity } = cardWords(study, perspective)
  const { of, paragraph } = perspective.place
  const place = study.articles.length > 1 ? `¶${paragraph} of “${of.article.title}”` : `¶${paragraph}`
  const links = cardLinks(study, perspective.annotation.id).filter(({ isOutgoing }) => isOutgoing)
  return [role, isStanceKnown ? null : stance, form, anonymity, place, ...links.map(({ words }) => words)]
    .filter(word => word !== null)
    .join(' · ')
}

/** Writes wrapped lines one below the other in a column. */
class Pen {
  readonly nodes: SvgNode[] = []
  #y: number

  constructor(
    private readonly box: Box,
    private readonly top: number,
    private readonly kit: DrawingKit
  ) {
    this.#y = top + padding
  }

  /** What the column takes with its margins, in px. */
  get height(): number {
    return this.#y - this.top + padding
  }

  skip(pixels: number): void {
    this.#y += pixels
  }

  /** An empty text takes no room. */
  write(text: string, font: keyof typeof fonts, fill: string = inks.ink): void {
    const width = this.box.width - 2 * padding
    for (const words of wrapText(text, fonts[font], width, this.kit.measure)) {
      const y = this.#y + lineHeights[font] * 0.74
      this.nodes.push(textNode(words, { x: this.box.x + padding, y, font: fonts[font], fill }))
      this.#y += lineHeights[font]
    }
  }
}

function line(x1: number, y1: number, x2: number, y2: number): SvgNode {
  return svg('line', { x1, y1, x2, y2, stroke: inks.rule })
}
