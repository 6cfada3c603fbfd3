import type { AnnotationId } from '../project/ids'
import type { Perspective } from './perspective'
import { reportingVerb, type VerbClass } from './reporting-verbs'
import { sideOf, sides, type Side } from './sides'

export interface CueVerb {
  readonly lemma: string
  readonly verbClass: VerbClass | null
  /** In story order. */
  readonly ids: readonly AnnotationId[]
}

export interface VerbsOfSide {
  /** Null for perspectives without a stance. */
  readonly side: Side | null
  /** The most frequent first. */
  readonly verbs: readonly CueVerb[]
  /** Passages in which no cue is marked: nothing is known of their verbs. */
  readonly withoutCue: readonly AnnotationId[]
}

/** The verbs of saying that each side is introduced with, from the cues that are marked; nothing is guessed. */
export function cueVerbs(perspectives: readonly Perspective[]): readonly VerbsOfSide[] {
  return [...sides, null].flatMap(side => {
    const own = perspectives.filter(({ stance }) => sideOf(stance) === side)
    return own.length === 0 ? [] : [verbsOf(side, own)]
  })
}

function verbsOf(side: Side | null, perspectives: readonly Perspective[]): VerbsOfSide {
  const verbs = new Map<string, { verbClass: VerbClass | null; ids: Set<AnnotationId> }>()
  const withoutCue: AnnotationId[] = []
  for (const { annotation } of perspectives) {
    const cues = annotation.spans.filter(({ role }) => role === 'cue')
    if (cues.length === 0) withoutCue.push(annotation.id)
    for (const { quote } of cues) {
      const { lemma, verbClass } = reportingVerb(quote)
      const known = verbs.get(lemma)
      if (known === undefined) verbs.set(lemma, { verbClass, ids: new Set([annotation.id]) })
      else known.ids.add(annotation.id)
    }
  }
  return {
    side,
    verbs: [...verbs]
      .map(([lemma, { verbClass, ids }]) => ({ lemma, verbClass, ids: [...ids] }))
      .toSorted((a, b) => b.ids.length - a.ids.length || a.lemma.localeCompare(b.lemma)),
    withoutCue
  }
}

/** How verbs are found and classed, a sentence each. */
export const cueVerbMethod: readonly string[] = [
  'Verbs are those of the marked cues, reduced to their base form; where no cue is marked, none is assumed.',
  'Classes follow Caldas-Coulthard (1994): neutral and structuring verbs against those that say how an utterance was meant, felt or sounded.',
  'A verb that the table of reporting verbs does not hold is listed without a class.'
]
