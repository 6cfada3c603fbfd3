import type { Annotation, Relation } from '../../project/entities'
import { issuesById } from '../../project/registers/issue-parts'
import { fileNameFor } from '../file-name'
import type { FormatIssue, WriteContext, Writing } from '../format'
import type { ArticleRows, ProjectSource } from '../project-source'
import { datasetHead } from './write-head'
import { writeAnnotation, type AnnotationContext } from './write-annotation'
import { articleWriter } from './write-article'
import { attributeFilter } from './write-attributes'
import { writeActor, writeAnnotator, writeCase, writeIssue, writeRelation } from './write-registers'
import { relationChecker, type RelationChecker } from './whole-relations'
import { RevisionIndex } from './revision-index'
import { withoutQuotes, withoutTexts } from './without-texts'

/** Few enough rows that one piece takes a few milliseconds. */
const rowsPerChunk = 250

/**
 * One dataset file. Its text is what `JSON.stringify(dataset, null, 2)` and a line break would be, made in
 * pieces; of the source only the texts are held. `issues` grows while pieces are taken and is complete after
 * the last one.
 * @throws WriteFailure, while pieces are taken, when a span does not cover its quote or a row names
 * another one that is not there.
 */
export function writeDataset(source: ProjectSource, context: WriteContext): Writing {
  const issues: FormatIssue[] = []
  const name = `${fileNameFor(source.head.project.title)}.counterpoint.json`
  const chunks = {
    [Symbol.iterator]() {
      issues.length = 0
      return datasetChunks(source, context, issues)
    }
  }
  return { files: [{ name, chunks }], issues }
}

function* datasetChunks(
  source: ProjectSource,
  context: WriteContext,
  issues: FormatIssue[]
): Generator<string> {
  const { head } = source
  const revisions = new RevisionIndex(issues)
  const annotationContext = annotationContextOf(source, revisions, issues)
  const actorIds = new Set<string>(head.actors.map(row => row.id))
  const byId = issuesById(head.issues)
  const relations = relationChecker(source, issues)
  const isWithheld = context.withholdsText === true
  const toArticle = articleWriter(revisions)
  yield JSON.stringify(datasetHead(head, context), null, 2).slice(0, -'\n}'.length)
  yield* rows('annotators', head.annotators, writeAnnotator)
  yield* rows('actors', head.actors, writeActor)
  yield* rows('issues', head.issues, row => writeIssue(row, byId, issues))
  yield* rows('cases', head.cases, row => writeCase(row, actorIds, issues))
  const writeArticle = (row: ArticleRows, index: number) => {
    const article = toArticle(row, index)
    return isWithheld ? withoutTexts(article) : article
  }
  yield* rows('articles', source.articles(), writeArticle, 1)
  yield* rows('annotations', noted(source.annotations(), relations), row => {
    const annotation = writeAnnotation(row, annotationContext)
    return isWithheld ? withoutQuotes(annotation) : annotation
  })
  yield* rows('relations', wholeOnes(source.relations(), relations), writeRelation)
  yield '\n}\n'
}

export function annotationContextOf(
  { head }: ProjectSource,
  revisions: RevisionIndex,
  issues: FormatIssue[]
): AnnotationContext {
  return {
    revisions,
    layers: new Map(head.codebook.layers.map(layer => [layer.id, layer])),
    annotatorIds: new Set(head.annotators.map(row => row.id)),
    filterAttributes: attributeFilter(head, issues)
  }
}

/** `,\n  "key": [ … ]`, indented as it stands inside the dataset. */
function* rows<Row>(
  key: string,
  all: Iterable<Row>,
  write: (row: Row, index: number) => object,
  perChunk = rowsPerChunk
): Generator<string> {
  const opening = `{\n  "${key}": [\n`
  const inside = (written: readonly object[]) =>
    JSON.stringify({ [key]: written }, null, 2).slice(opening.length, -'\n  ]\n}'.length)
  let written: object[] = []
  let count = 0
  let isFirst = true
  for (const row of all) {
    written.push(write(row, count))
    count += 1
    if (written.length < perChunk) continue
    yield isFirst ? `,\n  "${key}": [\n${inside(written)}` : `,\n${inside(written)}`
    isFirst = false
    written = []
  }
  if (written.length > 0) yield isFirst ? `,\n  "${key}": [\n${inside(written)}` : `,\n${inside(written)}`
  yield count === 0 ? `,\n  "${key}": []` : '\n  ]'
}

function* noted(all: Iterable<Annotation>, relations: RelationChecker): Generator<Annotation> {
  for (const row of all) {
    relations.note(row.id)
    yield row
  }
}

function* wholeOnes(all: Iterable<Relation>, relations: RelationChecker): Generator<Relation> {
  let index = 0
  for (const row of all) {
    if (relations.isWhole(row, index)) yield row
    index += 1
  }
}
