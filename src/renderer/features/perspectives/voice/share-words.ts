import type { VoiceGroup, VoiceMeasure } from '../../../../core/perspective/voice-share'
import type { VoiceMeasureId } from '../../../../core/perspective/voice-groups'

export type CountedBy = 'words' | 'passages'

export function shareOf(group: VoiceGroup, by: CountedBy): number {
  return by === 'words' ? group.share : group.passageShare
}

/** "27": a share in whole percent. */
export function percentOf(group: VoiceGroup, by: CountedBy): number {
  return Math.round(shareOf(group, by) * 100)
}

/** "Supports, 27 percent, 340 words in 12 passages" */
export function shareInWords(group: VoiceGroup, by: CountedBy): string {
  const { name, words, passages } = group
  return `${name}, ${percentOf(group, by)} percent, ${countOf(words, 'word')} in ${countOf(passages.length, 'passage')}`
}

const attributeNames: Readonly<Record<VoiceMeasureId, string>> = {
  stance: 'by stance',
  role: 'by role',
  actor: 'by actor',
  anonymity: 'by anonymity',
  form: 'by form'
}

/** "Words by stance" */
export function barName({ id }: VoiceMeasure, by: CountedBy): string {
  return `${by === 'words' ? 'Words' : 'Passages'} ${attributeNames[id]}`
}

export function countOf(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`
}
