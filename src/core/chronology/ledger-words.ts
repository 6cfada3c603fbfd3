import { describeEdtf } from './edtf'
import type { AccountLine } from './ledger-account'
import type { LedgerEvent } from './ledger-event'
import type { LedgerNames } from './ledger'
import type { Standing } from './ledger-lot'
import type { CellEntry, LedgerRow } from './ledger-table'
import { chargingTypes, dispositions, dispositionWords, type Disposition } from './ledger-types'

/** "53 acquitted", "up to 7 no disposition", "guilty plea, number not told". */
export function entryWords({ disposition, count, isUpTo }: CellEntry): string {
  const words = disposition === 'charged' ? 'charged' : dispositionWords[disposition]
  if (count === null)
    return disposition === 'charged' || disposition === 'open' ? words : `${words}, number not told`
  return `${isUpTo ? 'up to ' : ''}${count.toLocaleString('en')} ${words}`
}

/** What heads a row: the charge, the charging event, or that it is not told. */
export function rowName(row: LedgerRow, names: LedgerNames): string {
  if (row.charge !== null) return row.charge.description || row.charge.statute || 'Charge without a name'
  return row.event === null ? 'Charge not told' : names.typeName(row.event.type)
}

/** What stands below it in small: a law, a date. Empty when there is nothing. */
export function rowDetail(row: LedgerRow): string {
  if (row.charge !== null) return row.charge.description === '' ? '' : row.charge.statute
  if (row.event === null) return 'Decided, without saying of which charge'
  return dateWords(row.event)
}

export function dateWords({ date }: Pick<LedgerEvent, 'date'>): string {
  return date === null ? 'No date' : describeEdtf(date)
}

/** What an event did to the account: "53 acquitted, of those of the divided jury". Empty when it did nothing. */
export function changeWords({ event, change, fromHung, unnumbered }: AccountLine): string {
  const words: string[] = []
  const add = (count: number, what: string) => words.push(`${count.toLocaleString('en')} ${what}`)
  const { charged } = event.counts
  if (event.type === 'superseding-charge' && charged !== undefined && charged !== change.charged)
    words.push(`${charged.toLocaleString('en')} charged, in the place of earlier charges`)
  else if (change.charged !== undefined && change.charged !== 0)
    words.push(`${change.charged > 0 ? '+' : '−'}${Math.abs(change.charged).toLocaleString('en')} charged`)
  for (const disposition of dispositions) {
    const moved = change[disposition] ?? 0
    if (disposition !== 'open' && moved > 0) add(moved, dispositionWords[disposition])
  }
  if (fromHung > 0) {
    const isAll = dispositions.every(
      one => one === 'hung' || one === 'open' || (change[one] ?? 0) <= fromHung
    )
    words.push(
      isAll
        ? 'of those where the jury was divided'
        : `${fromHung.toLocaleString('en')} of them where the jury was divided`
    )
  }
  if (unnumbered !== null) words.push(`${dispositionWords[unnumbered]}, number not told`)
  if (chargingTypes.includes(event.type ?? '') && charged === undefined)
    words.push('charged, number not told')
  if (event.type === 'mistrial' && words.length === 0) return 'No count is decided'
  return words.join(', ')
}

/** The dispositions that ever hold a count in these lines, in the order in which they are shown. */
export function usedDispositions(lines: readonly AccountLine[]): readonly Disposition[] {
  return dispositions.filter(disposition => lines.some(({ standing }) => standing[disposition] > 0))
}

/** "93 counts charged", "at least 12 counts charged". */
export function chargedWords({ charged, isAtLeast }: Standing): string {
  const what = `${charged === 1 ? 'count' : 'counts'} charged`
  return isAtLeast ? `${what}, and charges without a number` : what
}
