import type { AnnotationId } from '../project/ids'
import { byText, mayShareDefendant, type LedgerEvent } from './ledger-event'
import { drawCounts, type Drawn } from './ledger-draw'
import { newLot, standingOf, type Lot, type Standing } from './ledger-lot'
import { inRealOrder, sequencesOf, type Sequence } from './ledger-order'
import { chargingTypes, dispositions, disposingTypes, type Disposition } from './ledger-types'

/** Something that the account could only decide by assuming it, or could not decide. */
export interface AccountNote {
  readonly kind:
    | 'taken-from-hung'
    | 'charges-added-up'
    | 'superseded-without-number'
    | 'whole-dismissal'
    | 'already-decided-for-another'
    | 'more-than-charged'
    | 'more-pending-than-left'
    | 'other-number-charged'
  readonly count: number
  /** A second number where one number alone says nothing. */
  readonly of: number
  readonly disposition: Disposition | null
  readonly ids: readonly AnnotationId[]
}

/** A line of the account: an event, and what it did. */
export interface AccountLine {
  readonly event: LedgerEvent
  /** How much each disposition and the number charged changed; what did not change is left out. */
  readonly change: Partial<Record<Disposition | 'charged', number>>
  /** Counts that moved from a divided jury to another disposition in this event. */
  readonly fromHung: number
  /** What it decided without telling of how many counts; null for none. */
  readonly unnumbered: Disposition | null
  /** After the event. */
  readonly standing: Standing
}

/** What became of the counts of a case, event by event. */
export interface Account {
  /** Actual events only, in real order. */
  readonly lines: readonly AccountLine[]
  readonly lots: readonly Lot[]
  readonly standing: Standing
  readonly notes: readonly AccountNote[]
  /** The events that a relation says dispose of this one. */
  disposedBy(event: LedgerEvent): readonly LedgerEvent[]
}

/** Changed while reckoning, never shown to the outside. */
interface Reckoning {
  readonly lots: Lot[]
  readonly notes: AccountNote[]
  readonly sequences: readonly Sequence[]
  readonly ordered: readonly LedgerEvent[]
}

/**
 * Reckons what became of the counts of one case (docs/decisions/0014-ledger-reckoning.md). Only actual events
 * count. After every event charged = convicted + guilty pleas + acquitted + dismissed + divided jury + pending
 * + without disposition, and none of them is negative. The order of the events given does not matter.
 */
export function reckon(
  events: readonly LedgerEvent[],
  relations: Parameters<typeof sequencesOf>[1]
): Account {
  const actual = events.filter(({ isActual }) => isActual)
  const sequences = sequencesOf(actual, relations)
  const ordered = inRealOrder(actual, sequences)
  const reckoning: Reckoning = { lots: [], notes: [], sequences, ordered }
  let before = standingOf([])
  const lines = ordered.map((event): AccountLine => {
    const effect = takeIn(event, reckoning)
    const standing = canMoveCounts(event) ? standingOf(reckoning.lots) : before
    const line = { event, change: differenceOf(before, standing), ...effect, standing }
    before = standing
    return line
  })
  const { lots, notes } = reckoning
  return {
    lines,
    lots,
    standing: before,
    notes: notes.sort((a, b) => byText(a.kind, b.kind)),
    disposedBy: event =>
      sequences
        .filter(({ relation, earlier }) => relation.type === 'disposes-of' && earlier === event)
        .map(({ later }) => later)
  }
}

function canMoveCounts({ type, hasCounts }: LedgerEvent): boolean {
  return hasCounts || chargingTypes.includes(type ?? '') || type === 'dismissal'
}

function takeIn(event: LedgerEvent, reckoning: Reckoning): Pick<AccountLine, 'fromHung' | 'unnumbered'> {
  if (chargingTypes.includes(event.type ?? '')) bringCharges(event, reckoning)
  else tellCharged(event, reckoning)
  const { counts } = event
  const guilty: Disposition = event.type === 'plea' ? 'pleaded' : 'convicted'
  const told: [Disposition, number][] = [
    [guilty, counts.convicted ?? 0],
    ['acquitted', counts.acquitted ?? 0],
    ['dismissed', counts.dismissed ?? 0],
    ['hung', counts.hung ?? 0]
  ]
  let fromHung = 0
  for (const [disposition, count] of told) {
    if (count === 0) continue
    const drawn = drawCounts(event, disposition, count, reckoning.lots, reckoning.sequences)
    fromHung += drawn.fromHung
    reckoning.notes.push(...notesOf(event, disposition, count, drawn))
  }
  if (counts.pending !== undefined) tellPending(event, counts.pending, reckoning)
  return { fromHung, unnumbered: tellsNoNumber(event) ? decideWithoutNumber(event, reckoning) : null }
}

function bringCharges(event: LedgerEvent, { lots, notes, sequences }: Reckoning): void {
  const { charged } = event.counts
  const replaced = lots.filter(
    lot =>
      lot.replacedBy === null &&
      (event.type === 'superseding-charge'
        ? mayShareDefendant(lot.event.defendants, event.defendants)
        : sequences.some(
            ({ relation, later, earlier }) =>
              relation.type === 'supersedes' && later === event && earlier === lot.event
          ))
  )
  if (replaced.length > 0 && charged === undefined) {
    // It takes the others' place, with as many counts as far as we are told.
    const kept = replaced.reduce((sum, lot) => sum + lot.open + lot.hung + lot.pending, 0)
    notes.push(note('superseded-without-number', event, kept))
    return
  }
  const brought = newLot(event, charged ?? null)
  for (const lot of replaced) replace(lot, brought)
  const others = charged === undefined ? [] : lots.filter(isNumbered)
  if (charged !== undefined && others.length > 0) {
    const earlier = others.reduce((sum, lot) => sum + (lot.charged ?? 0), 0)
    const ids = others.flatMap(lot => lot.event.ids)
    notes.push({ ...note('charges-added-up', event, charged, earlier), ids: [...ids, ...event.ids] })
  }
  lots.push(brought)
}

function isNumbered({ replacedBy, charged }: Lot): boolean {
  return replacedBy === null && charged !== null && charged > 0
}

/** Counts not decided yet go over into the charges that take their place. */
function replace(lot: Lot, by: Lot): void {
  if (lot.charged !== null) lot.charged -= lot.open + lot.hung + lot.pending
  lot.open = lot.hung = lot.pending = 0
  lot.hungBy.clear()
  lot.replacedBy = by
}

/** "Of the 86 counts": charges if nothing else says how many there were, otherwise something to check. */
function tellCharged(event: LedgerEvent, { lots, notes, ordered }: Reckoning): void {
  const { charged } = event.counts
  if (charged === undefined) return
  const isToldByCharges = ordered.some(
    other => chargingTypes.includes(other.type ?? '') && other.counts.charged !== undefined
  )
  const { charged: known } = standingOf(lots)
  const [unnumbered] = lots.filter(lot => lot.charged === null && lot.replacedBy === null)
  if (!isToldByCharges && unnumbered !== undefined) {
    const decided = standingOf([unnumbered]).charged
    unnumbered.charged = Math.max(charged, decided)
    unnumbered.open = unnumbered.charged - decided
    return
  }
  if (!isToldByCharges && lots.length === 0) {
    lots.push(newLot(event, charged))
    return
  }
  if (charged > known) notes.push(note('other-number-charged', event, charged, known))
}

/** "31 are left": says how many of those not decided are still before the court. It decides nothing. */
function tellPending(event: LedgerEvent, pending: number, { lots, notes, sequences }: Reckoning): void {
  const shared = lots.filter(lot => mayShareDefendant(lot.event.defendants, event.defendants))
  for (const lot of shared) {
    if (lot.charged !== null) lot.open += lot.pending
    lot.pending = 0
  }
  // Those a jury could not decide are the ones still pending, before any other.
  const hung = shared.reduce((sum, lot) => sum + lot.hung, 0)
  const rest = pending - hung
  if (rest <= 0) return
  const { missing } = drawCounts(event, 'pending', rest, lots, sequences)
  if (missing > 0) notes.push(note('more-pending-than-left', event, pending, pending - missing))
}

function tellsNoNumber({ type, counts }: LedgerEvent): boolean {
  const { convicted, acquitted, dismissed, hung } = counts
  return (
    type !== null &&
    disposingTypes[type] !== undefined &&
    [convicted, acquitted, dismissed, hung].every(count => count === undefined)
  )
}

function decideWithoutNumber(
  event: LedgerEvent,
  { lots, notes, sequences, ordered }: Reckoning
): Disposition | null {
  const disposition = disposingTypes[event.type ?? ''] ?? null
  if (event.type === 'plea' && !isGuiltyPlea(event)) return null
  if (disposition !== 'dismissed' || event.counts.pending !== undefined) return disposition
  const [target, second] = lots.filter(lot =>
    sequences.some(
      ({ relation, later, earlier }) =>
        relation.type === 'disposes-of' && later === event && earlier === lot.event
    )
  )
  const later = ordered.slice(ordered.indexOf(event) + 1)
  const isLast = !later.some(({ type, hasCounts }) => hasCounts || type === 'trial')
  if (target === undefined || second !== undefined || target.open === 0 || !isLast) return disposition
  const count = target.open
  target.dismissed += count
  target.open = 0
  notes.push(note('whole-dismissal', event, count))
  return null
}

/** A plea is taken as one of guilty unless its outcome says otherwise. */
function isGuiltyPlea({ outcome }: LedgerEvent): boolean {
  return outcome === null || !/\bnot guilty\b/iu.test(outcome)
}

function notesOf(event: LedgerEvent, disposition: Disposition, count: number, drawn: Drawn): AccountNote[] {
  const notes: AccountNote[] = []
  if (drawn.fromHung > 0 && !drawn.isLinked)
    notes.push({
      ...note('taken-from-hung', event, drawn.fromHung, count),
      disposition,
      ids: [...new Set([...drawn.hungBy, ...event.ids])]
    })
  if (drawn.sharedWithOthers > 0)
    notes.push({ ...note('already-decided-for-another', event, drawn.sharedWithOthers, count), disposition })
  if (drawn.missing > 0)
    notes.push({ ...note('more-than-charged', event, drawn.missing, count), disposition })
  return notes
}

function note(kind: AccountNote['kind'], event: LedgerEvent, count: number, of = 0): AccountNote {
  return { kind, count, of, disposition: null, ids: event.ids }
}

function differenceOf(before: Standing, after: Standing): AccountLine['change'] {
  const change: AccountLine['change'] = {}
  if (before === after) return change
  for (const kind of ['charged', ...dispositions] as const)
    if (after[kind] !== before[kind]) change[kind] = after[kind] - before[kind]
  return change
}
