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
  const sums = Object.fromEntries(
    dispositions.map(disposition => [disposition, lots.reduce((sum, lot) => sum + lot[disposition], 0)])
  ) as Record<Disposition, number>
  return {
    ...sums,
    charged: dispositions.reduce((sum, disposition) => sum + sums[disposition], 0),
    isAtLeast: lots.some(lot => lot.charged === null && lot.replacedBy === null)
  }
}

/** The charges in force in the place of these. */
export function inForce(lot: Lot): Lot {
  let current = lot
  while (current.replacedBy !== null) current = current.replacedBy
  return current
}
