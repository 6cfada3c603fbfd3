import type { Case, Relation } from '../project/entities'
import type { ActorId } from '../project/ids'
import { reckon, type Account } from './ledger-account'
import { isSurelyBefore, type LedgerEvent } from './ledger-event'
import { chargingTypes } from './ledger-types'

/** A defendant and what the reports say became of the charges against them. */
export interface Defendant {
  readonly actor: ActorId
  /** Of the events that name them or nobody. What several are charged with counts in full for each. */
  readonly account: Account
  readonly death: LedgerEvent | null
  /** A charging event or the case's charges name them. */
  readonly isCharged: boolean
}

/**
 * The defendants of a case: those of its charges first, then in the order in which events name them. Witnesses,
 * judges and who else takes part are not among them.
 */
export function defendantsOf(
  ofCase: Case | null,
  events: readonly LedgerEvent[],
  relations: readonly Relation[]
): readonly Defendant[] {
  const registered = (ofCase?.charges ?? []).flatMap(({ defendants }) => defendants)
  const actual = events.filter(({ isActual }) => isActual)
  const named = actual.flatMap(({ parties }) =>
    parties.filter(({ role }) => role === 'defendant').map(({ actor }) => actor)
  )
  const charged = new Set([
    ...registered,
    ...actual.filter(({ type }) => chargingTypes.includes(type ?? '')).flatMap(({ defendants }) => defendants)
  ])
  const ofNobody = actual.filter(({ defendants }) => defendants.length === 0)
  const byActor = new Map<ActorId, LedgerEvent[]>()
  for (const event of actual)
    for (const actor of event.defendants) {
      const own = byActor.get(actor)
      if (own === undefined) byActor.set(actor, [event])
      else own.push(event)
    }
  return [...new Set([...registered, ...named])].map(actor => {
    const own = byActor.get(actor) ?? []
    const death = own.find(({ type }) => type === 'death-of-party') ?? null
    // What happened to "the defendants" later did not happen to one who had died.
    const shared = death === null ? ofNobody : ofNobody.filter(event => !isSurelyBefore(death, event))
    return {
      actor,
      account: reckon([...own, ...shared], relations),
      death,
      isCharged: charged.has(actor)
    }
  })
}
