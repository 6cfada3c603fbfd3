import type { ComparedThing } from '../../../../core/perspective/compare-articles'
import type { TextMark } from '../../../../core/perspective/marked-pieces'
import type { AnnotationId } from '../../../../core/project/ids'
import type { StudyArticle } from '../../../../core/project/study'

/** A stretch of one of the texts that links it to something. */
export interface ComparedMark extends TextMark {
  /** Null for wording that nobody tagged. */
  annotation: AnnotationId | null
  layer: string | null
}

/** The marks of one side, each passage once, however many things it links to; in the order of the text. */
export function marksOf(
  things: readonly ComparedThing[],
  side: 'inA' | 'inB',
  { annotations }: StudyArticle
): readonly ComparedMark[] {
  const layers = new Map(annotations.map(({ id, layer }) => [id, layer]))
  const marks = new Map<string, readonly ComparedMark[]>()
  for (const thing of things)
    thing[side].forEach(({ annotation, ranges }, i) => {
      const id = annotation ?? `${thing.key}:${i}`
      const layer = annotation === null ? null : (layers.get(annotation) ?? null)
      marks.set(
        id,
        ranges.map(({ startUtf16, endUtf16 }) => ({ id, startUtf16, endUtf16, annotation, layer }))
      )
    })
  return [...marks.values()].flat().sort((a, b) => a.startUtf16 - b.startUtf16)
}

/** The ids of the marks of a thing on one side. */
export function markIdsOf(thing: ComparedThing | undefined, side: 'inA' | 'inB'): readonly string[] {
  return thing?.[side].map(({ annotation }, i) => annotation ?? `${thing.key}:${i}`) ?? []
}
