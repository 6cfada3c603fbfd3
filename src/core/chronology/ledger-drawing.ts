import type { DrawingKit, TextFont } from '../report/figure'
import { hatchOf, inks } from '../report/ink'
import { svg, type SvgNode } from '../report/svg'
import { textNode } from '../report/text-node'
import { cutText, wrapText } from '../report/wrap-text'
import type { CaseLedger, LedgerNames } from './ledger'
import type { Standing } from './ledger-lot'
import { dispositions, type Disposition } from './ledger-types'
import { changeWords, dateWords, entryWords, rowDetail, rowName } from './ledger-words'

const caseFont: TextFont = { family: 'read', size: 17, weight: 600 }
const wordFont: TextFont = { family: 'ui', size: 12 }
const strongFont: TextFont = { family: 'ui', size: 12, weight: 600 }
const smallFont: TextFont = { family: 'ui', size: 11 }
const lineHeight = 17
/** More lines of one case are in its table. */
const mostLines = 60
const mostDefendants = 7

interface Piece {
  readonly content: readonly SvgNode[]
  /** In px. */
  readonly height: number
}

/** Of each case its bar of dispositions, and below it what every event did. */
export function drawAccounts(ledgers: readonly CaseLedger[], names: LedgerNames, kit: DrawingKit): Piece {
  return stack(
    ledgers.map(ledger => y => {
      const { account, name } = ledger
      const content: SvgNode[] = [textNode(name, { x: 0, y: y + 18, font: caseFont })]
      let at = y + 32
      if (account.standing.charged > 0) {
        content.push(...bar(account.standing, at, kit.width))
        at += 26
      }
      for (const line of account.lines.slice(0, mostLines)) {
        const words = wrapText(changeWords(line), wordFont, kit.width - 400, kit.measure)
        content.push(
          textNode(cutText(dateWords(line.event), wordFont, 150, kit.measure), {
            x: 0,
            y: at + 12,
            font: wordFont,
            fill: inks.quiet
          }),
          textNode(cutText(names.typeName(line.event.type), strongFont, 220, kit.measure), {
            x: 160,
            y: at + 12,
            font: strongFont
          }),
          ...words.map((text, i) => textNode(text, { x: 400, y: at + 12 + i * lineHeight, font: wordFont }))
        )
        at += Math.max(1, words.length) * lineHeight + 5
      }
      at = more(content, account.lines.length - mostLines, 'events', at)
      return { content, height: at - y + 18 }
    })
  )
}

/** Charges × defendants of each case, in words; a defendant beyond the seventh is in the table only. */
export function drawCharges(ledgers: readonly CaseLedger[], names: LedgerNames, kit: DrawingKit): Piece {
  return stack(
    ledgers.map(ledger => y => {
      const { table, name } = ledger
      const defendants = table.defendants.slice(0, mostDefendants)
      const first = 190
      const width = (kit.width - first) / Math.max(1, defendants.length)
      const content: SvgNode[] = [textNode(name, { x: 0, y: y + 18, font: caseFont })]
      let at = y + 34
      const put = (texts: readonly (readonly string[])[], fonts: readonly TextFont[]) => {
        const cells = texts.map((lines, i) =>
          lines.flatMap(text =>
            wrapText(text, fonts[i] ?? wordFont, (i === 0 ? first : width) - 12, kit.measure)
          )
        )
        cells.forEach((lines, i) => {
          const x = i === 0 ? 0 : first + (i - 1) * width + 8
          lines.forEach((text, line) => {
            content.push(textNode(text, { x, y: at + 14 + line * lineHeight, font: fonts[i] ?? wordFont }))
          })
        })
        at += Math.max(1, ...cells.map(lines => lines.length)) * lineHeight + 9
        content.push(svg('line', { x1: 0, y1: at, x2: kit.width, y2: at, stroke: inks.rule }))
      }
      put(
        [['Charge'], ...defendants.map(actor => [names.actorName(actor)])],
        Array(defendants.length + 1).fill(smallFont)
      )
      for (const row of table.rows)
        put(
          [
            [rowName(row, names), rowDetail(row)],
            ...row.cells.slice(0, mostDefendants).map(cell => cell?.entries.map(entryWords) ?? ['–'])
          ],
          [strongFont]
        )
      at = more(content, table.defendants.length - mostDefendants, 'defendants', at)
      return { content, height: at - y + 22 }
    })
  )
}

/** A disposition's surface in a bar: told apart by hatch and outline, not by colour. */
export function signOf(disposition: Disposition): SvgNode {
  return svg('rect', { x: 0.75, y: 2, width: 12.5, height: 10, ...surfaces[disposition] })
}

const outline = { stroke: inks.ink, 'stroke-width': 1 }
const surfaces: Readonly<Record<Disposition, Readonly<Record<string, string | number>>>> = {
  convicted: { fill: inks.ink, ...outline },
  pleaded: { fill: inks.edge, ...outline },
  acquitted: { fill: inks.shade, ...outline },
  dismissed: { fill: hatchOf('opposes'), ...outline },
  hung: { fill: hatchOf('mixed'), ...outline },
  pending: { fill: hatchOf('supports'), ...outline },
  open: { fill: inks.paper, ...outline, 'stroke-dasharray': '3 2' }
}

function bar(standing: Standing, y: number, width: number): SvgNode[] {
  let x = 0
  return dispositions
    .filter(disposition => standing[disposition] > 0)
    .map(disposition => {
      const share = (standing[disposition] / standing.charged) * width
      const node = svg('rect', {
        x: x + 0.5,
        y,
        width: Math.max(1, share - 3),
        height: 12,
        ...surfaces[disposition]
      })
      x += share
      return node
    })
}

function more(content: SvgNode[], count: number, what: string, y: number): number {
  if (count <= 0) return y
  content.push(
    textNode(`${count} more ${what} are in the table.`, {
      x: 0,
      y: y + 14,
      font: smallFont,
      fill: inks.quiet
    })
  )
  return y + lineHeight + 5
}

function stack(pieces: readonly ((y: number) => Piece)[]): Piece {
  const content: SvgNode[] = []
  let height = 0
  for (const piece of pieces) {
    const drawn = piece(height)
    content.push(...drawn.content)
    height += drawn.height
  }
  return { content, height }
}
