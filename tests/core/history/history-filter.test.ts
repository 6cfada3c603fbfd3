import { expect, test } from 'vitest'
import type { RowChange } from '../../../src/core/history/change-set'
import { matchesHistory, wholeHistory } from '../../../src/core/history/history-filter'

const row = (table: string, fields: object) =>
  ({ table, id: 'x', before: null, after: { id: 'x', ...fields } }) as unknown as RowChange
const removed = { ...row('annotations', {}), before: { articleId: 'a' }, after: null } as unknown as RowChange
const annotation = row('annotations', { articleId: 'a' })
const actor = row('actors', {})

test.each<{ what: string; filter: object; changes: RowChange[]; expected: boolean }>([
  { what: 'everything', filter: {}, changes: [actor], expected: true },
  { what: 'an edit of nothing', filter: {}, changes: [], expected: true },
  { what: 'its annotator', filter: { annotatorId: 'me' }, changes: [actor], expected: true },
  { what: 'another annotator', filter: { annotatorId: 'you' }, changes: [actor], expected: false },
  { what: 'its article', filter: { articleId: 'a' }, changes: [annotation], expected: true },
  {
    what: 'its article, of what was removed',
    filter: { articleId: 'a' },
    changes: [removed],
    expected: true
  },
  { what: 'another article', filter: { articleId: 'b' }, changes: [annotation], expected: false },
  { what: 'no article', filter: { articleId: 'a' }, changes: [actor], expected: false },
  { what: 'its kind', filter: { kind: 'registers' }, changes: [annotation, actor], expected: true },
  { what: 'another kind', filter: { kind: 'relations' }, changes: [annotation, actor], expected: false },
  // One row is of the kind, another of the article: no row is both.
  {
    what: 'kind and article of different rows',
    filter: { kind: 'registers', articleId: 'a' },
    changes: [annotation, actor],
    expected: false
  },
  {
    what: 'the article itself',
    filter: { kind: 'articles', articleId: 'x' },
    changes: [row('articles', {})],
    expected: true
  }
])('asked for $what: $expected', ({ filter, changes, expected }) => {
  const asked = { ...wholeHistory, ...filter }
  expect(matchesHistory({ annotatorId: 'me' as never, changes }, asked)).toBe(expected)
})
