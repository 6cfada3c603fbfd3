import type { DatasetInput } from '../../../src/core/formats/dataset/schema'
import { toSource } from './in-memory'

/** A type for datasets that tests break: everything may be anything. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Loose = any

/** "👩‍⚖️ said" is 8 code points (woman, joiner, scales, selector, space, …), 9 UTF-16 units. */
export const smallText = 'A headline\n\n👩‍⚖️ said he was charged.\n\nThe end.'

/** A dataset made by hand with no more keys than it needs; a fresh one at each call, for tests to break. */
export function smallDataset(): Loose {
  const spans = [
    { role: 'content', start: 22, end: 36, quote: 'he was charged' },
    { role: 'source', start: 12, end: 16, quote: '👩‍⚖️' }
  ]
  const dataset = {
    format: 'counterpoint-dataset',
    version: 1,
    offsetUnit: 'unicode-code-point',
    project: { id: 'p', title: 'By hand' },
    annotators: [{ id: 'me', name: 'Me' }],
    actors: [{ id: 'ana', name: 'Ana' }],
    issues: [{ id: 'why', question: 'Why?' }],
    cases: [
      { id: 'c', name: 'U.S. v. Ana', charges: [{ statute: '18 U.S.C. § 1952', defendants: ['ana'] }] }
    ],
    articles: [{ id: 'a', title: 'A headline', text: smallText }],
    annotations: [
      { id: 'n1', articleId: 'a', layer: 'claim', spans, attributes: { claimant: 'ana' }, annotatorId: 'me' },
      {
        id: 'n2',
        articleId: 'a',
        layer: 'legal-event',
        spans: [spans[0]],
        annotatorId: 'me',
        attributes: { type: 'charge', date: '2018~', parties: [{ role: 'defendant', actor: 'ana' }] }
      }
    ],
    relations: [{ id: 'r', type: 'supports', from: 'n1', to: 'n2', annotatorId: 'me' }]
  } satisfies DatasetInput
  return JSON.parse(JSON.stringify(dataset))
}

export function fileOf(dataset: unknown) {
  return toSource('by-hand.counterpoint.json', JSON.stringify(dataset))
}
