import type { AnnotationId } from '../project/ids'
import type { Study, StudyArticle } from '../project/study'
import type { Perspective } from './perspective'
import { byArticle, sharedStretches } from './shared-words'
import { voiceKey, type VoiceKey } from './voice-groups'
import type { VoiceMeasure } from './voice-share'
import { wordIntervals, wordStarts } from './word-intervals'

export const stripBins = 40

export interface StripBin {
  /** Words of the side in this part of the text, those shared with other sides divided equally. */
  readonly words: number
  /** Of the words there are in this part, 0 to 1. */
  readonly share: number
  /** Perspectives of the side with words in this part, in story order. */
  readonly passages: readonly AnnotationId[]
}

export interface StripRow {
  readonly voice: VoiceKey
  /** As many as `stripBins`, from the beginning of the text to its end. */
  readonly bins: readonly StripBin[]
}

export interface SpeakingStrip {
  /** Null for all articles, each laid out over the same length. */
  readonly of: StudyArticle | null
  readonly rows: readonly StripRow[]
}

/**
 * Where in the text each side speaks: parts of equal length in words. Of several articles the first strip is of
 * all of them together, then one of each in which somebody speaks.
 */
export function speakingStrips(
  study: Study,
  perspectives: readonly Perspective[],
  { groups }: VoiceMeasure
): readonly SpeakingStrip[] {
  const each = [...byArticle(perspectives)].map(([of, inArticle]) => stripOf(of, inArticle, groups))
  if (study.articles.length < 2) return each
  const lengths = each.map(({ of }) => (of === null ? 0 : wordStarts(of).length))
  const total = lengths.reduce((sum, length) => sum + length, 0)
  const rows = groups.map((voice, row) => ({
    voice,
    bins: Array.from({ length: stripBins }, (_, i): StripBin => {
      const parts = each.flatMap(strip => strip.rows[row]?.bins[i] ?? [])
      const words = parts.reduce((sum, part) => sum + part.words, 0)
      return {
        words,
        share: total === 0 ? 0 : (words * stripBins) / total,
        passages: parts.flatMap(part => part.passages)
      }
    })
  }))
  return [{ of: null, rows }, ...each]
}

function stripOf(
  of: StudyArticle,
  perspectives: readonly Perspective[],
  groups: readonly VoiceKey[]
): SpeakingStrip {
  const perBin = wordStarts(of).length / stripBins
  const words = new Map(groups.map(({ key }) => [key, new Float64Array(stripBins)]))
  const passages = new Map(groups.map(({ key }) => [key, emptyBins()]))
  for (const stretch of sharedStretches(perspectives, one => voiceKey('stance', one)))
    for (const [bin, count] of binsOf(stretch, perBin))
      for (const group of stretch.groups) {
        const counts = words.get(group)
        if (counts !== undefined) counts[bin] = (counts[bin] ?? 0) + count / stretch.groups.length
      }
  for (const perspective of perspectives) {
    const { id } = perspective.annotation
    const bins = new Set(wordIntervals(perspective).flatMap(one => binsOf(one, perBin).map(([bin]) => bin)))
    for (const bin of bins) passages.get(voiceKey('stance', perspective))?.[bin]?.push(id)
  }
  return {
    of,
    rows: groups.map(voice => ({
      voice,
      bins: Array.from({ length: stripBins }, (_, i): StripBin => {
        const count = words.get(voice.key)?.[i] ?? 0
        return {
          words: count,
          share: Math.min(1, count / perBin),
          passages: passages.get(voice.key)?.[i] ?? []
        }
      })
    }))
  }
}

/** The parts that words from one up to another lie in, and how much of them; a word across a border is split. */
function binsOf({ start, end }: { start: number; end: number }, perBin: number): [number, number][] {
  const bins: [number, number][] = []
  for (let bin = Math.floor(start / perBin); bin < stripBins && bin * perBin < end; bin++) {
    const count = Math.min(end, (bin + 1) * perBin) - Math.max(start, bin * perBin)
    if (count > 0) bins.push([bin, count])
  }
  return bins
}

function emptyBins(): AnnotationId[][] {
  return Array.from({ length: stripBins }, () => [])
}
