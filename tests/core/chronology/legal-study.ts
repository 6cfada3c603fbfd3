import type { Attributes } from '../../../src/core/project/entities'
import type { Study } from '../../../src/core/project/study'
import { mergedEventsOf, type MergedEvent } from '../../../src/core/chronology/same-event'
import { smallStudy, type SmallStudy } from '../perspective/small-study'

export interface Told {
  id: string
  /** EDTF; undated when left out. */
  date?: string
  paragraph?: number
  article?: number
  attributes?: Attributes
}

/** A study of legal events, told in the order given as far as their paragraphs say nothing else. */
export function legalStudy(told: readonly Told[], more: Omit<SmallStudy, 'said'> = {}): Study {
  return smallStudy({
    ...more,
    said: told.map(({ date, attributes, ...said }) => ({
      ...said,
      layer: 'legal-event',
      attributes: { modality: 'actual', ...attributes, ...(date !== undefined && { date }) }
    }))
  })
}

/** The events of such a study, each told once unless `same-event` relations join them. */
export function eventsTold(told: readonly Told[], relations: readonly string[] = []): readonly MergedEvent[] {
  return mergedEventsOf(legalStudy(told, { relations, articles: 3 }))
}
