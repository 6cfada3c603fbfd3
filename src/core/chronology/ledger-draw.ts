import type { AnnotationId } from '../project/ids'
import { isSurelyBefore, mayShareDefendant, type LedgerEvent } from './ledger-event'
import { inForce, newLot, type Lot } from './ledger-lot'
import type { Sequence } from './ledger-order'
import { sameStatute } from './ledger-statute'
import type { Disposition } from './ledger-types'

/** Where the counts of a decision came from. */
export interface Drawn {
  readonly fromHung: number
  /** A relation says that they are those of the divided jury. */
  readonly isLinked: boolean
  /** The reports of the divided jury they were taken from. */
  readonly hungBy: readonly AnnotationId[]
  /** Decided before, for defendants who are not named here; nothing moved. */
  readonly sharedWithOthers: number
  /** There were no counts left for these. */
  readonly missing: number
}

/** Relations by which a decision says what it decides about. */
const linking: readonly string[] = ['disposes-of', 'amends', 'supersedes']

/**
 * Gives counts a disposition and takes them from where they stood: from the divided jury's when a relation or
 * a surely later date says so, or when no others are left; else from those without disposition, then from those
 * told as pending. Takes no more than there are.
 */
export function drawCounts(
  event: LedgerEvent,
  disposition: Disposition,
  count: number,
  lots: Lot[],
  sequences: readonly Sequence[]
): Drawn {
  const targets = sequences
    .filter(({ relation, later }) => later === event && linking.includes(relation.type))
    .map(({ earlier }) => earlier)
  const candidates = candidateLots(event, targets, lots)
  const hungEvents = new Set(candidates.flatMap(({ hungBy }) => [...hungBy.keys()]))
  const isLinked = targets.some(target => hungEvents.has(target) || target.type === 'hung-jury')
  // Counts that nobody has decided are not pending once more.
  const isHungOpen = disposition !== 'pending'
  const fitsHung = [...hungEvents].filter(
    hung =>
      hung !== event &&
      isHungOpen &&
      mayShareDefendant(hung.defendants, event.defendants) &&
      (!isLinked || targets.includes(hung) || targets.some(({ type }) => type === 'hung-jury'))
  )
  const hungTotal = sumHung(candidates, fitsHung)
  const isHungFirst = isLinked || (count <= hungTotal && fitsHung.some(hung => isSurelyBefore(hung, event)))

  let left = count
  let fromHung = 0
  const hungBy = new Set<AnnotationId>()
  const takeHung = () => {
    for (const lot of candidates)
      for (const hung of fitsHung) {
        const taken = Math.min(left, lot.hungBy.get(hung) ?? 0)
        if (taken === 0) continue
        lot.hungBy.set(hung, (lot.hungBy.get(hung) ?? 0) - taken)
        lot.hung -= taken
        settle(lot, event, disposition, taken)
        hung.ids.forEach(id => hungBy.add(id))
        fromHung += taken
        left -= taken
      }
  }
  const takeOpen = () => {
    for (const from of ['open', 'pending'] as const)
      for (const lot of candidates) {
        if (from === disposition) continue
        const taken = Math.min(left, lot[from])
        if (taken === 0) continue
        lot[from] -= taken
        settle(lot, event, disposition, taken)
        left -= taken
      }
    const endless =
      candidates.find(lot => lot.charged === null) ?? (lots.length === 0 ? newLot(event, null) : null)
    if (left === 0 || endless === null) return
    if (!lots.includes(endless)) lots.push(endless)
    settle(endless, event, disposition, left)
    left = 0
  }
  // What fits neither alone is taken where it leads to fewer doubts: those without disposition come first.
  if (isHungFirst) takeHung()
  takeOpen()
  if (!isHungFirst) takeHung()
  const sharedWithOthers = Math.min(left, decidedForOthers(event, candidates))
  return { fromHung, isLinked, hungBy: [...hungBy], sharedWithOthers, missing: left - sharedWithOthers }
}

function settle(lot: Lot, event: LedgerEvent, disposition: Disposition, count: number): void {
  lot[disposition] += count
  if (disposition === 'hung') lot.hungBy.set(event, (lot.hungBy.get(event) ?? 0) + count)
  if (disposition === 'pending') return
  for (const actor of event.defendants) lot.decidedFor.set(actor, (lot.decidedFor.get(actor) ?? 0) + count)
}

/** The charges a decision is about: those it is linked to, else those under its law, else all of its defendants. */
function candidateLots(
  event: LedgerEvent,
  targets: readonly LedgerEvent[],
  lots: readonly Lot[]
): readonly Lot[] {
  const linked = new Set(lots.filter(lot => targets.includes(lot.event)).map(inForce))
  if (linked.size > 0) return [...linked]
  const shared = lots.filter(lot => mayShareDefendant(lot.event.defendants, event.defendants))
  const possible = shared.length > 0 ? shared : lots
  if (event.statute === null || possible.length < 2) return possible
  const { statute } = event
  const underIt = possible.filter(
    lot => lot.event.statute !== null && sameStatute(lot.event.statute, statute)
  )
  return underIt.length > 0 ? underIt : possible
}

function sumHung(lots: readonly Lot[], events: readonly LedgerEvent[]): number {
  return lots.reduce(
    (sum, { hungBy }) => sum + events.reduce((inner, event) => inner + (hungBy.get(event) ?? 0), 0),
    0
  )
}

/** Of one count that several are charged with, each has their own decision. */
function decidedForOthers(event: LedgerEvent, lots: readonly Lot[]): number {
  if (event.defendants.length === 0) return 0
  return lots.reduce((sum, { decidedFor }) => {
    const others = [...decidedFor].filter(([actor]) => !event.defendants.includes(actor))
    return sum + Math.max(0, ...others.map(([, count]) => count))
  }, 0)
}
