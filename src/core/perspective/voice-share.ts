import type { AnnotationId } from '../project/ids'
import type { Study } from '../project/study'
import { actorName, optionName } from './card-order'
import type { Perspective } from './perspective'
import { sideOf, sides, sideSigns, type Side } from './sides'
import { unionWords } from './union-words'

export const voiceMeasures = ['side', 'role', 'actor', 'anonymity', 'form'] as const
export type VoiceMeasure = (typeof voiceMeasures)[number]

/** Who speaks together, and how much. */
export interface VoiceGroup {
  readonly key: string
  readonly name: string
  /** Of groups that are sides. */
  readonly side: Side | null
  /** Words (UAX #29) of the article that its passages cover; one that several of them cover counts once. */
  readonly words: number
  readonly passages: number
  /** Of all groups' words and of all passages, 0–1. */
  readonly shareOfWords: number
  readonly shareOfPassages: number
  /** In story order. */
  readonly ids: readonly AnnotationId[]
}

export interface VoiceShare {
  readonly measure: VoiceMeasure
  /** Sides in their order; all others with the most words first. */
  readonly groups: readonly VoiceGroup[]
  /** Words that some passage covers, each counted once. */
  readonly words: number
  readonly passages: number
  /** Words that passages of several groups cover: they count once in each of these, so that the groups sum up to more. */
  readonly sharedWords: number
}

const unset: Readonly<Record<VoiceMeasure, string>> = {
  side: 'No stance',
  role: 'No role',
  actor: 'No holder',
  anonymity: 'Not said',
  form: 'Not said'
}

/** How the words and passages of these perspectives, given in story order, are shared among groups. */
export function voiceShare(
  study: Study,
  perspectives: readonly Perspective[],
  measure: VoiceMeasure
): VoiceShare {
  const members = new Map<string, Perspective[]>()
  for (const perspective of perspectives) {
    const key = keyOf(perspective, measure)
    const known = members.get(key)
    if (known === undefined) members.set(key, [perspective])
    else known.push(perspective)
  }
  const counted = [...members].map(([key, own]) => ({ key, own, words: unionWords(own) }))
  const sum = counted.reduce((total, { words }) => total + words, 0)
  const groups = counted.map(({ key, own, words }): VoiceGroup => ({
    key,
    name: nameOf(study, measure, key),
    side: measure === 'side' ? (sides.find(side => side === key) ?? null) : null,
    words,
    passages: own.length,
    shareOfWords: sum === 0 ? 0 : words / sum,
    shareOfPassages: own.length / perspectives.length,
    ids: own.map(({ annotation }) => annotation.id)
  }))
  const words = unionWords(perspectives)
  const inOrder = measure === 'side' ? bySide(groups) : byWords(groups)
  return { measure, groups: inOrder, words, passages: perspectives.length, sharedWords: sum - words }
}

/** How a share of voices is computed, a sentence each. */
export function voiceShareMethod({ sharedWords }: VoiceShare): readonly string[] {
  return [
    'Words are those of the tagged pieces, counted as Unicode delimits them (UAX #29); a word that several passages of a group cover counts once.',
    sharedWords === 0
      ? 'No word belongs to two groups.'
      : `${sharedWords.toLocaleString('en')} ${sharedWords === 1 ? 'word is' : 'words are'} covered by passages of several groups and counted once in each; shares are of the sum of the groups.`,
    'Passages are annotations of the layer “Perspective”, each counted once.'
  ]
}

function keyOf(perspective: Perspective, measure: VoiceMeasure): string {
  switch (measure) {
    case 'side':
      return sideOf(perspective.stance) ?? ''
    case 'actor':
      return perspective.holder ?? ''
    case 'role':
    case 'anonymity':
    case 'form':
      return perspective[measure] ?? ''
  }
}

function nameOf(study: Study, measure: VoiceMeasure, key: string): string {
  if (key === '') return unset[measure]
  switch (measure) {
    case 'side':
      return sideSigns[sides.find(side => side === key) ?? 'unclear'].name
    case 'actor':
      return actorName(study, key) ?? key
    case 'role':
    case 'anonymity':
    case 'form':
      return optionName(study, measure, key)
  }
}

function bySide(groups: readonly VoiceGroup[]): readonly VoiceGroup[] {
  const place = ({ side }: VoiceGroup) => (side === null ? sides.length : sides.indexOf(side))
  return groups.toSorted((a, b) => place(a) - place(b))
}

function byWords(groups: readonly VoiceGroup[]): readonly VoiceGroup[] {
  return groups.toSorted((a, b) => b.words - a.words || b.passages - a.passages)
}
