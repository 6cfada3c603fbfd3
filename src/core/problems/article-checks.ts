import { shorten } from '../annotation/describe'
import { contentSpans, extent, quoteOf, type TextRange } from '../annotation/spans'
import { rowsEqual } from '../history/rows-equal'
import type { Codebook, Layer } from '../project/codebook'
import type { Annotation, Relation } from '../project/entities'
import type { ArticleCheck, CheckedArticle, Finding } from './problem'
import { findQuotations } from './quotations'

/** What is checked of an article as a whole. */
export const articleChecks: readonly ArticleCheck[] = [
  {
    id: 'quotation-without-perspective',
    name: 'Quotation without a perspective',
    why: 'Somebody speaks here, and no perspective or claim covers it. Quoted terms of one or two words are left out.',
    of: 'article',
    find: findUncoveredQuotations
  },
  {
    id: 'duplicate',
    name: 'Identical duplicate',
    why: 'The same annotator tagged the same words in the same way twice; both would be counted.',
    of: 'article',
    find: findDuplicates
  },
  {
    id: 'relation-without-end',
    name: 'Relation that leads nowhere',
    why: 'One of its annotations does not exist, or both are the same.',
    of: 'article',
    find: findBrokenRelations
  }
]

/** Layers that say whose words or view a passage is: those with an actor attribute. */
function attributingLayers({ layers }: Codebook): Layer[] {
  return layers.filter(layer => layer.attributes.some(attribute => attribute.kind === 'actor'))
}

/** Quotations depend on the text alone, which never changes within a revision. */
const quotations = new WeakMap<CheckedArticle['revision'], TextRange[]>()

function findUncoveredQuotations({ codebook, revision, annotations }: CheckedArticle): Finding[] {
  const layers = attributingLayers(codebook)
  const layer = layers.find(({ id }) => id === 'perspective') ?? layers[0]
  if (layer === undefined) return []
  const found = quotations.get(revision) ?? findQuotations(revision.text, revision.blocks)
  quotations.set(revision, found)
  if (found.length === 0) return []
  const covered = passages(annotations, new Set(layers.map(({ id }) => id)))
  let next = 0
  /** The furthest end of the passages that start before the quotation at hand. */
  let reached = 0
  return found.flatMap(range => {
    while ((covered[next]?.startUtf16 ?? Infinity) < range.endUtf16) {
      reached = Math.max(reached, covered[next]?.endUtf16 ?? 0)
      next += 1
    }
    if (reached > range.startUtf16) return []
    const excerpt = shorten(revision.text.slice(range.startUtf16, range.endUtf16), 120)
    const label = `Tag as ${layer.name.toLowerCase()}`
    const done = `${layer.name} added`
    return [{ range, excerpt, detail: '', mending: { kind: 'tag', label, done, layerId: layer.id } }]
  })
}

function passages(annotations: readonly Annotation[], layers: ReadonlySet<string>): TextRange[] {
  const found: TextRange[] = []
  for (const { layer, spans } of annotations)
    if (layers.has(layer)) for (const span of spans) if (span.role === 'content') found.push(span)
  return found.sort((a, b) => a.startUtf16 - b.startUtf16)
}

/**
 * Annotators who agree are no duplicates. Annotations with the same extent stand next to one another in text
 * order, so only neighbours are compared.
 */
function findDuplicates({ annotations }: CheckedArticle): Finding[] {
  const found: Finding[] = []
  let run: Annotation[] = []
  let key = ''
  for (const annotation of annotations) {
    const { startUtf16, endUtf16 } = extentOf(annotation)
    const here = `${startUtf16} ${endUtf16}`
    if (here !== key) run = []
    key = here
    if (run.some(other => isDuplicate(other, annotation)))
      found.push({
        annotationId: annotation.id,
        range: extent(annotation),
        excerpt: shorten(quoteOf(annotation), 120),
        detail: '',
        mending: { kind: 'delete', label: 'Delete duplicate', done: 'Duplicate deleted' }
      })
    run.push(annotation)
  }
  return found
}

/** Like `extent`, without sorting: it is asked of every annotation at every change. */
function extentOf({ spans }: Annotation): TextRange {
  let startUtf16 = Infinity
  let endUtf16 = 0
  for (const span of spans) {
    if (span.role !== 'content') continue
    startUtf16 = Math.min(startUtf16, span.startUtf16)
    endUtf16 = Math.max(endUtf16, span.endUtf16)
  }
  return { startUtf16, endUtf16 }
}

function isDuplicate(a: Annotation, b: Annotation): boolean {
  return (
    a.layer === b.layer &&
    a.annotatorId === b.annotatorId &&
    rowsEqual(a.spans, b.spans) &&
    rowsEqual(a.attributes, b.attributes)
  )
}

function findBrokenRelations({ annotations, relations, isAnnotation }: CheckedArticle): Finding[] {
  if (relations.length === 0) return []
  const own = new Map(annotations.map(annotation => [annotation.id, annotation]))
  return relations.flatMap(relation => {
    const reason = brokenReason(relation, isAnnotation)
    const annotation = own.get(relation.from) ?? own.get(relation.to)
    const span = annotation === undefined ? undefined : contentSpans(annotation)[0]
    if (reason === null || annotation === undefined || span === undefined) return []
    return [
      {
        annotationId: annotation.id,
        range: extent(annotation),
        excerpt: shorten(quoteOf(annotation), 120),
        detail: reason,
        mending: {
          kind: 'remove-relation',
          label: 'Remove relation',
          done: 'Relation removed',
          relationId: relation.id
        }
      }
    ]
  })
}

function brokenReason({ from, to }: Relation, isAnnotation: CheckedArticle['isAnnotation']): string | null {
  if (from === to) return 'It relates an annotation to itself'
  return isAnnotation(from) && isAnnotation(to) ? null : 'The annotation at its other end does not exist'
}
