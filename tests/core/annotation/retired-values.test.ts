import { expect, test } from 'vitest'
import { checkAttributeValue } from '../../../src/core/annotation/attribute-value'
import { missingRequired } from '../../../src/core/annotation/completeness'
import { retiredValues } from '../../../src/core/annotation/retired-values'
import { retire } from '../../../src/core/codebook/place-edits'
import { annotation, draft, must } from '../codebook/small-codebook'

const place = (attribute: string, option?: string) => ({
  layer: 'view',
  attribute,
  ...(option === undefined ? {} : { option })
})
const retired = [place('stance', 'for'), place('topics', 'law'), place('who', 'court'), place('note')].reduce(
  (current, where) => must(retire(current, where)),
  draft
)
const layer = retired.content.layers[0]!

test.each([
  [{ stance: 'for' }, ['stance/for']],
  [{ stance: 'against', topics: ['money'] }, []],
  [{ topics: ['money', 'law'] }, ['topics/law']],
  [{ who: [{ role: 'court', actor: 'ana' }] as never }, ['who/court']],
  [{ note: 'kept' }, ['note']],
  [{ note: ' ' }, []]
])('%j', (attributes, expected) => {
  const found = retiredValues(annotation(attributes), layer)
  expect(found.map(({ attribute, option }) => [attribute.id, option?.id].filter(Boolean).join('/'))).toEqual(
    expected
  )
})

test('they stay valid, and a retired attribute is asked of nobody', () => {
  const known = { actors: new Set<string>(), issues: new Set<string>(), cases: new Set<string>() }
  expect(checkAttributeValue(layer.attributes[0]!, 'for', known)).toBeNull()
  const withoutStance = must(retire(draft, { layer: 'view', attribute: 'stance' })).content.layers[0]!
  expect(missingRequired(annotation({}), draft.content.layers[0]!)).toHaveLength(1)
  expect(missingRequired(annotation({}), withoutStance)).toEqual([])
})
