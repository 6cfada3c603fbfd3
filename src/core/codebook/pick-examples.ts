import { missingRequired } from '../annotation/completeness'
import { optionIdsIn } from '../annotation/retired-values'
import { contentSpans } from '../annotation/spans'
import type { CodebookContent } from '../project/codebook'
import type { Annotation } from '../project/entities'

/** The words of an annotation, a gap between its passages shown as […]. */
export interface Example {
  quote: string
  articleId: string
}

/** Examples for a layer, or for one of its options. */
export type Examples = (layer: string, attribute?: string, option?: string) => readonly Example[]

/** As many as help; the shortest read quickest. */
const mostExamples = 3
/** Shorter ones say nothing without the text around them, longer ones nobody reads. In UTF-16 units. */
const leastLength = 12
const mostLength = 400

/**
 * For each layer and option up to three quotes of the project: complete annotations, the shortest that still
 * say something. The same words come once.
 */
export function pickExamples(codebook: CodebookContent, annotations: readonly Annotation[]): Examples {
  const found = new Map<string, Example[]>()
  const layers = new Map<string, CodebookContent['layers'][number]>(codebook.layers.map(row => [row.id, row]))
  for (const annotation of annotations) {
    const layer = layers.get(annotation.layer)
    if (layer === undefined || missingRequired(annotation, layer).length > 0) continue
    const example = exampleOf(annotation)
    offer(found, layer.id, example)
    for (const attribute of layer.attributes) {
      const value = annotation.attributes[attribute.id]
      if (value === undefined || attribute.options === undefined) continue
      for (const option of new Set(optionIdsIn(value)))
        offer(found, [layer.id, attribute.id, option].join('\n'), example)
    }
  }
  return (...parts) => found.get(parts.filter(part => part !== undefined).join('\n')) ?? []
}

function exampleOf(annotation: Annotation): Example {
  const quote = contentSpans(annotation)
    .map(span => span.quote.replace(/\s+/gu, ' ').trim())
    .join(' […] ')
  return { quote, articleId: annotation.articleId }
}

/** Keeps the best few: a list of three is cheaper to insert into than all are to sort. */
function offer(found: Map<string, Example[]>, key: string, example: Example): void {
  const kept = found.get(key) ?? []
  if (kept.some(other => other.quote === example.quote)) return
  const next = [...kept, example].sort((a, b) => rank(a) - rank(b))
  found.set(key, next.slice(0, mostExamples))
}

function rank({ quote: { length } }: Example): number {
  return length < leastLength || length > mostLength ? 1_000_000 + length : length
}
