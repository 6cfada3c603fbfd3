import { describe, expect, test } from 'vitest'
import { checkAttributeValue } from '../../../src/core/annotation/attribute-value'
import { builtInCodebook } from '../../../src/core/project/built-in-codebook'
import { attributeKinds, type Attribute } from '../../../src/core/project/codebook'
import type { AttributeValue } from '../../../src/core/project/entities'

const known = { actors: new Set(['ana']), issues: new Set(['why']), cases: new Set(['us-v-ana']) }
const options = ['yes', 'no'].map(id => ({ id, name: id }))
const of = (kind: Attribute['kind'], more: Partial<Attribute> = {}): Attribute => ({
  id: 'x',
  name: 'X',
  kind,
  ...more
})

const allowed: [Attribute, AttributeValue][] = [
  [of('choice', { options }), 'yes'],
  [of('multi-choice', { options }), ['no', 'yes']],
  [of('multi-choice', { options }), []],
  [of('text'), ''],
  [of('long-text'), 'a\nb'],
  [of('number'), -1.5],
  [of('scale', { minimum: 0, maximum: 5 }), 0],
  [of('scale', { minimum: 0, maximum: 5 }), 5],
  [of('boolean'), false],
  [of('date'), '2018-02-06'],
  [of('date'), '2016~'],
  [of('date'), '2017-21'],
  [of('actor'), 'ana'],
  [of('actor', { allowsArticleVoice: true }), 'article'],
  [of('issue'), 'why'],
  [of('case'), 'us-v-ana'],
  [of('links'), ['https://example.org/a?b=c#d', 'HTTP://example.org']],
  [of('parties', { options }), [{ role: 'yes', actor: 'ana' as never }]],
  [of('counts'), { charged: 100, hung: 0 }]
]

const refused: [Attribute, unknown, string][] = [
  [of('choice', { options }), 'maybe', 'yes, no'],
  [of('choice'), 'yes', 'not one of the options'],
  [of('choice', { options }), ['yes'], 'one option'],
  [of('multi-choice', { options }), 'yes', 'list'],
  [of('multi-choice', { options }), ['yes', 'yes'], 'twice'],
  [of('multi-choice', { options }), ['yes', 'maybe'], 'maybe'],
  [of('text'), 7, 'text'],
  [of('number'), '7', 'number'],
  [of('number'), Number.NaN, 'number'],
  [of('scale', { minimum: 0, maximum: 5 }), -1, 'least'],
  [of('scale', { minimum: 0, maximum: 5 }), 6, 'greatest'],
  [of('boolean'), 'true', 'true or false'],
  [of('date'), '6 February 2018', 'EDTF'],
  [of('date'), '2018-02-31', 'EDTF'],
  [of('actor'), 'bo', 'no actor'],
  [of('actor'), 'article', 'no actor'],
  [of('issue'), 'ana', 'no issue'],
  [of('case'), '', 'no case'],
  // A click on it would run it.
  [of('links'), ['javascript:alert(1)'], 'web address'],
  [of('links'), ['file:///etc/passwd'], 'web address'],
  [of('links'), ['https://a b'], 'web address'],
  [of('parties', { options }), [{ role: 'judge', actor: 'ana' }], 'judge'],
  [of('parties', { options }), [{ role: 'yes', actor: 'bo' }], 'no actor'],
  [of('parties', { options }), ['ana'], 'role'],
  [of('counts'), { charged: -1 }, 'whole number'],
  [of('counts'), { fined: 1 }, 'fined'],
  [of('counts'), [1], 'counts']
]

describe('checkAttributeValue', () => {
  test.each(allowed)('allows %j %j', (attribute, value) => {
    expect(checkAttributeValue(attribute, value, known)).toBeNull()
  })

  test.each(refused)('refuses %j %j', (attribute, value, words) => {
    expect(checkAttributeValue(attribute, value as AttributeValue, known)).toContain(words)
  })

  test('both tables cover every kind there is', () => {
    for (const table of [allowed, refused]) {
      const kinds = new Set(table.map(([attribute]) => attribute.kind))
      for (const kind of attributeKinds.filter(kind => table === allowed || kind !== 'long-text')) {
        expect(kinds).toContain(kind)
      }
    }
  })

  test('every option of the built-in codebook is allowed', () => {
    for (const attribute of builtInCodebook.layers.flatMap(layer => layer.attributes)) {
      if (attribute.kind !== 'choice') continue
      for (const { id } of attribute.options ?? [])
        expect(checkAttributeValue(attribute, id, known)).toBeNull()
    }
  })
})
