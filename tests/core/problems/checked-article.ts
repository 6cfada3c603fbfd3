import { builtInCodebook } from '../../../src/core/project/built-in-codebook'
import type { Codebook } from '../../../src/core/project/codebook'
import type { Annotation, Article, Attributes, Relation, Revision } from '../../../src/core/project/entities'
import type { CheckedArticle } from '../../../src/core/problems/problem'

export const paragraphs = [
  'The mayor closed the hall in May.',
  'She said “it was never safe to use” and left.',
  'Nobody “objected”.',
  'The court fined the town in June.',
  'The end of it came late.'
]
export const text = paragraphs.join('\n\n')

const at = '2026-01-01T00:00:00.000Z'
export const codebook = { ...builtInCodebook, projectId: 'p' } as Codebook

export const article = {
  id: 'a',
  projectId: 'p',
  title: 'The hall',
  publishedAt: '2018-06',
  revision: 1
} as unknown as Article

export const revision = {
  id: 'r1',
  articleId: 'a',
  number: 1,
  text,
  blocks: paragraphs.map(paragraph => {
    const startUtf16 = text.indexOf(paragraph)
    return { type: 'paragraph', startUtf16, endUtf16: startUtf16 + paragraph.length }
  })
} as unknown as Revision

export function span(quote: string, role = 'content') {
  const startUtf16 = text.indexOf(quote)
  return { role, startUtf16, endUtf16: startUtf16 + quote.length, quote }
}

/** An annotation over these words with these attributes, and otherwise complete. */
export function annotation(
  id: string,
  layer: string,
  quote: string,
  attributes: Attributes = {},
  more: Partial<Annotation> & { placement?: 'moved' } = {}
): Annotation {
  return {
    id,
    projectId: 'p',
    articleId: 'a',
    revision: 1,
    layer,
    spans: [span(quote)],
    attributes,
    memo: '',
    confidence: null,
    annotatorId: 'me',
    origin: 'manual',
    createdAt: at,
    updatedAt: at,
    ...more
  } as Annotation
}

export const wholePerspective: Attributes = {
  holder: 'ana',
  issue: 'why',
  stance: 'supports',
  form: 'direct',
  role: 'politician'
}
export const wholeClaim: Attributes = { normalized: 'It was unsafe.', claimant: 'article', type: 'causation' }
export const wholeEvent: Attributes = { type: 'fine', date: '2018-05', modality: 'actual' }

/** The quotation of the text, covered. */
export const covering = annotation('cover', 'perspective', 'it was never safe to use', wholePerspective)

export function relation(id: string, from: string, to: string): Relation {
  return { id, projectId: 'p', type: 'supports', from, to, annotatorId: 'me' } as Relation
}

export function checked(
  annotations: readonly Annotation[],
  more: Partial<CheckedArticle> = {}
): CheckedArticle {
  const ordered = [...annotations].sort(
    (a, b) => (a.spans[0]?.startUtf16 ?? 0) - (b.spans[0]?.startUtf16 ?? 0)
  )
  return {
    codebook,
    article,
    revision,
    known: { actors: new Set(['ana']), issues: new Set(['why']), cases: new Set() },
    annotations: ordered,
    relations: [],
    isAnnotation: id => ordered.some(other => other.id === id),
    ...more
  }
}
