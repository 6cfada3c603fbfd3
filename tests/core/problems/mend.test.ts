import { expect, test } from 'vitest'
import type { Annotation, Relation } from '../../../src/core/project/entities'
import { mend, type MendingRows } from '../../../src/core/problems/mend'
import { ProblemFinder } from '../../../src/core/problems/problem-finder'
import {
  annotation,
  article,
  checked,
  codebook,
  covering,
  relation,
  revision,
  span,
  wholeClaim,
  wholePerspective
} from './checked-article'

const rows: MendingRows = {
  article,
  revision,
  codebook,
  annotation: undefined,
  relations: [],
  newId: 'new' as MendingRows['newId'],
  annotatorId: 'me' as MendingRows['annotatorId'],
  now: '2026-02-02T00:00:00.000Z'
}
const twin = annotation('twin', 'perspective', 'it was never safe to use', wholePerspective)
const claim = annotation('n', 'claim', 'The mayor closed the hall', wholeClaim)

// A step that leaves its problem standing would send a person round in circles.
test.each<{ check: string; annotations: Annotation[]; relations?: Relation[] }>([
  { check: 'quotation-without-perspective', annotations: [] },
  { check: 'duplicate', annotations: [covering, twin] },
  { check: 'moved', annotations: [{ ...covering, placement: 'moved' }] },
  {
    check: 'stray-part',
    annotations: [covering, { ...claim, spans: [...claim.spans, span('late', 'source')] }]
  },
  { check: 'relation-without-end', annotations: [covering, claim], relations: [relation('r', 'n', 'ghost')] }
])('the step offered for $check makes the problem go away', ({ check, annotations, relations = [] }) => {
  const before = checked(annotations, { relations })
  const problem = new ProblemFinder().find(before).find(({ checkId }) => checkId === check)
  if (problem === undefined) throw new Error('no problem')
  const own = annotations.find(({ id }) => id === problem.annotationId)
  const edit = mend(problem, { ...rows, annotation: own, relations })
  expect(edit?.label).toMatch(/^[A-Z]/)
  let left = annotations
  let related = relations
  for (const change of edit?.changes ?? []) {
    if (change.table === 'annotations') {
      left = left.filter(({ id }) => id !== change.id)
      if (change.after !== null) left = [...left, change.after]
    }
    if (change.table === 'relations') related = related.filter(({ id }) => id !== change.id)
  }
  const after = new ProblemFinder().find(checked(left, { relations: related }))
  expect(after.map(({ checkId }) => checkId)).not.toContain(check)
})

test('what takes a person makes no edit', () => {
  const [problem] = new ProblemFinder().find(checked([covering, annotation('n', 'perspective', 'The end')]))
  if (problem === undefined) throw new Error('no problem')
  expect(mend(problem, rows)).toBeUndefined()
})
