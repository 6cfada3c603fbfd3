import type { Attributes, Case, Charge, Counts } from '../../../src/core/project/entities'
import type { Study } from '../../../src/core/project/study'
import { smallStudy } from '../perspective/small-study'

export interface Told extends Counts {
  id: string
  type: string
  date?: string
  case?: string
  modality?: string
  /** Defendants, by id and separated by blanks. */
  of?: string
  statute?: string
  outcome?: string
  article?: number
}

/** A study in which these events are told, one a paragraph, in cases named by what they are told of. */
export function ledgerStudy(
  told: readonly Told[],
  { relations = [], charges = {} }: { relations?: readonly string[]; charges?: Record<string, Charge[]> } = {}
): Study {
  const study = smallStudy({
    articles: 2,
    said: told.map((event, i) => ({
      id: event.id,
      layer: 'legal-event',
      paragraph: (i % 9) + 1,
      article: event.article ?? 0,
      attributes: attributesOf(event)
    })),
    actors: [...new Set(told.flatMap(({ of = '' }) => of.split(' ').filter(Boolean)))],
    relations
  })
  const cases = [...new Set([...told.map(event => event.case ?? 'federal'), ...Object.keys(charges)])]
  return {
    ...study,
    cases: cases.filter(id => id !== '').map(id => caseOf(id, charges[id] ?? [])),
    articles: study.articles.map(of => ({ ...of, article: { ...of.article, publishedAt: '2024-09-20' } }))
  }
}

function attributesOf({
  type,
  date,
  case: ofCase = 'federal',
  modality = 'actual',
  of = '',
  ...rest
}: Told): Attributes {
  const { statute, outcome, id: _id, article: _article, ...counts } = rest
  return {
    type,
    modality,
    ...(date !== undefined && { date }),
    ...(ofCase !== '' && { case: ofCase }),
    ...(statute !== undefined && { statute }),
    ...(outcome !== undefined && { outcome }),
    ...(Object.keys(counts).length > 0 && { counts }),
    ...(of !== '' && { parties: of.split(' ').map(actor => ({ role: 'defendant', actor })) })
  } as Attributes
}

function caseOf(id: string, charges: Charge[]): Case {
  return {
    id,
    projectId: 'project',
    name: `Case ${id}`,
    court: '',
    jurisdiction: '',
    docketNumber: '',
    charges
  } as unknown as Case
}

/**
 * The proceeding this ledger was made for, with invented names: 93 counts against seven, an early plea, a
 * mistrial, a death, a verdict on 86 counts, 53 of the divided ones acquitted by the judge, a sentence; and a
 * state's two attempts before it, without numbers.
 */
export function longProceeding(relations: readonly string[] = []): Study {
  return ledgerStudy(
    [
      { id: 'sentence', type: 'sentence', date: '2024-08', of: 'lund', outcome: 'Five years' },
      { id: 's-charge', type: 'charge', date: '2016', case: 'state', of: 'lund larsen ferro' },
      { id: 's-dismissal', type: 'dismissal', date: '2016-12', case: 'state', of: 'lund larsen ferro' },
      { id: 't-charge', type: 'charge', date: '2017-01', case: 'state-again', of: 'lund larsen ferro' },
      { id: 't-dismissal', type: 'dismissal', date: '2017-08', case: 'state-again', outcome: 'A part' },
      {
        id: 'indictment',
        type: 'indictment',
        date: '2018-02-06',
        charged: 93,
        of: 'lund larsen ferro four-others'
      },
      { id: 'plea', type: 'plea', date: '2018-04', of: 'ferro' },
      { id: 'trial-1', type: 'trial', date: '2021', of: 'lund larsen' },
      { id: 'mistrial', type: 'mistrial', date: '2021', of: 'lund larsen', article: 1 },
      { id: 'death', type: 'death-of-party', date: '2023-07-31', of: 'larsen', article: 1 },
      { id: 'trial-2', type: 'trial', date: '2023-08', of: 'lund', article: 1 },
      {
        id: 'verdict',
        type: 'verdict',
        date: '2023-11',
        of: 'lund',
        convicted: 1,
        acquitted: 1,
        hung: 84,
        article: 1
      },
      { id: 'judge', type: 'acquittal', date: '2024-04', of: 'lund', acquitted: 53, article: 1 },
      { id: 'third', type: 'trial', date: '2025', of: 'lund', modality: 'hypothetical', article: 1 }
    ],
    { relations: ['s-dismissal disposes-of s-charge', 't-dismissal disposes-of t-charge', ...relations] }
  )
}
