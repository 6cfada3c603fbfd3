import type { DatasetInput } from '../../src/core/formats/dataset/schema'

type ArticleInput = NonNullable<DatasetInput['articles']>[number]
type AnnotationInput = NonNullable<DatasetInput['annotations']>[number]

/** The sizes that figures are named after. */
export const sizeM = { id: 'article-m', paragraphs: 400, annotations: 2_000 } as const
export const sizeL = { id: 'article-l', paragraphs: 4_000, annotations: 20_000 } as const
export const wordsPerParagraph = 50

export interface ArticleSize {
  readonly id: string
  readonly paragraphs: number
  readonly annotations: number
}

const at = '2026-01-01T00:00:00.000Z'
const meanWords = 15
const crossingShare = 0.1
const actorCount = 20
const vocabulary =
  'harbour window paper morning river council letter market winter garden stone bridge answer evening school ' +
  'valley copper engine ladder mirror orchard pencil quarry ribbon saddle timber velvet wagon yellow anchor ' +
  'basket candle drawer feather glove hammer island jacket kettle lantern meadow needle oven pillow the of and ' +
  'to in a was that it for on with as at by from they were had which not but said would their been one all'
const words = vocabulary.split(' ')

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A project of articles made of random words with random overlapping spans, as a dataset file's content. */
export function seededDataset(title: string, sizes: readonly ArticleSize[], seed = 1): DatasetInput {
  const random = seededRandom(seed)
  const articles: ArticleInput[] = []
  const annotations: AnnotationInput[] = []
  for (const size of sizes) {
    const text = seededText(size.paragraphs, random)
    articles.push({ id: size.id, title: `Article of size ${size.id}`, text, language: 'en' })
    const starts = wordStarts(text)
    for (let i = 0; i < size.annotations; i++)
      annotations.push(seededAnnotation(size.id, i, text, starts, random))
  }
  return {
    format: 'counterpoint-dataset',
    version: 1,
    offsetUnit: 'unicode-code-point',
    project: { id: `project-${title}`, title },
    annotators: [{ id: 'annotator-bench', name: 'Bench' }],
    actors: Array.from({ length: actorCount }, (_, i) => ({ id: `actor-${i}`, name: `Person ${i}` })),
    issues: [{ id: 'issue-bench', question: 'Was the harbour sold?' }],
    articles,
    annotations
  }
}

/** Paragraphs of fifty words, parted by blank lines; ASCII, so that all offset units agree. */
export function seededText(paragraphs: number, random: () => number): string {
  return Array.from({ length: paragraphs }, () => {
    const chosen = Array.from(
      { length: wordsPerParagraph },
      () => words[Math.floor(random() * words.length)] ?? 'a'
    )
    return chosen
      .map((word, i) => (i % 12 === 0 ? capital(word) : i % 12 === 11 ? `${word}.` : word))
      .join(' ')
  }).join('\n\n')
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** Where the words of a text begin, in UTF-16 units. */
export function wordStarts(text: string): number[] {
  return [...text.matchAll(/\S+/g)].map(match => match.index)
}

function seededAnnotation(
  articleId: string,
  number: number,
  text: string,
  starts: readonly number[],
  random: () => number
): AnnotationInput {
  const [first, last] = seededSpan(starts.length, random)
  const start = starts[first] ?? 0
  const end = start + text.slice(start, (starts[last + 1] ?? text.length + 1) - 1).trimEnd().length
  const layer = (['claim', 'perspective', 'legal-event'] as const)[number % 3] ?? 'claim'
  return {
    id: `${articleId}-${number}`,
    articleId,
    layer,
    spans: [{ role: 'content', start, end, quote: text.slice(start, end) }],
    attributes: attributesOf(layer, random),
    annotatorId: 'annotator-bench',
    createdAt: at,
    updatedAt: at
  }
}

/** First and last word: one in ten runs over the end of a paragraph, the others stay inside theirs. */
export function seededSpan(wordCount: number, random: () => number): [number, number] {
  const length = 1 + Math.floor(random() * (2 * meanWords - 1))
  const paragraph = Math.floor(random() * (wordCount / wordsPerParagraph))
  const begin = paragraph * wordsPerParagraph
  const end = begin + wordsPerParagraph
  if (random() < crossingShare && end + length < wordCount) {
    const first = end - 1 - Math.floor(random() * Math.min(length, wordsPerParagraph))
    return [first, Math.max(end, first + length)]
  }
  const first = begin + Math.floor(random() * (wordsPerParagraph - length))
  return [first, first + length - 1]
}

function attributesOf(layer: string, random: () => number): Record<string, string> {
  const actor = `actor-${Math.floor(random() * actorCount)}`
  if (layer === 'claim')
    return { normalized: 'The harbour was sold in winter.', claimant: actor, type: 'quantity' }
  if (layer === 'perspective')
    return { holder: actor, issue: 'issue-bench', stance: 'supports', form: 'direct' }
  return { type: 'sentence', date: '2024-08-28', modality: 'actual' }
}
