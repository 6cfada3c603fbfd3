import type { DatasetInput } from '../../src/core/formats/dataset/schema'
import { seededDataset, seededRandom } from './seeded-dataset'

type AnnotationInput = NonNullable<DatasetInput['annotations']>[number]
type SpanInput = AnnotationInput['spans'][number]

const articles = 200
const perArticle = { paragraphs: 100, annotations: 500 }

/**
 * What every format is measured with: 100,000 annotations of 200 articles with 5,000 words each. They overlap, one
 * in ten has two pieces, one in ten a memo, one in twenty begins a relation, of which one in ten leads into another
 * article; in one article of five code points and UTF-16 units differ.
 */
export function formatStudy(): DatasetInput {
  const sizes = Array.from({ length: articles }, (_, i) => ({ ...perArticle, id: `article-${i}` }))
  const dataset = seededDataset('Formats', sizes)
  const random = seededRandom(7)
  const annotations = (dataset.annotations ?? []).map((row, i) => ({
    ...row,
    spans: row.spans.flatMap(span => (i % 10 === 3 ? inTwo(span) : [span])),
    ...(i % 10 === 7 ? { memo: `Seen by “${i}”, and\nto be looked over again.` } : {})
  }))
  const inFive = new Set((dataset.articles ?? []).filter((_, i) => i % 5 === 0).map(row => row.id))
  return {
    ...dataset,
    articles: (dataset.articles ?? []).map(row =>
      inFive.has(row.id) ? { ...row, text: withAstral(row.text) } : row
    ),
    annotations: annotations.map(row => ({
      ...row,
      spans: row.spans.map(span =>
        inFive.has(row.articleId) ? { ...span, quote: withAstral(span.quote) } : span
      )
    })),
    relations: annotations.flatMap((row, i) => {
      const reach = i % 200 === 0 ? annotations.length : perArticle.annotations
      const first = Math.floor(i / reach) * reach
      const to = annotations[first + Math.floor(random() * reach)]
      if (i % 20 !== 0 || to === undefined || to === row) return []
      return [
        {
          id: `relation-${i}`,
          type: 'supports' as const,
          from: row.id,
          to: to.id,
          annotatorId: row.annotatorId
        }
      ]
    })
  }
}

/** The first and the last word, when there is one between them. */
function inTwo(span: SpanInput): SpanInput[] {
  const first = span.quote.indexOf(' ')
  const last = span.quote.lastIndexOf(' ') + 1
  if (first === -1 || last <= first + 1) return [span]
  return [
    { ...span, end: span.start + first, quote: span.quote.slice(0, first) },
    { ...span, start: span.start + last, quote: span.quote.slice(last) }
  ]
}

/** One code point takes the place of another, so that offsets in code points stay. */
function withAstral(text: string): string {
  return text.replaceAll('q', '\u{1d4e0}')
}
