import { textOf } from '../annotation/read-attribute'
import type { Annotation, AttributeValue, Counts, Party } from '../project/entities'
import type { CaseId, LayerId } from '../project/ids'
import { eachArticle, placeInStory, type PlaceInStory } from '../project/place-in-story'
import type { Study } from '../project/study'
import { parseEdtf, type EdtfDate } from './edtf'

/** The layer whose annotations are legal events, in every codebook. */
export const legalEventLayer = 'legal-event' as LayerId

/** A report of something that happened in law: an annotation of the legal event layer. */
export interface LegalEvent {
  readonly annotation: Annotation
  readonly place: PlaceInStory
  /** What is not set is null. Of choices: the ids of options in the codebook. */
  readonly type: string | null
  /** Null when there is none or it cannot be read. */
  readonly date: EdtfDate | null
  readonly modality: string | null
  readonly case: CaseId | null
  readonly court: string | null
  readonly jurisdiction: string | null
  readonly statute: string | null
  readonly outcome: string | null
  readonly parties: readonly Party[]
  /** What is not given is absent. */
  readonly counts: Counts
}

/** Every report of a legal event in a study, in story order: article by article, each in the order of its text. */
export const legalEventsOf: (study: Study) => readonly LegalEvent[] = eachArticle(of =>
  of.annotations
    .filter(annotation => annotation.layer === legalEventLayer)
    .map((annotation): LegalEvent => {
      const { attributes } = annotation
      const written = textOf(attributes['date'])
      const date = written === null ? null : parseEdtf(written)
      return {
        annotation,
        place: placeInStory(of, annotation),
        type: textOf(attributes['type']),
        date: date?.ok === true ? date.value : null,
        modality: textOf(attributes['modality']),
        case: textOf(attributes['case']) as CaseId | null,
        court: textOf(attributes['court']),
        jurisdiction: textOf(attributes['jurisdiction']),
        statute: textOf(attributes['statute']),
        outcome: textOf(attributes['outcome']),
        parties: partiesOf(attributes['parties']),
        counts: countsOf(attributes['counts'])
      }
    })
)

function partiesOf(value: AttributeValue | undefined): readonly Party[] {
  return Array.isArray(value) ? value.filter(item => typeof item === 'object') : []
}

function countsOf(value: AttributeValue | undefined): Counts {
  return typeof value === 'object' && !Array.isArray(value) ? value : {}
}
