import { describe, expect, test } from 'vitest'
import { guidelineHtml } from '../../../src/core/codebook/guideline'
import { pickExamples } from '../../../src/core/codebook/pick-examples'
import { changeLayer } from '../../../src/core/codebook/layer-edits'
import { defineOption } from '../../../src/core/codebook/option-edits'
import { retire } from '../../../src/core/codebook/place-edits'
import type { Annotation, Attributes } from '../../../src/core/project/entities'
import { annotation, codebook, draft, must } from './small-codebook'

function quoted(quote: string, attributes: Attributes): Annotation {
  return {
    ...annotation(attributes),
    spans: [{ role: 'content', startUtf16: 0, endUtf16: quote.length, quote }]
  }
}

describe('examples', () => {
  const complete = (quote: string) => quoted(quote, { stance: 'for', topics: ['law', 'money'] })
  const examples = pickExamples(codebook, [
    complete('a passage that is the longest of all of them'),
    complete('word'),
    complete('a passage to show'),
    complete('a passage to show'),
    quoted('incomplete, and short', { topics: ['law'] }),
    complete('a passage that is longer')
  ])
  test('are up to three, the shortest that say something, each once, of complete annotations', () => {
    const quotes = [
      'a passage to show',
      'a passage that is longer',
      'a passage that is the longest of all of them'
    ]
    expect(examples('view').map(row => row.quote)).toEqual(quotes)
    expect(examples('view', 'stance', 'for').map(row => row.quote)).toEqual(quotes)
    expect(examples('view', 'topics', 'money')).toHaveLength(3)
  })
  test('are none where nothing was tagged so', () => {
    expect(examples('view', 'stance', 'against')).toEqual([])
    expect(examples('fact')).toEqual([])
  })
})

describe('the guideline', () => {
  const hostile = '<img src=x onerror="alert(1)">&\'</style><script>'
  const odd = must(
    defineOption(
      must(changeLayer(draft, 'view', { guidance: hostile })),
      { layer: 'view', attribute: 'stance', option: 'for' },
      hostile
    )
  )
  const written = (content = odd.content) =>
    [
      ...guidelineHtml(content, {
        projectTitle: hostile,
        date: '22 November 2026',
        examples: pickExamples(content, [quoted(`${hostile} and more`, { stance: 'for' })]),
        articleTitle: () => hostile
      })
    ].join('')

  test('runs nothing and reaches nothing, whatever stands in the project', () => {
    const html = written()
    expect(html).not.toMatch(/<script|<img|onerror="|https?:/u)
    expect(html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;&#39;')
    expect(html.match(/<\/style>/gu)).toHaveLength(1)
  })
  test('a colour that is none does not get into its styles', () => {
    const layers = odd.content.layers.map(layer => ({ ...layer, colour: 'red"><b>' }))
    expect(written({ ...odd.content, layers })).not.toContain('red"')
  })
  test('has every layer, attribute, option, definition and key, and nothing that is retired', () => {
    const html = written(must(retire(odd, { layer: 'view', attribute: 'note' })).content)
    for (const words of ['View', 'Fact', 'Stance', 'Against', 'Topics', 'rights', '<kbd>S</kbd>', '1 to 5'])
      expect(html).toContain(words)
    expect(html).not.toContain('>Note')
  })
})
