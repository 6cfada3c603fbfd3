import { checkAttributeValue, isEdtf, type KnownIds } from '../../annotation/attribute-value'
import type { Attribute, Codebook, Layer } from '../../project/codebook'
import type { Annotation, Span } from '../../project/entities'
import type { FormatIssue } from '../format'
import { formatPlace, showText, type Problems } from '../problems'
import type { ArticleTexts } from './read-articles'
import type { Registers } from './read-registers'
import { remember } from './remember'
import { readSpans } from './read-spans'
import type { Dataset, DatasetAnnotation } from './schema'
import { checkUniqueIds } from './unique-ids'

interface Surroundings {
  registers: Registers
  texts: ArticleTexts
  now: string
}

export function readAnnotations(
  dataset: Pick<Dataset, 'annotations' | 'annotators' | 'articles'>,
  { registers, texts, now }: Surroundings,
  problems: Problems,
  issues: FormatIssue[]
): Annotation[] {
  checkUniqueIds(dataset.annotations, ['annotations'], problems)
  const annotatorIds = new Set<string>(dataset.annotators.map(row => row.id))
  const revisionOf = new Map(dataset.articles.map(row => [row.id, row.revision]))
  const layers = new Map(registers.codebook.layers.map(layer => [layer.id, layer]))
  const checkAttributes = attributeChecker(registers)
  const annotations: Annotation[] = []
  for (const [index, row] of dataset.annotations.entries()) {
    if (problems.isFull) break
    const problem = (code: string, message: string, ...rest: PropertyKey[]) =>
      problems.add(code, message, formatPlace(['annotations', index, ...rest]))
    if (!annotatorIds.has(row.annotatorId)) {
      problem('dangling-id', `There is no annotator with the id ${showText(row.annotatorId)}`, 'annotatorId')
    }
    const layer = layers.get(row.layer)
    if (layer === undefined) problem('unknown-layer', unknownLayer(row, registers.codebook), 'layer')
    else checkAttributes(row, layer, problem)

    const revision = row.revision ?? revisionOf.get(row.articleId)
    if (revision === undefined) {
      problem('dangling-id', `There is no article with the id ${showText(row.articleId)}`, 'articleId')
      continue
    }
    const indexed = texts.textsOf.get(row.articleId)?.get(revision)
    if (indexed === undefined) {
      // Texts are not read to the end once there are too many problems.
      if (!problems.isFull) problem('dangling-id', `The article has no revision ${revision} here`, 'revision')
      continue
    }
    const spans = readSpans(row, indexed, { path: ['annotations', index, 'spans'], layer, problems, issues })
    annotations.push(toAnnotation(row, registers.project.id, revision, spans, now))
  }
  return annotations
}

function toAnnotation(
  row: DatasetAnnotation,
  projectId: Annotation['projectId'],
  revision: number,
  spans: Span[],
  now: string
): Annotation {
  const { id, articleId, layer, attributes, memo, confidence, annotatorId, origin } = row
  const { createdAt = now, updatedAt = createdAt } = row
  // Named one by one: spreading rows takes most of the time of reading a large dataset.
  const annotation: Annotation = {
    id,
    projectId,
    articleId,
    revision,
    layer,
    spans,
    attributes,
    memo,
    confidence,
    annotatorId,
    origin,
    createdAt,
    updatedAt
  }
  if (row.placement !== undefined) annotation.placement = row.placement
  return annotation
}

function unknownLayer(row: DatasetAnnotation, codebook: Codebook): string {
  return `The codebook has no layer ${showText(row.layer)}; it has ${codebook.layers.map(layer => layer.id).join(', ')}`
}

type AddProblem = (code: string, message: string, ...rest: PropertyKey[]) => void

/** Looks ids up in sets and remembers dates: the same few stand in thousands of annotations. */
function attributeChecker(registers: Registers) {
  const known: KnownIds = {
    actors: new Set(registers.actors.map(row => row.id)),
    issues: new Set(registers.issues.map(row => row.id)),
    cases: new Set(registers.cases.map(row => row.id))
  }
  const isDate = remember(isEdtf)
  const attributesOf = new Map<Layer, Map<string, Attribute>>()
  for (const layer of registers.codebook.layers) {
    attributesOf.set(layer, new Map(layer.attributes.map(attribute => [attribute.id, attribute])))
  }
  return (row: DatasetAnnotation, layer: Layer, problem: AddProblem): void => {
    for (const [id, value] of Object.entries(row.attributes)) {
      const attribute = attributesOf.get(layer)?.get(id)
      const reason =
        attribute === undefined
          ? `The layer ${layer.id} has no attribute ${showText(id)}`
          : checkAttributeValue(attribute, value, known, isDate)
      if (reason !== null) problem('invalid-attribute', reason, 'attributes', id)
    }
  }
}
