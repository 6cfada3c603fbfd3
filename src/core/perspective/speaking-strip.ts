import type { AnnotationId } from '../project/ids'
import type { StudyArticle } from '../project/study'
import type { Perspective } from './perspective'
import { sideOf, type Side } from './sides'

/** Where in an article one passage stands. */
export interface StripMark {
  readonly id: AnnotationId
  readonly side: Side | null
  /** Of the length of the text, 0–1. */
  readonly from: number
  readonly to: number
}

export interface SpeakingStrip {
  readonly of: StudyArticle
  /** One for each piece of each passage, in story order. */
  readonly marks: readonly StripMark[]
}

/** Where over the length of each article the sides speak; articles in which nobody does are left out. */
export function speakingStrips(perspectives: readonly Perspective[]): readonly SpeakingStrip[] {
  const strips = new Map<StudyArticle, StripMark[]>()
  for (const { annotation, place, ranges, stance } of perspectives) {
    const { length } = place.of.revision.text
    const marks = ranges.map(({ startUtf16, endUtf16 }) => ({
      id: annotation.id,
      side: sideOf(stance),
      from: startUtf16 / length,
      to: endUtf16 / length
    }))
    const known = strips.get(place.of)
    if (known === undefined) strips.set(place.of, marks)
    else known.push(...marks)
  }
  return [...strips].map(([of, marks]) => ({ of, marks }))
}
