import type { AnnotationId } from '../project/ids'
import type { Perspective } from './perspective'
import { reportingVerbIn, verbClasses, type VerbClass } from './reporting-verbs'
import { stripBins } from './speaking-strip'
import { voiceKey, type VoiceKey } from './voice-groups'
import type { VoiceMeasure } from './voice-share'

export interface VerbCount {
  /** The dictionary form; of cues without a verb of the table, the cue as it stands. */
  readonly verb: string
  readonly passages: readonly AnnotationId[]
}

export interface VerbsOfSide {
  readonly voice: VoiceKey
  /** By class; `other` are cues without a verb of the table. The most frequent first. */
  readonly verbs: Readonly<Record<VerbClass | 'other', readonly VerbCount[]>>
  /** Perspectives in which no cue is marked. */
  readonly unmarked: readonly AnnotationId[]
}

/** Which verbs of saying introduce each side: those in spans marked as cue, one for each perspective. */
export function verbsOfSaying(
  perspectives: readonly Perspective[],
  { groups }: VoiceMeasure
): readonly VerbsOfSide[] {
  const members = new Map<string, Perspective[]>(groups.map(({ key }) => [key, []]))
  for (const perspective of perspectives) members.get(voiceKey('stance', perspective))?.push(perspective)
  return groups.map(voice => verbsOf(voice, members.get(voice.key) ?? []))
}

function verbsOf(voice: VoiceKey, perspectives: readonly Perspective[]): VerbsOfSide {
  const counts = { neutral: newCounts(), positive: newCounts(), negative: newCounts(), other: newCounts() }
  const unmarked: AnnotationId[] = []
  for (const { annotation } of perspectives) {
    const cue = cueOf(annotation.spans)
    if (cue === null) {
      unmarked.push(annotation.id)
      continue
    }
    const found = reportingVerbIn(cue)
    const ofClass = counts[found?.verbClass ?? 'other']
    const verb = found?.lemma ?? cue.toLowerCase()
    const known = ofClass.get(verb)
    if (known === undefined) ofClass.set(verb, [annotation.id])
    else known.push(annotation.id)
  }
  return {
    voice,
    unmarked,
    verbs: {
      neutral: sorted(counts.neutral),
      positive: sorted(counts.positive),
      negative: sorted(counts.negative),
      other: sorted(counts.other)
    }
  }
}

/** The words marked as cue, piece after piece; null when there are none. */
function cueOf(spans: Perspective['annotation']['spans']): string | null {
  const cues = spans.filter(({ role }) => role === 'cue').map(({ quote }) => quote.trim())
  return cues.length === 0 ? null : cues.join(' … ')
}

function newCounts(): Map<string, AnnotationId[]> {
  return new Map<string, AnnotationId[]>()
}

function sorted(counts: ReadonlyMap<string, readonly AnnotationId[]>): readonly VerbCount[] {
  return [...counts]
    .map(([verb, passages]) => ({ verb, passages }))
    .sort((a, b) => b.passages.length - a.passages.length)
}

/** All verbs of a class and how many passages they introduce. */
export function countOfClass({ verbs }: VerbsOfSide, verbClass: VerbClass | 'other'): number {
  return verbs[verbClass].reduce((sum, { passages }) => sum + passages.length, 0)
}

export const classNames: Readonly<Record<VerbClass | 'other', string>> = {
  neutral: 'Neutral',
  positive: 'Loaded, positive',
  negative: 'Loaded, negative',
  other: 'Not in the table'
}

export const countedClasses = [...verbClasses, 'other'] as const

export const verbsMethod: readonly string[] = [
  'Verbs are those in spans marked as cue, by their dictionary form, one for each perspective; perspectives without a cue are counted apart and nothing is guessed for them.',
  'Neutral, positive and negative follow Merrill (1965) and Geis (1987) in a table of our own; what a verb does in its sentence can differ, so read the passages.'
]

export const stripMethod: readonly string[] = [
  `The text is cut into ${stripBins} parts with the same number of words; a bar is as high as the part of their words that the side has.`,
  'Words that several sides share are divided equally between them. Over several articles each is laid out over the same length.'
]
