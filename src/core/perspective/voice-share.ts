import type { AnnotationId } from '../project/ids'
import type { Study } from '../project/study'
import { perspectivesOf, type Perspective } from './perspective'
import { sharedStretches, wordsCovered } from './shared-words'
import {
  compareVoices,
  voiceKey,
  voiceMeasures,
  voiceOf,
  type VoiceKey,
  type VoiceMeasureId
} from './voice-groups'
import { wordStarts } from './word-intervals'

export interface VoiceGroup extends VoiceKey {
  /** In the union of its own perspectives: where two of them overlap, their words count once. */
  readonly words: number
  /** Its words, of which those shared with k − 1 other groups count 1/k. */
  readonly credited: number
  /** Credited words of those of all groups, 0 to 1. */
  readonly share: number
  /** Perspectives of those of all groups, 0 to 1. */
  readonly passageShare: number
  /** In story order. */
  readonly passages: readonly AnnotationId[]
}

export interface VoiceMeasure {
  readonly id: VoiceMeasureId
  readonly groups: readonly VoiceGroup[]
  /** Of all groups, each word once; what is credited to the groups adds up to it. */
  readonly words: number
  /** Words that belong to more than one group. */
  readonly shared: number
  readonly passages: number
}

export interface VoiceShare {
  readonly measures: Readonly<Record<VoiceMeasureId, VoiceMeasure>>
  /** Words of the perspectives that are looked at, each once. */
  readonly words: number
  /** Words of all articles in view. */
  readonly articleWords: number
  /** Words of the articles in which nobody's perspective is tagged, on this or any other issue. */
  readonly ownVoice: number
}

/**
 * Who has how many words. A word counts for the group of the perspective in which it begins. Where perspectives
 * of several groups overlap, the word is divided equally between these groups (fractional counting, as for papers
 * with several authors: Waltman & van Eck 2015), so that no word counts twice and shares add up to one.
 */
export function voiceShare(study: Study, perspectives: readonly Perspective[]): VoiceShare {
  const articleWords = study.articles.reduce((sum, of) => sum + wordStarts(of).length, 0)
  const [stance, role, actor, anonymity, form] = voiceMeasures.map(id =>
    voiceMeasure(study, perspectives, id)
  )
  if (!stance || !role || !actor || !anonymity || !form) throw new Error('A measure is missing')
  return {
    measures: { stance, role, actor, anonymity, form },
    words: stance.words,
    articleWords,
    ownVoice: articleWords - wordsCovered(perspectivesOf(study))
  }
}

interface Tally extends VoiceKey {
  words: number
  credited: number
  readonly passages: AnnotationId[]
}

const remembered = new WeakMap<
  readonly Perspective[],
  { study: Study; measures: Map<VoiceMeasureId, VoiceMeasure> }
>()

/** One measure by itself; see `voiceShare`. The same perspectives of the same study are measured once. */
export function voiceMeasure(
  study: Study,
  perspectives: readonly Perspective[],
  id: VoiceMeasureId
): VoiceMeasure {
  let known = remembered.get(perspectives)
  if (known?.study !== study) remembered.set(perspectives, (known = { study, measures: new Map() }))
  let measure = known.measures.get(id)
  if (measure === undefined) known.measures.set(id, (measure = measureVoices(study, perspectives, id)))
  return measure
}

function measureVoices(study: Study, perspectives: readonly Perspective[], id: VoiceMeasureId): VoiceMeasure {
  const tallies = new Map<string, Tally>()
  for (const perspective of perspectives) {
    const key = voiceKey(id, perspective)
    const known = tallies.get(key)
    if (known !== undefined) known.passages.push(perspective.annotation.id)
    else
      tallies.set(key, {
        ...voiceOf(study, id, perspective),
        words: 0,
        credited: 0,
        passages: [perspective.annotation.id]
      })
  }
  let words = 0
  let shared = 0
  for (const { start, end, groups } of sharedStretches(perspectives, one => voiceKey(id, one))) {
    words += end - start
    if (groups.length > 1) shared += end - start
    for (const group of groups) {
      const tally = tallies.get(group)
      if (tally === undefined) continue
      tally.words += end - start
      tally.credited += (end - start) / groups.length
    }
  }
  const groups = [...tallies.values()].map((tally): VoiceGroup => ({
    ...tally,
    share: words === 0 ? 0 : tally.credited / words,
    passageShare: tally.passages.length / perspectives.length
  }))
  return { id, words, shared, passages: perspectives.length, groups: groups.sort(compareVoices(study, id)) }
}

/** How a measure was taken, a sentence each. */
export function voiceMethod({ words, shared, passages }: VoiceMeasure): readonly string[] {
  const count = (n: number, noun: string) => `${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`
  return [
    `${count(words, 'word')} in ${count(passages, 'perspective')}; words as UAX #29 delimits them, each counted where it begins.`,
    'Within a group, words that several perspectives cover count once; words between the pieces of a quotation do not count.',
    shared === 0
      ? 'No word belongs to more than one group.'
      : `${count(shared, 'word')} in perspectives of several groups ${shared === 1 ? 'is' : 'are'} divided equally between them, so that shares add up to 100 percent and no word counts twice (fractional counting).`
  ]
}
