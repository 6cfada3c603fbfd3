import { findLayer } from '../project/codebook'
import type { Study } from '../project/study'
import { holderName, optionName } from './card-order'
import { perspectiveLayer, type Perspective } from './perspective'
import { sideOf, sides, sideSigns, type Side } from './sides'

export const voiceMeasures = ['stance', 'role', 'actor', 'anonymity', 'form'] as const
export type VoiceMeasureId = (typeof voiceMeasures)[number]

export interface VoiceKey {
  readonly key: string
  readonly name: string
  /** Null when the group is not one of the sides. */
  readonly side: Side | null
}

/** Nothing is set: a key that no option of a codebook can have. */
const none = ' none'

const emptyNames: Readonly<Record<VoiceMeasureId, string>> = {
  stance: 'No stance yet',
  role: 'No role yet',
  actor: 'No holder yet',
  anonymity: 'Not coded',
  form: 'No form yet'
}

/** The group of a perspective; every perspective has exactly one in each measure. */
export function voiceKey(measure: VoiceMeasureId, perspective: Perspective): string {
  switch (measure) {
    case 'stance':
      return sideOf(perspective.stance) ?? perspective.stance ?? none
    case 'actor':
      return perspective.holder ?? none
    case 'role':
    case 'anonymity':
    case 'form':
      return perspective[measure] ?? none
  }
}

/** What a group is called, by any perspective in it. */
export function voiceOf(study: Study, measure: VoiceMeasureId, perspective: Perspective): VoiceKey {
  const key = voiceKey(measure, perspective)
  const side = measure === 'stance' ? sideOf(perspective.stance) : null
  return { key, side, name: nameOf(study, measure, perspective, key, side) }
}

function nameOf(
  study: Study,
  measure: VoiceMeasureId,
  perspective: Perspective,
  key: string,
  side: Side | null
): string {
  if (key === none) return emptyNames[measure]
  if (side !== null) return sideSigns[side].name
  if (measure === 'actor') return holderName(study, perspective)
  const name = optionName(study, measure, key)
  return measure === 'form' && key === 'indirect' && name === 'Indirect' ? 'Paraphrase' : name
}

/** Sides and kinds of quotation in the codebook's order, roles and actors the loudest first; what is not set last. */
export function compareVoices(
  study: Study,
  measure: VoiceMeasureId
): (a: VoiceKey & { words: number }, b: VoiceKey & { words: number }) => number {
  const options = findLayer(study.codebook, perspectiveLayer)?.attributes.find(({ id }) => id === measure)
  const order = measure === 'stance' ? [...sides, ...idsOf(options?.options)] : idsOf(options?.options)
  const isByWords = measure === 'role' || measure === 'actor'
  const rank = (key: string) => {
    if (key === none) return Infinity
    const at = isByWords ? 0 : order.indexOf(key)
    return at === -1 ? order.length : at
  }
  return (a, b) => {
    const [ofA, ofB] = [rank(a.key), rank(b.key)]
    return ofA === ofB ? b.words - a.words : ofA - ofB
  }
}

function idsOf(options: readonly { id: string }[] = []): readonly string[] {
  return options.map(({ id }) => id)
}
