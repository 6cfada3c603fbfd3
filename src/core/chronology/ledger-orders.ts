import type { ActorId, AnnotationId } from '../project/ids'
import { compareEdtf, describeEdtf, parseEdtf, type EdtfDate } from './edtf'
import type { Account } from './ledger-account'
import { isSurelyBefore, mayShareDefendant, type LedgerEvent } from './ledger-event'
import type { LedgerFlag } from './ledger-flag'
import type { Sequence } from './ledger-order'
import { onlyInLife, onlyWithCharges, orderRules, relationSentences } from './order-rules'
import { chargingTypes } from './ledger-types'

type Naming = (event: LedgerEvent) => string
type Flag = Omit<LedgerFlag, 'case'>

const mendDates = 'Check the dates, the case and the modality of both.'

/** Orders of the actual events of one case that cannot be, each only where the dates leave no doubt. */
export function impossibleOrders(
  events: readonly LedgerEvent[],
  sequences: readonly Sequence[],
  account: Account,
  typeName: (type: string | null) => string
): readonly Flag[] {
  const actual = events.filter(({ isActual }) => isActual)
  const name: Naming = ({ type, date }) =>
    date === null ? typeName(type) : `${typeName(type)} (${describeEdtf(date)})`
  return [
    ...againstRules(actual, name),
    ...againstRelations(sequences, name),
    ...afterDeath(actual, name),
    ...afterNothingLeft(account, name),
    ...afterPublication(actual, name)
  ]
}

function againstRules(events: readonly LedgerEvent[], name: Naming): Flag[] {
  return orderRules.flatMap(rule => {
    const groundsFor = byDefendant(events.filter(({ type }) => rule.restsOn.includes(type ?? '')))
    return events
      .filter(({ type }) => rule.types.includes(type ?? ''))
      .flatMap(event => {
        const own = groundsFor(event).filter(ground => ground !== event)
        const [first] = own
        if (first === undefined || !own.every(ground => isSurelyBefore(event, ground))) return []
        const words = rule.sentence.replace('{event}', name(event)).replace('{other}', name(first))
        return [contradiction(rule.id, words, idsOf(event, first))]
      })
  })
}

/** Answers those of `events` that may concern a defendant of another, without asking each of them. */
function byDefendant(events: readonly LedgerEvent[]): (event: LedgerEvent) => readonly LedgerEvent[] {
  const ofNobody = events.filter(({ defendants }) => defendants.length === 0)
  const named = new Map<ActorId, LedgerEvent[]>()
  for (const event of events)
    for (const actor of event.defendants) named.set(actor, [...(named.get(actor) ?? []), event])
  return ({ defendants }) =>
    defendants.length === 0
      ? events
      : [...new Set([...defendants.flatMap(actor => named.get(actor) ?? []), ...ofNobody])]
}

function againstRelations(sequences: readonly Sequence[], name: Naming): Flag[] {
  return sequences.flatMap(({ earlier, later, relation }) => {
    const sentence = relationSentences[relation.type]
    if (sentence === undefined || !isSurelyBefore(later, earlier)) return []
    const words = sentence.replace('{later}', name(later)).replace('{earlier}', name(earlier))
    return [
      contradiction(
        `against-${relation.type}`,
        words,
        idsOf(earlier, later),
        'Check both dates, or reverse the relation.'
      )
    ]
  })
}

function afterDeath(events: readonly LedgerEvent[], name: Naming): Flag[] {
  const deaths = events.filter(({ type }) => type === 'death-of-party')
  return deaths.flatMap(death =>
    events
      .filter(
        event =>
          onlyInLife.includes(event.type ?? '') &&
          // Who has died is one of several here: the others can go on.
          event.defendants.length === 1 &&
          event.defendants.every(actor => death.defendants.includes(actor)) &&
          isSurelyBefore(death, event)
      )
      .map(event =>
        contradiction(
          'after-death',
          `${name(event)} comes after the death of its only defendant: ${name(death)}.`,
          idsOf(death, event)
        )
      )
  )
}

/** A trial when every count told of has been dismissed or acquitted. */
function afterNothingLeft({ lines }: Account, name: Naming): Flag[] {
  const flags: Flag[] = []
  let emptied: LedgerEvent | null = null
  for (const { event, standing } of lines) {
    if (
      emptied !== null &&
      onlyWithCharges.includes(event.type ?? '') &&
      mayShareDefendant(emptied.defendants, event.defendants) &&
      isSurelyBefore(emptied, event)
    )
      flags.push(
        contradiction(
          'after-everything-ended',
          `${name(event)} comes when no count was left: ${name(emptied)}.`,
          idsOf(emptied, event),
          'Check the counts dismissed or acquitted before, or tag the new charge.'
        )
      )
    const ended = standing.dismissed + standing.acquitted
    const isEmpty = ended > 0 && ended === standing.charged && !standing.isAtLeast
    if (!isEmpty || chargingTypes.includes(event.type ?? '')) emptied = null
    else emptied ??= event
  }
  return flags
}

/** What an article tells as having happened lies before the day it was published. */
function afterPublication(events: readonly LedgerEvent[], name: Naming): Flag[] {
  const known = new Map<string, EdtfDate | null>()
  return events.flatMap(event =>
    event.reports.flatMap(({ annotation, date, place }) => {
      const { publishedAt } = place.of.article
      let published = known.get(publishedAt)
      if (published === undefined) known.set(publishedAt, (published = dayOf(publishedAt)))
      if (date === null || published === null || compareEdtf(published, date) !== 'before') return []
      // "From 2024 on" begins before and may end later.
      if (date.earliest === null) return []
      return [
        contradiction(
          'after-publication',
          `${name(event)} is told as having happened, but lies after the article was published (${describeEdtf(published)}).`,
          [annotation.id],
          'Check the date, or code the modality as planned.'
        )
      ]
    })
  )
}

/** The day an article was published, with or without the time of day; null when it cannot be read. */
function dayOf(publishedAt: string): EdtfDate | null {
  const parsed = parseEdtf(publishedAt.slice(0, 10))
  return parsed.ok ? parsed.value : null
}

function contradiction(rule: string, title: string, ids: readonly AnnotationId[], mend = mendDates): Flag {
  return { rule, severity: 'contradiction', title, detail: '', mend, ids }
}

function idsOf(...events: readonly LedgerEvent[]): readonly AnnotationId[] {
  return events.flatMap(({ ids }) => ids)
}
