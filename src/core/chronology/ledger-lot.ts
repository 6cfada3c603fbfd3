import type { ActorId } from '../project/ids'
import type { LedgerEvent } from './ledger-event'
import { dispositions, type Disposition } from './ledger-types'

/** The counts that one event brought, and what has become of them. Mutable while an account is reckoned. */
export interface Lot extends Record<Disposition, number> {
  readonly event: LedgerEvent
  /** Null when no number is told: then there are at least as many as something became of. */
  charged: number | null
  /** Other charges that have taken the place of what was not decided; null for none. */
  replacedBy: Lot | null
  /** By event that told of the divided jury: how many of `hung`. */
  readonly hungBy: Map<LedgerEvent, number>
  /** How many were decided for each defendant who was named with a decision. */
  readonly decidedFor: Map<ActorId, number>
}

/** How many counts stand where. All are whole and none is negative. */
export interface Standing extends Readonly<Record<Disposition, number>> {
  /** The sum of all dispositions, `open` included. */
  readonly charged: number
  /** Charges were brought without telling how many counts: there may be more. */
  readonly isAtLeast: boolean
}

export function newLot(event: LedgerEvent, charged: number | null): Lot {
  return {
    event,
    charged,
    replacedBy: null,
    hungBy: new Map(),
    decidedFor: new Map(),
    convicted: 0,
    pleaded: 0,
    acquitted: 0,
    dismissed: 0,
    hung: 0,
    pending: 0,
    open: charged ?? 0
  }
}

export function standingOf(lots: readonly Lot[]): Standing {
  // Plain sums: this runs for every event of every defendant.
  const sums = { convicted: 0, pleaded: 0, acquitted: 0, dismissed: 0, hung: 0, pending: 0, open: 0 }
  let isAtLeast = false
  for (const lot of lots) {
    for (const disposition of dispositions) sums[disposition] += lot[disposition]
    if (lot.charged === null && lot.replacedBy === null) isAtLeast = true
  }
  let charged = 0
  for (const disposition of dispositions) charged += sums[disposition]
  return { ...sums, charged, isAtLeast }
}

/** The charges in force in the place of these. */
export function inForce(lot: Lot): Lot {
  let current = lot
  while (current.replacedBy !== null) current = current.replacedBy
  return current
}
