import type { Case } from '../project/entities'
import type { ActorId, AnnotationId } from '../project/ids'
import type { Account } from './ledger-account'
import type { Defendant } from './ledger-case'
import { isSurelyBefore, mayShareDefendant, type LedgerEvent } from './ledger-event'
import { countsOf, listOf, type LedgerFlag } from './ledger-flag'
import { chargingTypes, closingTypes, disposingTypes } from './ledger-types'

type Flag = Omit<LedgerFlag, 'case'>

export interface CaseFacts {
  readonly case: Case | null
  /** Of every modality. */
  readonly events: readonly LedgerEvent[]
  readonly account: Account
  readonly defendants: readonly Defendant[]
  actorName(id: ActorId): string
  /** "Indictment (9 April 2018)" */
  eventName(event: LedgerEvent): string
}

/** What the reports of a case leave open. */
export function gapsOf(facts: CaseFacts): readonly Flag[] {
  return [
    ...withoutDisposition(facts),
    ...dividedJury(facts),
    ...withoutNumber(facts),
    ...deaths(facts),
    ...defendantsWithoutEnd(facts),
    ...sentenceWithoutGuilt(facts),
    ...againstRegister(facts)
  ]
}

function withoutDisposition({ account }: CaseFacts): Flag[] {
  const { open, charged } = account.standing
  const charging = account.lines.filter(({ event }) => chargingTypes.includes(event.type ?? ''))
  const isClosed = account.lines.some(({ event }) => closingTypes.includes(event.type ?? ''))
  const closing = isClosed ? '' : ' No closing event is tagged.'
  const mend = 'Tag what became of them. If the story does not tell, this is what it leaves open.'
  if (open > 0) {
    const counted = account.lines.filter(({ change }) => Object.keys(change).length > 0)
    const rest =
      open === charged
        ? 'None is accounted for.'
        : `${countsOf(charged - open)} ${charged - open === 1 ? 'is' : 'are'} accounted for.`
    const verb = open === 1 ? 'has' : 'have'
    return [
      gap('no-disposition', `${countsOf(open)} ${verb} no disposition.`, {
        detail: `${charged.toLocaleString('en')} charged. ${rest}${closing}`,
        mend,
        ids: idsOf(counted)
      })
    ]
  }
  if (isClosed || charging.length === 0) return []
  return [
    gap('no-closing-event', 'No closing event is tagged.', {
      detail: 'Charges are told, and nothing that ends them.',
      mend,
      ids: idsOf(charging)
    })
  ]
}

function dividedJury({ account }: CaseFacts): Flag[] {
  const { hung } = account.standing
  if (hung === 0) return []
  const telling = account.lines.filter(({ change }) => change.hung !== undefined)
  const verb = hung === 1 ? 'stands' : 'stand'
  return [
    gap('divided-jury', `${countsOf(hung)} ${verb} where the jury was divided.`, {
      detail: 'No retrial, acquittal or dismissal is tagged that decides them.',
      mend: 'Tag what decided them. If the story does not tell, this is what it leaves open.',
      ids: idsOf(telling)
    })
  ]
}

function withoutNumber({ account, eventName }: CaseFacts): Flag[] {
  const unnumbered = account.lines.filter(({ event, unnumbered: decided }) => {
    if (event.type !== 'superseding-charge' && chargingTypes.includes(event.type ?? ''))
      return event.counts.charged === undefined
    return decided !== null && !isToldElsewhere(event, account)
  })
  const [first] = unnumbered
  if (first === undefined) return []
  const title =
    unnumbered.length === 1
      ? `${eventName(first.event)} tells no number of counts.`
      : `${unnumbered.length} events tell no number of counts.`
  return [
    gap('no-number', title, {
      detail: unnumbered.length === 1 ? '' : `${listOf(unnumbered.map(({ event }) => eventName(event)))}.`,
      mend: 'Fill in Counts where the text tells them.',
      ids: idsOf(unnumbered)
    })
  ]
}

/** A hung jury tagged beside the verdict that tells its number needs none of its own. */
function isToldElsewhere(event: LedgerEvent, { lines }: Account): boolean {
  const kind = { conviction: 'convicted', acquittal: 'acquitted', 'hung-jury': 'hung' }[event.type ?? '']
  return lines.some(
    ({ event: other }) =>
      other !== event &&
      kind !== undefined &&
      other.counts[kind as 'hung'] !== undefined &&
      other.defendants.length === event.defendants.length &&
      mayShareDefendant(other.defendants, event.defendants) &&
      !isSurelyBefore(other, event) &&
      !isSurelyBefore(event, other)
  )
}

function deaths({ defendants, actorName }: CaseFacts): Flag[] {
  return defendants.flatMap(({ actor, account, death, isCharged }) => {
    if (death === null || !isCharged || isDecided(actor, account)) return []
    const charging = account.lines.filter(
      ({ change, event }) => change.charged !== undefined || chargingTypes.includes(event.type ?? '')
    )
    return [
      gap('death-with-open-counts', `${actorName(actor)} died with counts undecided.`, {
        detail: 'What became of the counts against them is not told.',
        mend: 'Tag their dismissal where a text tells of it.',
        ids: [...idsOf(charging), ...death.ids]
      })
    ]
  })
}

function defendantsWithoutEnd({ defendants, actorName }: CaseFacts): Flag[] {
  const open = defendants.filter(
    ({ actor, account, death, isCharged }) => isCharged && death === null && !isDecided(actor, account)
  )
  if (open.length === 0) return []
  const names = open.map(({ actor }) => actorName(actor))
  const shown = names.length > 5 ? [...names.slice(0, 4), `${names.length - 4} others`] : names
  return [
    gap('defendant-without-end', `What became of the charges against ${listOf(shown)} is not told.`, {
      detail: 'No plea, verdict or dismissal names them.',
      mend: 'Tag what became of them, or name them as parties of the event that decided.',
      ids: [
        ...new Set(
          open.flatMap(({ account }) =>
            idsOf(account.lines.filter(({ event }) => event.defendants.length > 0))
          )
        )
      ]
    })
  ]
}

/** Some event decides of this defendant, by name or of all defendants alike. */
function isDecided(actor: ActorId, { lines }: Account): boolean {
  return lines.some(
    ({ event, unnumbered }) =>
      (event.defendants.length === 0 || event.defendants.includes(actor)) &&
      (unnumbered !== null ||
        closingTypes.includes(event.type ?? '') ||
        disposingTypes[event.type ?? ''] === 'hung')
  )
}

function sentenceWithoutGuilt({ account, eventName }: CaseFacts): Flag[] {
  const guilt = account.lines.filter(
    ({ event }) =>
      ['conviction', 'verdict', 'plea'].includes(event.type ?? '') || (event.counts.convicted ?? 0) > 0
  )
  return account.lines
    .filter(({ event }) => event.type === 'sentence')
    .filter(
      ({ event }) => !guilt.some(({ event: other }) => mayShareDefendant(other.defendants, event.defendants))
    )
    .map(({ event }) =>
      gap('sentence-without-guilt', `${eventName(event)} is told without a conviction or plea.`, {
        detail: '',
        mend: 'Tag the conviction or the plea that it rests on.',
        ids: event.ids
      })
    )
}

function againstRegister({ case: ofCase, account, defendants, actorName }: CaseFacts): Flag[] {
  const charges = ofCase?.charges ?? []
  const charging = account.lines.filter(({ event }) => chargingTypes.includes(event.type ?? ''))
  if (ofCase === null || charges.length === 0 || charging.length === 0) return []
  const listed = charges.reduce((sum, { counts }) => sum + (counts ?? 0), 0)
  const isComplete = charges.every(({ counts }) => counts !== null)
  const { charged, isAtLeast } = account.standing
  const flags: Flag[] = []
  // A register that holds the charges before they were superseded is late, not wrong.
  const isEarlier = charging.some(({ event }) => event.counts.charged === listed)
  if (charged > 0 && !isAtLeast && (isComplete ? listed !== charged : listed > charged))
    flags.push({
      rule: 'register-disagrees',
      severity: isEarlier ? 'gap' : 'contradiction',
      title: `The register lists ${countsOf(listed)}, the reports tell of ${charged.toLocaleString('en')}.`,
      detail: isEarlier
        ? 'Its number is that of earlier charges, before they were superseded or added to.'
        : '',
      mend: 'Correct the charges in Registers, or the counts of the charging event.',
      ids: idsOf(charging)
    })
  const registered = new Set(charges.flatMap(one => one.defendants))
  const named = new Set(charging.flatMap(({ event }) => event.defendants))
  const missing = defendants
    .map(({ actor }) => actor)
    .filter(actor => named.has(actor) && !registered.has(actor))
  if (missing.length > 0 && registered.size > 0)
    flags.push(
      gap(
        'defendant-not-registered',
        `${listOf(missing.map(actorName))}: charged in the reports, not in the register.`,
        {
          detail: '',
          mend: 'Add them to the charges of the case in Registers.',
          ids: idsOf(charging)
        }
      )
    )
  return flags
}

function gap(rule: string, title: string, rest: Pick<Flag, 'detail' | 'mend' | 'ids'>): Flag {
  return { rule, severity: 'gap', title, ...rest }
}

function idsOf(lines: Account['lines']): readonly AnnotationId[] {
  return lines.flatMap(({ event }) => event.ids)
}
