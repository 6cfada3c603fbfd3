import { contentSpans, type TextRange } from '../annotation/spans'
import { listOf, textOf } from '../annotation/read-attribute'
import type { Annotation } from '../project/entities'
import type { ActorId, IssueId, LayerId } from '../project/ids'
import { eachArticle, placeInStory, type PlaceInStory } from '../project/place-in-story'
import type { Study } from '../project/study'

/** The layer whose annotations are perspectives, in every codebook. */
export const perspectiveLayer = 'perspective' as LayerId

/** A view attributed to somebody: an annotation of the perspective layer, with its attributes by name. */
export interface Perspective {
  readonly annotation: Annotation
  readonly place: PlaceInStory
  /** What is tagged, piece by piece in the order of the text, verbatim. */
  readonly pieces: readonly string[]
  /** Where these pieces lie, in UTF-16 units. */
  readonly ranges: readonly TextRange[]
  /** What is not set is null. Of choices: the ids of options in the codebook. */
  readonly holder: ActorId | null
  readonly role: string | null
  readonly issue: IssueId | null
  readonly stance: string | null
  readonly form: string | null
  readonly attitude: string | null
  readonly anonymity: string | null
  readonly frames: readonly string[]
}

/** Every perspective of a study, in story order: article by article, each in the order of its text. */
export const perspectivesOf: (study: Study) => readonly Perspective[] = eachArticle(of =>
  of.annotations
    .filter(annotation => annotation.layer === perspectiveLayer)
    .map((annotation): Perspective => {
      const { attributes } = annotation
      const spans = contentSpans(annotation)
      return {
        annotation,
        place: placeInStory(of, annotation),
        pieces: spans.map(span => span.quote),
        ranges: spans,
        holder: textOf(attributes['holder']) as ActorId | null,
        role: textOf(attributes['role']),
        issue: textOf(attributes['issue']) as IssueId | null,
        stance: textOf(attributes['stance']),
        form: textOf(attributes['form']),
        attitude: textOf(attributes['attitude']),
        anonymity: textOf(attributes['anonymity']),
        frames: listOf(attributes['frames'])
      }
    })
)
