import { findLayer } from '../project/codebook'
import type { Case } from '../project/entities'
import type { AnnotationId, CaseId } from '../project/ids'
import type { Study } from '../project/study'
import { describeEdtf } from './edtf'
import { reckon, type Account } from './ledger-account'
import { defendantsOf, type Defendant } from './ledger-case'
import { byText, ledgerEvent, type LedgerEvent } from './ledger-event'
import { countsOf, listOf, sortFlags, type LedgerFlag } from './ledger-flag'
import { gapsOf, type CaseFacts } from './ledger-gaps'
import { standingOf, type Standing } from './ledger-lot'
import { flagOfNote } from './ledger-notes'
import { inRealOrder, sequencesOf } from './ledger-order'
import { impossibleOrders } from './ledger-orders'
import { ledgerTable, type LedgerTable } from './ledger-table'
import { chargingTypes, disposingTypes } from './ledger-types'
import { legalEventLayer } from './legal-event'
import { mergedEventsOf } from './same-event'

/** One proceeding: who is charged with what, and what became of it. */
export interface CaseLedger {
  /** The case's id, or `none`. */
  readonly key: string
  /** Null for events that belong to no case and tell of charges all the same. */
  readonly case: Case | null
  readonly name: string
  readonly account: Account
  readonly defendants: readonly Defendant[]
  readonly table: LedgerTable
  /** Alleged, planned, requested, hypothetical and negated events, in real order: listed, not reckoned. */
  readonly notReckoned: readonly LedgerEvent[]
  /** Contradictions first, then gaps, then assumptions. */
  readonly flags: readonly LedgerFlag[]
  /** There are charges in the register, or events that charge or decide. */
  readonly hasCharges: boolean
}

/** Names that the ledger's words need. */
export interface LedgerNames {
  actorName(id: string): string
  typeName(type: string | null): string
  /** "Indictment (9 April 2018)" */
  eventName(event: LedgerEvent): string
}

const remembered = new WeakMap<Study, readonly CaseLedger[]>()

/**
 * The ledger of every case, in the order in which charges were first brought; those without a dated charge follow in
 * the order of the register, and events without a case come last.
 */
export function ledgersOf(study: Study): readonly CaseLedger[] {
  let known = remembered.get(study)
  if (known === undefined) remembered.set(study, (known = makeLedgers(study)))
  return known
}

export function ledgerNames(study: Study): LedgerNames {
  const actors = new Map<string, string>(study.actors.map(({ id, name }) => [id, name]))
  const options = findLayer(study.codebook, legalEventLayer)?.attributes.find(
    ({ id }) => id === 'type'
  )?.options
  const types = new Map(options?.map(({ id, name }) => [id, name]))
  const typeName = (type: string | null) =>
    type === null ? 'Event without a type' : (types.get(type) ?? type)
  return {
    actorName: id => actors.get(id) ?? id,
    typeName,
    eventName: ({ type, date }) =>
      date === null ? typeName(type) : `${typeName(type)} (${describeEdtf(date)})`
  }
}

/** Everything charged and decided in these cases together. */
export function totalOf(ledgers: readonly CaseLedger[]): Standing {
  return standingOf(ledgers.flatMap(({ account }) => account.lots))
}

function makeLedgers(study: Study): readonly CaseLedger[] {
  const names = ledgerNames(study)
  const known = new Set<CaseId>(study.cases.map(({ id }) => id))
  const byCase = new Map<CaseId | null, LedgerEvent[]>()
  for (const merged of mergedEventsOf(study)) {
    const event = ledgerEvent(merged)
    // A case that is gone from the register counts as none.
    const key = event.case !== null && known.has(event.case) ? event.case : null
    const own = byCase.get(key)
    if (own === undefined) byCase.set(key, [event])
    else own.push(event)
  }
  const ledgers = study.cases
    .map(one => caseLedger(study, one, byCase.get(one.id) ?? [], names))
    .sort((a, b) => byText(firstDayOf(a), firstDayOf(b)))
  const homeless = (byCase.get(null) ?? []).filter(tellsOfCharges)
  return homeless.length === 0 ? ledgers : [...ledgers, caseLedger(study, null, homeless, names)]
}

/** Of the first event that brought counts; after every day when there is none. */
function firstDayOf({ account }: CaseLedger): string {
  const days = account.lots.flatMap(({ event }) => event.date?.earliest ?? event.date?.latest ?? [])
  return days.sort(byText)[0] ?? '9999-99'
}

function caseLedger(
  study: Study,
  ofCase: Case | null,
  events: readonly LedgerEvent[],
  names: LedgerNames
): CaseLedger {
  const account = reckon(events, study.relations)
  const defendants = defendantsOf(ofCase, events, study.relations)
  const sequences = sequencesOf(
    events.filter(({ isActual }) => isActual),
    study.relations
  )
  const facts: CaseFacts = { case: ofCase, events, account, defendants, ...names }
  const flags = [
    ...impossibleOrders(events, sequences, account, names.typeName),
    ...disagreements(events, names),
    ...account.notes.map(flagOfNote),
    ...addedOverDefendants(account),
    // Events of no case are not one proceeding, of which something could be missing.
    ...(ofCase === null ? withoutCase(events) : gapsOf(facts))
  ].map(flag => ({ ...flag, ids: [...new Set(flag.ids)], case: ofCase?.id ?? null }))
  return {
    key: ofCase?.id ?? 'none',
    case: ofCase,
    name: ofCase?.name ?? 'Without a case',
    account,
    defendants,
    table: ledgerTable(ofCase, account, defendants),
    notReckoned: inRealOrder(
      events.filter(event => !event.isActual),
      []
    ),
    flags: sortFlags(flags),
    hasCharges: (ofCase?.charges.length ?? 0) > 0 || account.lots.length > 0 || events.some(tellsOfCharges)
  }
}

function tellsOfCharges({ type, hasCounts }: LedgerEvent): boolean {
  return (
    hasCounts ||
    chargingTypes.includes(type ?? '') ||
    (type !== 'dismissal' && type !== null && disposingTypes[type] !== undefined)
  )
}

function withoutCase(events: readonly LedgerEvent[]): Omit<LedgerFlag, 'case'>[] {
  const ids = events.filter(({ isActual }) => isActual).flatMap(event => event.ids)
  if (ids.length === 0) return []
  const what =
    events.length === 1 ? '1 event with charges belongs' : `${events.length} events with charges belong`
  return [
    {
      rule: 'without-case',
      severity: 'gap',
      title: `${what} to no case.`,
      detail: 'They are reckoned together, as one proceeding.',
      mend: 'Choose the case of each.',
      ids
    }
  ]
}

function disagreements(events: readonly LedgerEvent[], names: LedgerNames): Omit<LedgerFlag, 'case'>[] {
  return events.flatMap(event =>
    event.conflicts.flatMap(({ field, values }) => {
      if (field === 'court' || field === 'jurisdiction') return []
      const told = field.startsWith('counts.')
        ? `how many counts were ${field.slice(7)}`
        : ({ date: 'its date', type: 'what it was', modality: 'whether it happened', case: 'its case' }[
            field as 'date'
          ] ?? 'who took part as what')
      const said =
        field === 'date' || field.startsWith('counts.') ? `: ${listOf(values.map(({ value }) => value))}` : ''
      return [
        {
          rule: 'reports-disagree',
          severity: 'contradiction' as const,
          title: `Reports of one event disagree about ${told}${said}.`,
          detail: `${names.eventName(event)}. The one told first is reckoned with.`,
          mend: 'Correct one of them, or take back that they are the same event.',
          ids: values.map(({ report }): AnnotationId => report.annotation.id)
        }
      ]
    })
  )
}

/** Numbers told for different people are added up, though they may concern the same counts. */
function addedOverDefendants({ lines }: Account): Omit<LedgerFlag, 'case'>[] {
  const deciding = lines.filter(
    ({ event, change }) =>
      event.defendants.length > 0 &&
      (['convicted', 'pleaded', 'acquitted', 'dismissed', 'hung'] as const).some(
        kind => (change[kind] ?? 0) > 0
      )
  )
  const [first] = deciding
  const isApart =
    first !== undefined &&
    deciding.some(({ event }) => !event.defendants.some(actor => first.event.defendants.includes(actor)))
  if (!isApart) return []
  const sum = deciding.reduce(
    (all, { change }) =>
      all +
      Math.max(
        0,
        (change.convicted ?? 0) + (change.pleaded ?? 0) + (change.acquitted ?? 0) + (change.dismissed ?? 0)
      ),
    0
  )
  return [
    {
      rule: 'added-over-defendants',
      severity: 'assumption',
      title: `Decisions on ${countsOf(sum)} for different defendants are added up.`,
      detail: 'They may concern the same counts: one count can name several people.',
      mend: 'See each defendant’s column for what was decided about them.',
      ids: deciding.flatMap(({ event }) => event.ids)
    }
  ]
}
