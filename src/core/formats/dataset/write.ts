import { codebookContentSchema } from '../../project/codebook'
import type { ProjectData } from '../../project/entities'
import { issuesById } from '../../project/registers/issue-parts'
import { fileNameFor } from '../file-name'
import type { FormatIssue, WriteContext, Writing } from '../format'
import { dataOf, type ProjectSource } from '../project-source'
import { datasetFormatName, datasetOffsetUnit, datasetVersion } from './schema'
import { writeAnnotation, type AnnotationContext } from './write-annotation'
import { articleWriter } from './write-article'
import { attributeFilter } from './write-attributes'
import {
  writeActor,
  writeAnnotator,
  writeCase,
  writeIssue,
  writeProject,
  writeRelation
} from './write-registers'
import { RevisionIndex } from './revision-index'

/** Few enough rows that one piece takes a few milliseconds. */
const rowsPerChunk = 250

/**
 * One dataset file. Its text is what `JSON.stringify(dataset, null, 2)` and a line break would be, made in
 * pieces. `issues` grows while pieces are taken and is complete after the last one.
 * @throws WriteFailure, while pieces are taken, when a span does not cover its quote or a row names
 * another one that is not there.
 */
export function writeDataset(source: ProjectSource, context: WriteContext): Writing {
  const data = dataOf(source)
  const issues: FormatIssue[] = []
  const name = `${fileNameFor(data.project.title)}.counterpoint.json`
  const chunks = {
    [Symbol.iterator]() {
      issues.length = 0
      return datasetChunks(data, context, issues)
    }
  }
  return { files: [{ name, chunks }], issues }
}

function* datasetChunks(data: ProjectData, context: WriteContext, issues: FormatIssue[]): Generator<string> {
  const revisions = new RevisionIndex(data, issues)
  const annotationContext: AnnotationContext = {
    revisions,
    layers: new Map(data.codebook.layers.map(layer => [layer.id, layer])),
    annotatorIds: new Set(data.annotators.map(row => row.id)),
    filterAttributes: attributeFilter(data, issues)
  }
  const actorIds = new Set<string>(data.actors.map(row => row.id))
  const byId = issuesById(data.issues)
  yield head(data, context)
  yield* rows('annotators', data.annotators, writeAnnotator)
  yield* rows('actors', data.actors, writeActor)
  yield* rows('issues', data.issues, row => writeIssue(row, byId, issues))
  yield* rows('cases', data.cases, row => writeCase(row, actorIds, issues))
  yield* rows('articles', data.articles, articleWriter(revisions), 1)
  yield* rows('annotations', data.annotations, row => writeAnnotation(row, annotationContext))
  yield* rows('relations', wholeRelations(data, issues), writeRelation)
  yield '\n}\n'
}

function head(data: ProjectData, { generator, exportedAt }: WriteContext): string {
  const { id, title, version, layers } = data.codebook
  const fields = {
    format: datasetFormatName,
    version: datasetVersion,
    generator: { name: generator.name, version: generator.version },
    exportedAt,
    offsetUnit: datasetOffsetUnit,
    project: writeProject(data.project),
    // Parsing puts the keys into the schema's order, whoever made the codebook.
    codebook: codebookContentSchema.parse({ id, title, version, layers })
  }
  return JSON.stringify(fields, null, 2).slice(0, -'\n}'.length)
}

/** `,\n  "key": [ … ]`, indented as it stands inside the dataset. */
function* rows<Row>(
  key: string,
  all: readonly Row[],
  write: (row: Row, index: number) => object,
  perChunk = rowsPerChunk
): Generator<string> {
  if (all.length === 0) {
    yield `,\n  "${key}": []`
    return
  }
  yield `,\n  "${key}": [\n`
  const opening = `{\n  "${key}": [\n`
  for (let start = 0; start < all.length; start += perChunk) {
    const written = all.slice(start, start + perChunk).map((row, index) => write(row, start + index))
    const text = JSON.stringify({ [key]: written }, null, 2).slice(opening.length, -'\n  ]\n}'.length)
    yield start === 0 ? text : `,\n${text}`
  }
  yield '\n  ]'
}

/** A link with a missing end says nothing; it must not keep the rest from being exported. */
function wholeRelations(data: ProjectData, issues: FormatIssue[]): ProjectData['relations'] {
  const annotations = new Set(data.annotations.map(row => row.id))
  const annotators = new Set(data.annotators.map(row => row.id))
  return data.relations.filter((row, index) => {
    const isWhole = annotations.has(row.from) && annotations.has(row.to) && annotators.has(row.annotatorId)
    if (!isWhole) {
      const message = `The relation ${row.id} links something that is not in this project; it is left out.`
      issues.push({ place: `relations[${index}]`, message })
    }
    return isWhole
  })
}
