// @vitest-environment happy-dom
import { createTextPositionSelectorMatcher, createTextQuoteSelectorMatcher } from '@apache-annotator/dom'
import { beforeAll, describe, expect, test } from 'vitest'
import { recogitoFormat, w3cFormat } from '../../../../src/core/formats/w3c/w3c-format'
import { goldenProject } from '../../../fixtures/golden-project'
import type { SourceFile } from '../../../../src/core/formats/format'
import { readContext, toSource, writeAll, writeContext } from '../in-memory'

interface Selector {
  type: string
  exact: string
  prefix: string
  suffix: string
  start: number
  end: number
}
interface Item {
  id: string
  motivation: string
  body: unknown[]
  target: { selector: [Selector, Selector] }[]
}

const { files } = writeAll(w3cFormat, goldenProject())
const textOf = (extension: string) =>
  new TextDecoder().decode(files.find(file => file.name.endsWith(extension))?.bytes)
const collection = JSON.parse(textOf('.jsonld')) as { total: number; first: { items: Item[] } }
const classified = collection.first.items.filter(item => item.motivation === 'classifying')

/** The DOM of these tests has no `referenceNode`, which Apache Annotator asks for (DOM Standard, NodeIterator). */
beforeAll(() => {
  document.createNodeIterator = root => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    const nodes: Node[] = []
    while (walker.nextNode() !== null) nodes.push(walker.currentNode)
    let at = 0
    let reference: Node = root
    const step = (node: Node | undefined, by: number) => {
      if (node === undefined) return null
      at += by
      return (reference = node)
    }
    const iterator = {
      nextNode: () => step(nodes[at], 1),
      previousNode: () => step(nodes[at - 1], -1),
      get referenceNode() {
        return reference
      }
    }
    return iterator as unknown as NodeIterator
  }
})

/** The text in a page, as a reader shows it. */
function page(): HTMLElement {
  const element = document.createElement('div')
  element.textContent = textOf('.txt')
  document.body.replaceChildren(element)
  return element
}

describe('Apache Annotator, which counts code points as the recommendation does', () => {
  const selectors = classified.flatMap(item => item.target.map(target => target.selector))

  test('there are selectors to resolve', () => expect(selectors.length).toBeGreaterThan(10))

  test.each(selectors.map(selector => [selector[0].exact, selector] as const))(
    'finds %j',
    async (exact, [quote, position]) => {
      const element = page()
      const found: string[] = []
      for await (const range of createTextPositionSelectorMatcher({
        type: 'TextPositionSelector',
        start: position.start,
        end: position.end
      })(element))
        found.push(range.toString())
      expect(found).toEqual([exact])
      const { prefix, suffix } = quote
      const quoted: string[] = []
      for await (const range of createTextQuoteSelectorMatcher({
        type: 'TextQuoteSelector',
        exact,
        prefix,
        suffix
      })(element))
        quoted.push(range.toString())
      expect(quoted).toEqual([exact])
    }
  )
})

test('a collection counts its annotations and relations, and each has what the model demands', () => {
  expect(collection.total).toBe(collection.first.items.length)
  for (const item of collection.first.items) {
    expect(item).toMatchObject({ type: 'Annotation' })
    expect(item.id).toMatch(/^urn:/)
  }
})

test('the profile for Recogito counts UTF-16 units and has a body everywhere', () => {
  const written = writeAll(recogitoFormat, goldenProject()).files
  const text = new TextDecoder().decode(written.find(file => file.name.endsWith('.txt'))?.bytes)
  const items = JSON.parse(new TextDecoder().decode(written[0]?.bytes)) as Item[]
  for (const { body, target } of items) {
    expect(body.length).toBeGreaterThan(0)
    for (const { selector } of target)
      expect(text.slice(selector[1].start, selector[1].end)).toBe(selector[0].exact)
  }
})

describe('annotations by other hands', () => {
  const read = (annotations: unknown, text = '😀 Ana spoke to Bo.') =>
    w3cFormat.read!(
      [toSource('a.jsonld', JSON.stringify(annotations)), toSource('page.txt', text)],
      readContext()
    )
  const about = (selector: unknown, more: object = {}) => ({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: 'http://example.org/anno1',
    type: 'Annotation',
    body: { type: 'TextualBody', value: 'A comment' },
    target: { source: 'http://example.org/page', selector },
    ...more
  })

  test.each([
    ['a position in code points', { type: 'TextPositionSelector', start: 2, end: 5 }, 0],
    ['a position in UTF-16 units, told by the quotation', [{ start: 3, end: 6 }, { exact: 'Ana' }], 0],
    ['a quotation alone', { type: 'TextQuoteSelector', exact: 'Ana' }, 0],
    [
      'a position that has moved',
      [
        { start: 8, end: 11 },
        { exact: 'Ana', prefix: '😀 ' }
      ],
      1
    ]
  ])('%s', (_, selector, issues) => {
    const result = read(about(selector))
    if (!result.ok) throw new Error(result.error.message)
    expect(result.value.data.annotations[0]).toMatchObject({ spans: [{ quote: 'Ana' }], memo: 'A comment' })
    expect(result.value.issues).toHaveLength(issues)
  })

  test('bodies that lead elsewhere are kept as links', () => {
    const body = [
      'http://example.org/Q1',
      { purpose: 'identifying', source: { id: 'http://example.org/Q2' } },
      { id: 'http://example.org/Q3' },
      { value: 'A comment' }
    ]
    const result = read(about({ exact: 'Ana' }, { body }))
    if (!result.ok) throw new Error(result.error.message)
    const links = [1, 2, 3].map(number => `http://example.org/Q${number}`)
    expect(result.value.data.annotations).toMatchObject([{ attributes: { links }, memo: 'A comment' }])
  })

  // Which of several places was meant cannot be known.
  test.each([
    [about({ exact: 'Eve' }), 'quote-differs'],
    [about({ exact: 'o' }), 'quote-differs'],
    [about({ start: 5, end: 900 }), 'quote-differs'],
    [{ type: 'Annotation' }, 'wrong-shape'],
    [{}, 'wrong-shape'],
    [[], 'no-annotations']
  ])('%j is refused', (annotation, code) => {
    expect(read(annotation)).toMatchObject({ ok: false, error: { code } })
  })

  test('without its text an annotation is refused', () => {
    const file = toSource('a.jsonld', JSON.stringify(about({ exact: 'Ana' })))
    expect(w3cFormat.read!([file], readContext())).toMatchObject({
      ok: false,
      error: { code: 'missing-text' }
    })
  })

  test('what was written without texts says that they were withheld, and takes no others', () => {
    const context = { ...writeContext, withholdsText: true }
    const [withheld, ...others] = writeAll(w3cFormat, goldenProject(), context).files
    expect(others).toEqual([])
    expect(new TextDecoder().decode(withheld!.bytes)).not.toContain('called it')
    const read = (files: readonly SourceFile[]) => w3cFormat.read!([withheld!, ...files], readContext())
    expect(read([])).toMatchObject({ ok: false, error: { code: 'text-withheld' } })
    const texts = writeAll(w3cFormat, goldenProject()).files.filter(({ name }) => name.endsWith('.txt'))
    expect(read(texts).ok).toBe(true)
    const changed = texts.map(({ name, bytes }) => toSource(name, `${new TextDecoder().decode(bytes)} `))
    expect(read(changed)).toMatchObject({ ok: false, error: { code: 'text-differs' } })
  })

  // Tools that keep a file for each text, as Recogito does.
  test('several files of annotations with their texts are one project', () => {
    const own = writeAll(recogitoFormat, goldenProject()).files
    const files = ['a', 'b'].flatMap(stem =>
      own.map(({ name, bytes }) =>
        toSource(
          name.replace(/^[^.]+/, stem),
          new TextDecoder().decode(bytes).replaceAll(':article:', `:article:${stem}-`)
        )
      )
    )
    const read = w3cFormat.read!(files, readContext())
    const { articles, annotations } = read.ok ? read.value.data : { articles: [], annotations: [] }
    expect(read.ok || read.error).toBe(true)
    expect(articles.map(({ title }) => title)).toEqual(['a', 'b'])
    expect(annotations).toHaveLength(2 * goldenProject().annotations.length)
  })
})
