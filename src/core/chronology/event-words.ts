import { quoteOf } from '../annotation/spans'
import { shorten } from '../annotation/describe'
import type { AnnotationId } from '../project/ids'
import type { Study } from '../project/study'
import { legalEventLayer } from './legal-event'
import type { MergedEvent } from './same-event'
import type { PlaceRange } from './event-order'

/** The names of what events point at, and their titles, in the words of this study's codebook and registers. */
export interface EventWords {
  /** What happened in a few words: "Indictment, 93 counts", "Plea, Carl Ferrer", "Trial (planned)". */
  title(event: MergedEvent): string
  type(id: string | null): string | null
  modality(id: string | null): string | null
  caseName(id: string | null): string | null
  /** The court said, or else that of the case. */
  court(event: MergedEvent): string | null
  actor(id: string): string
}

const remembered = new WeakMap<Study, EventWords>()

export function eventWordsOf(study: Study): EventWords {
  let known = remembered.get(study)
  if (known === undefined) remembered.set(study, (known = makeWords(study)))
  return known
}

function makeWords(study: Study): EventWords {
  const layer = study.codebook.layers.find(({ id }) => id === legalEventLayer)
  const optionNames = (attribute: string) =>
    new Map(
      layer?.attributes.find(({ id }) => id === attribute)?.options?.map(({ id, name }) => [id, name]) ?? []
    )
  const types = optionNames('type')
  const modalities = optionNames('modality')
  const cases = new Map<string, (typeof study.cases)[number]>(study.cases.map(one => [one.id, one]))
  const actors = new Map<string, string>(study.actors.map(({ id, name }) => [id, name]))
  const named = (names: ReadonlyMap<string, string>) => (id: string | null) =>
    id === null ? null : (names.get(id) ?? id)
  const titles = new Map<AnnotationId, string>()
  const words: EventWords = {
    title: event => {
      let title = titles.get(event.id)
      if (title === undefined) titles.set(event.id, (title = titleOf(event, words)))
      return title
    },
    type: named(types),
    modality: named(modalities),
    caseName: id => (id === null ? null : (cases.get(id)?.name ?? id)),
    court: event => {
      const ofCase = event.case === null ? undefined : cases.get(event.case)?.court
      return event.court ?? (ofCase === undefined || ofCase === '' ? null : ofCase)
    },
    actor: id => actors.get(id) ?? id
  }
  return words
}

function titleOf(event: MergedEvent, words: EventWords): string {
  const name = words.type(event.type)
  // “Other” says nothing; the words of the article do.
  if (name === null || event.type === 'other') return shorten(quoteOf(event.reports[0].annotation), 32)
  const { charged } = event.counts
  const defendants = event.parties.filter(({ role }) => role === 'defendant')
  const [only] = defendants
  const more =
    charged !== undefined
      ? `, ${charged.toLocaleString('en')} ${charged === 1 ? 'count' : 'counts'}`
      : only !== undefined && defendants.length === 1
        ? `, ${shorten(words.actor(only.actor), 24)}`
        : ''
  const doubt = hasHappened(event) ? '' : ` (${(words.modality(event.modality) ?? '').toLowerCase()})`
  return `${name}${more}${doubt}`
}

const nothingHappened = new Set(['planned', 'requested', 'hypothetical', 'negated'])

/** Whether the event is told as having taken place, by the article or by somebody in it. */
export function hasHappened({ modality }: Pick<MergedEvent, 'modality'>): boolean {
  return modality === null || !nothingHappened.has(modality)
}

const ordinals = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(
  ' '
)

/** A place in words: "fourth", "23rd". */
export function ordinal(place: number): string {
  const word = ordinals[place - 1]
  if (word !== undefined) return word
  const isTeen = place % 100 >= 11 && place % 100 <= 13
  return `${place}${isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][place % 10] ?? 'th')}`
}

/** A place that is certain only within limits: "fourth", "fourth to sixth". */
export function placeInWords({ first, last }: PlaceRange): string {
  return first === last ? ordinal(first) : `${ordinal(first)} to ${ordinal(last)}`
}
