import { z } from 'zod'
import { contentRole } from '../../annotation/parts'
import type { ProjectData } from '../../project/entities'
import type { AnnotationId } from '../../project/ids'
import type { Result } from '../../result'
import { currentTexts, type CurrentText } from '../exchange/current-texts'
import { jsonLines } from '../exchange/json-lines'
import { ProjectBuilder, type AddedArticle } from '../exchange/project-builder'
import { firstRecord } from '../exchange/recognise-json'
import { fileNameFor } from '../file-name'
import type { Format, FormatIssue, ReadContext, SourceFile, Writing } from '../format'
import type { ProjectSource } from '../project-source'

const id = z.union([z.number(), z.string()])
const offset = z.number().int()

/** A labelled stretch: a list in projects for sequence labelling, an object in those with relations; doccano takes both. */
const entitySchema = z.preprocess(
  (row: unknown): unknown => {
    if (!Array.isArray(row)) return row
    const [start_offset, end_offset, label] = row as unknown[]
    return { start_offset, end_offset, label }
  },
  z.looseObject({ id: id.optional(), label: z.string(), start_offset: offset, end_offset: offset })
)

/** A line of doccano, of any of its layouts. Versions 1.5 and 1.6 call the text `data`. */
const lineSchema = z
  .looseObject({
    text: z.string().optional(),
    data: z.string().optional(),
    label: z.array(entitySchema).optional(),
    labels: z.array(entitySchema).optional(),
    entities: z.array(entitySchema).optional(),
    relations: z.array(z.looseObject({ from_id: id, to_id: id, type: z.string() })).optional(),
    title: z.string().optional()
  })
  .refine(row => row.text !== undefined || row.data !== undefined, {
    path: ['text'],
    message: 'The line has no text'
  })
type DoccanoLine = z.infer<typeof lineSchema>

/** doccano's JSONL, https://doccano.github.io/doccano/tutorial/. Its server slices texts by code points. */
export const doccanoFormat: Format = {
  id: 'doccano',
  name: 'doccano JSONL',
  description:
    'One article a line with its labelled passages and relations, for sequence labelling in doccano.',
  extensions: ['.doccano.jsonl', '.jsonl'],
  offsetUnit: 'code-point',
  losses: [
    'earlier-revisions',
    'blocks',
    'pages',
    'article-metadata',
    'article-state',
    'project-metadata',
    'codebook',
    'register-details',
    'unused-entries',
    'attributes',
    'memo',
    'confidence',
    'annotators',
    'annotator-roles',
    'parts',
    'gaps',
    'relations-between-articles',
    'relation-annotators',
    'origins',
    'placements',
    'times',
    'article-times'
  ],
  notes: [
    'A study with relations is written for projects with “Use relation labeling” (`entities` and `relations`), any other for plain sequence labelling (`label`).',
    'In texts with characters beyond the basic plane, such as emoji, doccano’s browser counts otherwise than its server: there the marks of later passages look shifted on its screen.'
  ],
  recognises: ([file]) => {
    const record = firstRecord(file)
    const has = (key: string) => Array.isArray(record?.[key])
    return (
      (typeof record?.['text'] === 'string' || typeof record?.['data'] === 'string') &&
      !has('spans') &&
      (has('entities') || has('label') || has('labels'))
    )
  },
  read: readDoccano,
  write: writeDoccano
}

function writeDoccano(source: ProjectSource): Writing {
  const issues: FormatIssue[] = []
  const chunks = {
    *[Symbol.iterator]() {
      issues.length = 0
      for (const text of currentTexts(source, issues))
        yield `${JSON.stringify(toLine(text, source.counts.relations > 0, issues))}\n`
    }
  }
  return { files: [{ name: `${fileNameFor(source.head.project.title)}.doccano.jsonl`, chunks }], issues }
}

function toLine(text: CurrentText, hasRelations: boolean, issues: FormatIssue[]) {
  const { article, revision, index, annotations, relations, position } = text
  if (index.lengthCodePoints !== index.lengthUtf16) {
    const message =
      'The text has characters that doccano’s browser counts twice: marks behind them look shifted there.'
    issues.push({ place: `articles[${position}]`, message })
  }
  const about = { id: position + 1, text: revision.text, title: article.title }
  const entities = annotations.map((row, at) => {
    const content = row.spans.filter(span => span.role === contentRole)
    return {
      id: at + 1,
      label: row.layer,
      start_offset: index.toCodePoint(Math.min(...content.map(span => span.startUtf16))),
      end_offset: index.toCodePoint(Math.max(...content.map(span => span.endUtf16)))
    }
  })
  if (!hasRelations)
    return {
      ...about,
      label: entities.map(({ start_offset, end_offset, label }) => [start_offset, end_offset, label])
    }
  const numberOf = new Map(annotations.map((row, at) => [row.id, at + 1]))
  return {
    ...about,
    entities,
    relations: relations.map((row, at) => ({
      id: at + 1,
      from_id: numberOf.get(row.from),
      to_id: numberOf.get(row.to),
      type: row.type
    }))
  }
}

/** What doccano writes beside labelled passages, by its key. */
const leftOut = [
  ['Comments', 'Comments belong to the whole text'],
  ['comments', 'Comments belong to the whole text'],
  ['cats', 'Categories belong to the whole text'],
  ['annotations', 'The oldest layout tells labels by numbers only']
] as const

function readDoccano(
  files: readonly SourceFile[],
  context: ReadContext
): Result<{ data: ProjectData; issues: FormatIssue[] }> {
  const builder = new ProjectBuilder(context, { title: 'doccano project' })
  let count = 0
  for (const { row, place } of jsonLines(files, lineSchema, builder.problems)) {
    count += 1
    const title = row.title ?? `Text ${count}`
    const text = row.text ?? row.data ?? ''
    const article = builder.addArticle({ text, unit: 'code-point', title }, place)
    if (article !== null) addAnnotations(builder, article, row, place)
    for (const [key, what] of leftOut) {
      const rows = row[key]
      if (!Array.isArray(rows) || rows.length === 0) continue
      builder.issues.push({ place, message: `${what} (“${key}”, ${rows.length}); left out.` })
    }
  }
  if (count === 0) builder.problem('no-text', 'There is no line with a text', files[0]?.name ?? '')
  return builder.build()
}

function addAnnotations(
  builder: ProjectBuilder,
  article: AddedArticle,
  row: DoccanoLine,
  place: string
): void {
  const added = new Map<string, AnnotationId>()
  for (const entity of [...(row.label ?? []), ...(row.labels ?? []), ...(row.entities ?? [])]) {
    const spans = [{ start: entity.start_offset, end: entity.end_offset }]
    const annotation = builder.addAnnotation(article, { label: entity.label, spans }, place)
    if (annotation !== null && entity.id !== undefined) added.set(String(entity.id), annotation)
  }
  for (const { from_id, to_id, type } of row.relations ?? []) {
    const [from, to] = [added.get(String(from_id)), added.get(String(to_id))]
    if (from !== undefined && to !== undefined) builder.addRelation(type, from, to, place)
    else
      builder.problem(
        'dangling-id',
        `A relation links ${from_id} and ${to_id}, which are not both there`,
        place
      )
  }
}
