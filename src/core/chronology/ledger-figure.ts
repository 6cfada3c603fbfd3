import type { AnnotationId } from '../project/ids'
import type { DrawingKit, Figure } from '../report/figure'
import type { SvgNode } from '../report/svg'
import type { CaseLedger, LedgerNames } from './ledger'
import { totalOf } from './ledger'
import { drawAccounts, drawCharges, signOf } from './ledger-drawing'
import { countsOf } from './ledger-flag'
import { accountTable, chargesTable } from './ledger-tables'
import { dispositions, dispositionWords } from './ledger-types'

const method = [
  'Reports joined by “is the same event as” count once; only events told as actual are reckoned, in the order in which they happened.',
  'After every event the counts charged are the sum of convicted, guilty plea, acquitted, dismissed, jury divided, pending and no disposition.',
  'Decisions after a divided jury are taken from its counts where a relation or the dates say so; superseding charges take the place of what was not decided.'
]

/** The ledger of these cases as pictures and tables: the accounts by event, and charges × defendants. */
export function ledgerFigures(ledgers: readonly CaseLedger[], names: LedgerNames): readonly Figure[] {
  const told = ledgers.filter(({ account }) => account.lines.length > 0)
  const listed = ledgers.filter(({ table }) => table.rows.length > 0 && table.defendants.length > 0)
  const standing = totalOf(ledgers)
  const cases = `${ledgers.length} ${ledgers.length === 1 ? 'case' : 'cases'}`
  const subtitle = `${countsOf(standing.charged)} charged in ${cases}${standing.isAtLeast ? ', and charges without a number' : ''}`
  // What is open or assumed belongs to the figures: without it they would say more than the reports do.
  const flags = ledgers.flatMap(one => one.flags.map(({ title }) => title))
  const used = dispositions.filter(one => standing[one] > 0)
  const legend = used.map(one => ({ sign: signOf(one), label: dispositionWords[one] }))
  const shared = {
    subtitle,
    legend,
    method: [...method, ...flags.slice(0, 20)],
    passages: passagesOf(ledgers)
  }
  const figures: Figure[] = []
  const drawnWith =
    (draw: (kit: DrawingKit) => { content: readonly SvgNode[]; height: number }) => (kit: DrawingKit) => ({
      width: kit.width,
      ...draw(kit)
    })
  if (told.length > 0)
    figures.push({
      id: 'ledger-accounts',
      title: 'What became of the counts, by event',
      draw: drawnWith(kit => drawAccounts(told, names, kit)),
      table: accountTable(told, names),
      ...shared
    })
  if (listed.length > 0)
    figures.push({
      id: 'ledger-charges',
      title: 'Charges by defendant',
      draw: drawnWith(kit => drawCharges(listed, names, kit)),
      table: chargesTable(listed, names),
      ...shared,
      legend: []
    })
  return figures
}

function passagesOf(ledgers: readonly CaseLedger[]): readonly AnnotationId[] {
  return [...new Set(ledgers.flatMap(({ account }) => account.lines.flatMap(({ event }) => event.ids)))]
}
