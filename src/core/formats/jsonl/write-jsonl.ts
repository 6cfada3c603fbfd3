import { issuesById } from '../../project/registers/issue-parts'
import { RevisionIndex } from '../dataset/revision-index'
import { relationChecker } from '../dataset/whole-relations'
import { withoutQuotes, withoutTexts } from '../dataset/without-texts'
import { annotationContextOf } from '../dataset/write'
import { writeAnnotation } from '../dataset/write-annotation'
import { articleWriter } from '../dataset/write-article'
import { datasetHead } from '../dataset/write-head'
import { writeActor, writeAnnotator, writeCase, writeIssue, writeRelation } from '../dataset/write-registers'
import { fileNameFor } from '../file-name'
import type { FormatIssue, WriteContext, Writing } from '../format'
import type { ProjectSource } from '../project-source'
import { jsonlFormatName, jsonlVersion, type JsonlRecord } from './jsonl-schema'

/** Few enough rows that one piece takes a few milliseconds. */
const rowsPerChunk = 250

/**
 * One file of a record on each line: the project, its registers, then article by article the text, its
 * annotations; relations come last. One article at a time is held.
 * @throws WriteFailure, while pieces are taken, as the dataset does.
 */
export function writeJsonl(source: ProjectSource, context: WriteContext): Writing {
  const issues: FormatIssue[] = []
  const name = `${fileNameFor(source.head.project.title)}.counterpoint.jsonl`
  const chunks = {
    *[Symbol.iterator]() {
      issues.length = 0
      yield* registerLines(source, context, issues)
      yield* articleLines(source, context, issues)
    }
  }
  return { files: [{ name, chunks }], issues }
}

function* registerLines(
  { head }: ProjectSource,
  context: WriteContext,
  issues: FormatIssue[]
): Generator<string> {
  const { format: _, version: __, ...rest } = datasetHead(head, context)
  const first = { record: 'project', format: jsonlFormatName, version: jsonlVersion, ...rest }
  yield `${JSON.stringify(first)}\n`
  const actorIds = new Set<string>(head.actors.map(row => row.id))
  const byId = issuesById(head.issues)
  yield* inChunks(head.annotators, row => line('annotator', writeAnnotator(row)))
  yield* inChunks(head.actors, row => line('actor', writeActor(row)))
  yield* inChunks(head.issues, row => line('issue', writeIssue(row, byId, issues)))
  yield* inChunks(head.cases, row => line('case', writeCase(row, actorIds, issues)))
}

function* articleLines(
  source: ProjectSource,
  { withholdsText = false }: WriteContext,
  issues: FormatIssue[]
): Generator<string> {
  const revisions = new RevisionIndex(issues)
  const writeArticle = articleWriter(revisions)
  const context = annotationContextOf(source, revisions, issues)
  const relations = relationChecker(source, issues)
  let position = 0
  for (const rows of source.articles()) {
    const article = writeArticle(rows, position)
    yield line('article', withholdsText ? withoutTexts(article) : article)
    yield* inChunks(rows.annotations, row => {
      relations.note(row.id)
      const written = writeAnnotation(row, context)
      return line('annotation', withholdsText ? withoutQuotes(written) : written)
    })
    revisions.forget(rows.article.id)
    position += 1
  }
  // They may begin and end in any article.
  let index = 0
  for (const row of source.relations()) {
    if (relations.isWhole(row, index)) yield line('relation', writeRelation(row))
    index += 1
  }
}

function line(record: JsonlRecord, row: object): string {
  return `${JSON.stringify({ record, ...row })}\n`
}

function* inChunks<Row>(rows: readonly Row[], write: (row: Row) => string): Generator<string> {
  for (let start = 0; start < rows.length; start += rowsPerChunk)
    yield rows
      .slice(start, start + rowsPerChunk)
      .map(write)
      .join('')
}
