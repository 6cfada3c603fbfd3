// @vitest-environment happy-dom
import {
  createTextAnnotator,
  reviveAnnotation,
  W3CTextFormat,
  type TextAnnotation,
  type W3CTextAnnotation
} from '@recogito/text-annotator'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { recogitoFormat, w3cFormat } from '../../../../src/core/formats/w3c/w3c-format'
import { contentRole } from '../../../../src/core/annotation/parts'
import type { ProjectData, Span } from '../../../../src/core/project/entities'
import { goldenProject } from '../../../fixtures/golden-project'
import { sampleProject } from '../../../fixtures/sample-project'
import { readContext, toSource, writeAll } from '../in-memory'

// It says which renderer it uses.
beforeEach(() => void vi.spyOn(console, 'debug').mockReturnValue())

function pageOf(text: string): HTMLElement {
  const page = document.createElement('div')
  page.textContent = text
  document.body.replaceChildren(page)
  return page
}

function spansOf({ target }: TextAnnotation) {
  return target.selector.map(({ quote, start, end, range }) => ({
    ...{ quote, start, end },
    inPage: range.toString()
  }))
}

/** What the annotator holds once it has loaded these annotations over this text, and what it saves again. */
function load(text: string, items: readonly W3CTextAnnotation[]) {
  const page = pageOf(text)
  const [target] = [items[0]?.target ?? []].flat()
  const annotator = createTextAnnotator<TextAnnotation, W3CTextAnnotation>(page, {
    adapter: W3CTextFormat(String(target?.source), page)
  })
  // Added, not put in place of what is there: this way 4.1.1 finds the ranges in the page at once.
  annotator.setAnnotations([...items], false)
  const spans = annotator.state.store.all().flatMap(spansOf)
  const saved = annotator.getAnnotations()
  annotator.destroy()
  return { spans, saved }
}

/** Text and annotations of each article as the format for Recogito writes them. */
function exported(data: ProjectData): { text: string; items: W3CTextAnnotation[] }[] {
  const files = writeAll(recogitoFormat, data).files.map(({ name, bytes }) => ({
    name,
    text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  }))
  return files
    .filter(({ name }) => name.endsWith('.txt'))
    .map(({ name, text }) => {
      const list = files.find(file => file.name === name.replace(/\.txt$/, '.recogito.json'))?.text
      return { text, items: JSON.parse(list ?? '') as W3CTextAnnotation[] }
    })
}

/** Content before parts, as targets are written. */
function ownSpans(data: ProjectData, article: number) {
  const id = data.articles[article]?.id
  const isContent = (span: Span) => span.role === contentRole
  return data.annotations
    .filter(row => row.articleId === id)
    .flatMap(({ spans }) => [...spans.filter(isContent), ...spans.filter(span => !isContent(span))])
    .map(({ quote, startUtf16, endUtf16 }) => ({ quote, start: startUtf16, end: endUtf16, inPage: quote }))
}

describe('Recogito’s text annotator', () => {
  const data = goldenProject()
  const [{ text, items } = { text: '', items: [] }] = exported(data)

  test('holds every span of ours, at our offsets and over the same words of the page', () => {
    const { spans } = load(text, items)
    expect(spans.length).toBeGreaterThan(10)
    expect(spans).toEqual(ownSpans(data, 0))
  })

  // It leaves out whose part a target is, but not the words.
  test('saves what we read again as the same passages, layers and memos', () => {
    const { saved } = load(text, items)
    const files = [toSource('saved.json', JSON.stringify(saved)), toSource('page.txt', text)]
    const read = w3cFormat.read!(files, readContext())
    if (!read.ok) throw new Error(`${read.error.message} ${read.error.place}`)
    expect(read.value.issues).toEqual([])
    const { annotations } = read.value.data
    const said = (rows: typeof annotations) => rows.map(row => [row.id, row.layer, row.memo])
    expect(said(annotations)).toEqual(said(data.annotations))
    const quotes = (spans: { quote: string }[]) => spans.map(({ quote }) => quote).sort()
    expect(quotes(annotations.flatMap(row => row.spans))).toEqual(quotes(ownSpans(data, 0)))
  })

  // By its adapter alone: the annotator itself lays out the page, which takes minutes in a DOM without layout.
  test.each(exported(sampleProject()).map((article, at) => [at, article] as const))(
    'takes in article %i of the sample',
    (at, article) => {
      const adapter = W3CTextFormat('urn:any')
      const page = pageOf(article.text)
      const spans = article.items.flatMap(item => {
        const { parsed, error } = adapter.parse(item)
        if (parsed === undefined) throw new Error(String(error))
        return spansOf(reviveAnnotation(parsed, page))
      })
      expect(spans.length).toBeGreaterThan(20)
      expect(spans).toEqual(ownSpans(sampleProject(), at))
    }
  )
})

// Why there is a format for it: it takes code points for UTF-16 units, so that it is off behind each 😀.
test('positions of the recommendation are misplaced there', () => {
  const { files } = writeAll(w3cFormat, goldenProject())
  const decode = (extension: string) =>
    new TextDecoder().decode(files.find(file => file.name.endsWith(extension))?.bytes)
  const { first } = JSON.parse(decode('.jsonld')) as {
    first: { items: (W3CTextAnnotation & { motivation: string })[] }
  }
  const { spans } = load(
    decode('.txt'),
    first.items.filter(item => item.motivation === 'classifying')
  )
  expect(spans.filter(({ quote, inPage }) => quote === inPage).map(({ quote }) => quote)).toEqual([])
})
