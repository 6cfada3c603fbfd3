import type { Case } from '../project/entities'
import type { ActorId, AnnotationId } from '../project/ids'
import type { Account } from './ledger-account'
import type { Defendant } from './ledger-case'
import type { LedgerEvent } from './ledger-event'
import { inForce, type Lot } from './ledger-lot'
import { sameStatute } from './ledger-statute'
import { dispositions, type Disposition } from './ledger-types'

/** What a cell says once: "53 acquitted", "guilty plea" (no number told), "up to 7 no disposition". */
export interface CellEntry {
  /** `charged`: charged, and which of the dispositions told concern this charge is not said. */
  readonly disposition: Disposition | 'charged'
  /** Null where no number is told. */
  readonly count: number | null
  /** Several share these counts, and how many of them concern this defendant is not told. */
  readonly isUpTo: boolean
}

export interface LedgerCell {
  readonly entries: readonly CellEntry[]
  /** The passages behind it. */
  readonly ids: readonly AnnotationId[]
}

export interface LedgerRow {
  readonly key: string
  /** A charge's description, or null for the charging event in `event`. */
  readonly charge: { readonly description: string; readonly statute: string } | null
  readonly event: LedgerEvent | null
  /** One for each defendant; null for who is not charged with it. */
  readonly cells: readonly (LedgerCell | null)[]
  /** Null where no number is told. */
  readonly counts: number | null
}

/** Charges × defendants of one case. */
export interface LedgerTable {
  readonly defendants: readonly ActorId[]
  /** By charge of the register, otherwise by charging event. The last can be without either: charge not told. */
  readonly rows: readonly LedgerRow[]
  /** Counts charged to each defendant; null where no number is told. */
  readonly totals: readonly { readonly count: number | null; readonly isUpTo: boolean }[]
}

export function ledgerTable(ofCase: Case | null, account: Account, all: readonly Defendant[]): LedgerTable {
  const charges = ofCase?.charges ?? []
  const defendants = all.filter(({ isCharged, account: own }) => isCharged || own.standing.charged > 0)
  const rows = charges.length > 0 ? chargeRows(charges, defendants) : eventRows(account, defendants)
  return {
    defendants: defendants.map(({ actor }) => actor),
    rows,
    totals: defendants.map(({ actor, account: own }) => {
      const named = charges.filter(charge => charge.defendants.includes(actor))
      if (named.length > 0 && named.every(({ counts }) => counts !== null))
        return { count: named.reduce((sum, { counts }) => sum + (counts ?? 0), 0), isUpTo: false }
      const { charged, isAtLeast } = own.standing
      return { count: charged === 0 || isAtLeast ? null : charged, isUpTo: own.lots.some(isShared) }
    })
  }
}

function isShared({ event }: Lot): boolean {
  return event.defendants.length !== 1
}

function eventRows(account: Account, defendants: readonly Defendant[]): LedgerRow[] {
  const lots = account.lots.filter(lot => lot.replacedBy === null || standing(lot) > 0)
  const rows = lots.map((lot): LedgerRow => ({
    key: lot.event.id,
    charge: null,
    event: lot.event,
    cells: defendants.map(({ actor, account: own }) => {
      if (lot.event.defendants.length > 0 && !lot.event.defendants.includes(actor)) return null
      const ownLot = own.lots.find(({ event }) => event === lot.event)
      return ownLot === undefined ? null : lotCell(ownLot, own)
    }),
    counts: lot.charged
  }))
  const untold = defendants.map(({ account: own }) => {
    const lines = own.lines.filter(line => line.unnumbered !== null && lotOf(line.event, own) === null)
    if (lines.length === 0) return null
    return {
      entries: lines.map(({ unnumbered }) => entry(unnumbered ?? 'open', null)),
      ids: lines.flatMap(({ event }) => event.ids)
    }
  })
  return untold.every(cell => cell === null) ? rows : [...rows, restRow(untold)]
}

function restRow(cells: readonly (LedgerCell | null)[]): LedgerRow {
  return { key: 'rest', charge: null, event: null, cells, counts: null }
}

function lotCell(lot: Lot, account: Account): LedgerCell {
  const lines = account.lines.filter(
    ({ event, unnumbered }) => unnumbered !== null && lotOf(event, account) === lot
  )
  const unnumbered = [...new Set(lines.map(line => line.unnumbered ?? 'open'))].filter(d => lot[d] === 0)
  const numbered = dispositions.filter(disposition => lot[disposition] > 0)
  const entries = [
    // With a decision of unknown size, how many are left without one is not known either.
    ...numbered
      .filter(disposition => disposition !== 'open' || unnumbered.length === 0)
      .map(disposition => entry(disposition, lot[disposition], disposition === 'open' && isShared(lot))),
    ...unnumbered.map(disposition => entry(disposition, null))
  ]
  return {
    entries: entries.length > 0 ? entries : [entry('open', null)],
    ids: account.lines
      .filter(
        ({ event, change }) =>
          event === lot.event || Object.keys(change).length > 0 || lines.some(line => line.event === event)
      )
      .flatMap(({ event }) => event.ids)
  }
}

/** The charges that a decision without a number is about: those it disposes of, or the only ones in force. */
function lotOf(event: LedgerEvent, { lots, disposedBy }: Account): Lot | null {
  const linked = lots.filter(lot => disposedBy(lot.event).includes(event)).map(inForce)
  if (linked.length > 0) return linked[0] ?? null
  const current = lots.filter(lot => lot.replacedBy === null)
  return current.length === 1 ? (current[0] ?? null) : null
}

function chargeRows(charges: Case['charges'], defendants: readonly Defendant[]): LedgerRow[] {
  const attributions = defendants.map(defendant => attribute(charges, defendant))
  const rows = charges.map((charge, i): LedgerRow => ({
    key: `charge-${i}`,
    charge,
    event: null,
    cells: attributions.map(({ cells }) => cells[i] ?? null),
    counts: charge.counts
  }))
  const rest = attributions.map(attribution => attribution.rest)
  return rest.every(cell => cell === null) ? rows : [...rows, restRow(rest)]
}

/** Which of a defendant's dispositions concern which charge, as far as reports name the law or leave no choice. */
function attribute(
  charges: Case['charges'],
  { actor, account }: Defendant
): { cells: readonly (LedgerCell | null)[]; rest: LedgerCell | null } {
  const own = charges.filter(charge => charge.defendants.includes(actor))
  const telling = account.lines.filter(
    ({ change, unnumbered }) =>
      unnumbered !== null || Object.keys(change).some(kind => kind !== 'charged' && kind !== 'open')
  )
  const ids = account.lines
    .filter(line => telling.includes(line) || line.change.charged !== undefined)
    .flatMap(({ event }) => event.ids)
  const all = wholeEntries(account)
  const [only] = all
  if (own.length === 1 || (all.length === 1 && only?.count !== null && only?.disposition !== 'open')) {
    const cellOf = (charge: (typeof charges)[number]): LedgerCell => {
      if (own.length === 1) return { entries: withinCharge(all, charge.counts), ids }
      return { entries: [entry(only?.disposition ?? 'charged', charge.counts)], ids }
    }
    return { cells: charges.map(charge => (own.includes(charge) ? cellOf(charge) : null)), rest: null }
  }
  const underLaw = new Map(
    own.map(charge => [charge, telling.filter(({ event }) => isUnder(event, charge, own))] as const)
  )
  const attributed = [...underLaw.values()].flat()
  const cells = charges.map((charge): LedgerCell | null => {
    const lines = underLaw.get(charge)
    if (lines === undefined) return null
    if (lines.length === 0)
      return { entries: [entry(telling.length === 0 ? 'open' : 'charged', charge.counts)], ids }
    const entries = lines.flatMap(({ event, unnumbered }) =>
      unnumbered === null ? toldEntries(event) : [entry(unnumbered, null)]
    )
    return { entries, ids: lines.flatMap(({ event }) => event.ids) }
  })
  const left = telling.filter(line => !attributed.includes(line))
  if (left.length === 0) return { cells, rest: null }
  const shown =
    attributed.length === 0
      ? all
      : left.flatMap(({ event, unnumbered }) =>
          unnumbered === null ? toldEntries(event) : [entry(unnumbered, null)]
        )
  return { cells, rest: { entries: shown, ids: left.flatMap(({ event }) => event.ids) } }
}

/** What is told of a defendant's only charge; as many as it has are left open, when it says how many. */
function withinCharge(all: readonly CellEntry[], counts: number | null): readonly CellEntry[] {
  if (all.length === 0) return [entry('open', counts)]
  if (counts === null) return all
  const told = all.filter(({ disposition }) => disposition !== 'open')
  if (told.some(({ count }) => count === null)) return told
  const left = counts - told.reduce((sum, { count }) => sum + (count ?? 0), 0)
  return left > 0 ? [...told, entry('open', left)] : told
}

function isUnder({ statute }: LedgerEvent, charge: Case['charges'][number], own: Case['charges']): boolean {
  if (statute === null || charge.statute === '') return false
  return own.every(other => (other === charge) === sameStatute(statute, other.statute))
}

/** All dispositions of an account, wherever they stand. */
function wholeEntries({ standing: sums, lines, lots }: Account): CellEntry[] {
  const unnumbered = [...new Set(lines.flatMap(line => line.unnumbered ?? []))].filter(d => sums[d] === 0)
  return [
    ...dispositions
      .filter(disposition => sums[disposition] > 0 && (disposition !== 'open' || unnumbered.length === 0))
      .map(disposition =>
        entry(disposition, sums[disposition], disposition === 'open' && lots.some(isShared))
      ),
    ...unnumbered.map(disposition => entry(disposition, null))
  ]
}

function toldEntries({ counts, type }: LedgerEvent): CellEntry[] {
  const told: [Disposition, number | undefined][] = [
    [type === 'plea' ? 'pleaded' : 'convicted', counts.convicted],
    ['acquitted', counts.acquitted],
    ['dismissed', counts.dismissed],
    ['hung', counts.hung],
    ['pending', counts.pending]
  ]
  return told.flatMap(([disposition, count]) =>
    count === undefined || count === 0 ? [] : [entry(disposition, count)]
  )
}

function entry(disposition: CellEntry['disposition'], count: number | null, isUpTo = false): CellEntry {
  return { disposition, count, isUpTo }
}

function standing(lot: Lot): number {
  return dispositions.reduce((sum, disposition) => sum + lot[disposition], 0)
}
