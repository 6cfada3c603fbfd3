import { spanOver, type TextRange } from '../../../src/core/annotation/spans'
import type { Annotation, Span } from '../../../src/core/project/entities'
import { both, wordsOf, wordTypos, type Edit } from './mutations'
import { pick, paragraph, type Random } from './prose'

const at = '2026-01-01T00:00:00.000Z'

/** An annotation over given spans, with ids that nothing looks at. */
export function annotationOver(spans: Span[], id = 'annotation-1'): Annotation {
  return {
    id: id as Annotation['id'],
    projectId: 'project-1' as Annotation['projectId'],
    articleId: 'article-1' as Annotation['articleId'],
    revision: 1,
    layer: 'claim' as Annotation['layer'],
    spans,
    attributes: {},
    memo: '',
    confidence: null,
    annotatorId: 'annotator-1' as Annotation['annotatorId'],
    origin: 'manual',
    createdAt: at,
    updatedAt: at
  }
}

/** Three to forty words, half of them up to twelve; one in seven is interrupted, so that it has two spans. */
export function randomAnnotation(text: string, random: Random): Annotation {
  const words = wordsOf(text, /[^\s]+/g)
  const length = 3 + Math.floor(random() * (random() < 0.5 ? 10 : 38))
  const first = Math.floor(random() * (words.length - length))
  const isInterrupted = random() < 1 / 7 && length >= 8
  const gap = first + Math.floor(length / 2)
  const spans = isInterrupted
    ? [wordsSpan(text, words, first, gap - 2), wordsSpan(text, words, gap + 1, first + length - 1)]
    : [wordsSpan(text, words, first, first + length - 1)]
  return annotationOver(spans)
}

/** From a word to a word; with the marks around the words half of the time. */
function wordsSpan(text: string, words: readonly TextRange[], first: number, last: number): Span {
  const [from, to] = [words[first], words[last]]
  if (from === undefined || to === undefined) throw new RangeError('No such words')
  const isBare = (first + last) % 2 === 0
  const quote = text.slice(from.startUtf16, to.endUtf16)
  const head = isBare ? quote.length - quote.replace(/^[^\p{L}\p{N}]+/u, '').length : 0
  const tail = isBare ? quote.length - quote.replace(/[^\p{L}\p{N}]+$/u, '').length : 0
  return spanOver(text, { startUtf16: from.startUtf16 + head, endUtf16: to.endUtf16 - tail })
}

/** Shared length of two ranges over their joined length, 0–1. */
export function intersectionOverUnion(a: TextRange, b: TextRange): number {
  const shared = Math.min(a.endUtf16, b.endUtf16) - Math.max(a.startUtf16, b.startUtf16)
  if (shared <= 0) return 0
  return shared / (a.endUtf16 - a.startUtf16 + b.endUtf16 - b.startUtf16 - shared)
}

/** How a passage goes: alone, for other text, or while typos are mended all over the article. */
export type DeletionKind = 'deleted' | 'deleted-with-typos' | 'replaced'

export interface Deletion {
  annotation: Annotation
  edits: Edit[]
}

/** An annotation and edits that delete the passage around it: its own words, its sentences, its paragraph. */
export function randomDeletion(text: string, kind: DeletionKind, random: Random): Deletion {
  const annotation = randomAnnotation(text, random)
  const [first, last] = [annotation.spans[0], annotation.spans.at(-1)]
  if (first === undefined || last === undefined) throw new Error('An annotation has spans')
  const border = pick([/[^\s]+\s*/g, /[^.!?\n]+(?:[.!?]+["”’]*\s*|\n+|$)/g, /[^\n]+(?:\n+|$)/g], random)
  const pieces = wordsOf(text, border)
  const startUtf16 = pieces.findLast(piece => piece.startUtf16 <= first.startUtf16)?.startUtf16 ?? 0
  const endUtf16 = pieces.find(piece => piece.endUtf16 >= last.endUtf16)?.endUtf16 ?? text.length
  const replacement =
    kind === 'replaced' ? `${unlikeParagraph(text.slice(startUtf16, endUtf16), random)} ` : ''
  const gone: Edit[] = [{ startUtf16, endUtf16, text: replacement }]
  return {
    annotation,
    edits: kind === 'deleted-with-typos' ? both(gone, wordTypos(0.05)(text, random)) : gone
  }
}

/**
 * Another paragraph than the passage it stands for: with the same words at its edge nothing would tell that
 * these were written anew, and they would be no mistake.
 */
function unlikeParagraph(passage: string, random: Random): string {
  const old = passage.trim()
  for (;;) {
    const text = paragraph(random)
    if (!text.startsWith(old.slice(0, 12)) && !text.endsWith(old.slice(-12))) return text
  }
}
