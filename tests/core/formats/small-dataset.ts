import type { DatasetInput } from '../../../src/core/formats/dataset/schema'
import { toSource } from './in-memory'

/** The judge in the second line is 3 code points and a selector: 4, but 5 UTF-16 units. */
export const smallText = 'A headline\n\n👩‍⚖️ said he was charged.\n\nThe end.'

export const contentSpan = { role: 'content', start: 22, end: 36, quote: 'he was charged' }
export const sourceSpan = { role: 'source', start: 12, end: 16, quote: '👩‍⚖️' }
export const claim = {
  id: 'n1',
  articleId: 'a',
  layer: 'claim',
  annotatorId: 'me',
  spans: [contentSpan, sourceSpan],
  attributes: { claimant: 'ana' }
}
export const event = {
  id: 'n2',
  articleId: 'a',
  layer: 'legal-event',
  annotatorId: 'me',
  spans: [contentSpan],
  attributes: { type: 'charge', date: '2018~', parties: [{ role: 'defendant', actor: 'ana' }] }
}

/** A dataset made by hand, with no more keys than it needs. */
export const smallDataset = {
  format: 'counterpoint-dataset',
  version: 1,
  offsetUnit: 'unicode-code-point',
  project: { id: 'p', title: 'By hand' },
  annotators: [{ id: 'me', name: 'Me' }],
  actors: [{ id: 'ana', name: 'Ana' }],
  issues: [{ id: 'why', question: 'Why?' }],
  cases: [{ id: 'c', name: 'U.S. v. Ana', charges: [{ statute: '18 U.S.C. § 1952', defendants: ['ana'] }] }],
  articles: [{ id: 'a', title: 'A headline', text: smallText }],
  annotations: [claim, event],
  relations: [{ id: 'r', type: 'supports', from: 'n1', to: 'n2', annotatorId: 'me' }]
} as const satisfies Unbranded

/** Ids are branded where they were checked; here they are not yet. */
type Unbranded = { [K in keyof DatasetInput]: unknown }

/** The small dataset with other values at these places; undefined takes a key away. */
export function smallDatasetWith(changes: Readonly<Record<string, unknown>>): unknown {
  const whole: unknown = JSON.parse(JSON.stringify(smallDataset))
  for (const [place, value] of Object.entries(changes)) {
    const keys = place.match(/[^.[\]]+/g) ?? []
    const last = keys.pop() ?? ''
    const holder = keys.reduce((at, key) => (at as Record<string, unknown>)[key], whole)
    ;(holder as Record<string, unknown>)[last] = value
  }
  return whole
}

export function fileOf(dataset: unknown) {
  return toSource('by-hand.counterpoint.json', JSON.stringify(dataset))
}
