import { z } from 'zod'
import {
  datasetActorSchema,
  datasetAnnotationSchema,
  datasetAnnotatorSchema,
  datasetArticleSchema,
  datasetCaseSchema,
  datasetIssueSchema,
  datasetRelationSchema,
  datasetSchema
} from '../dataset/schema'

export const jsonlFormatName = 'counterpoint-jsonl'
export const jsonlVersion = 1

/** The first line: what the file is, the project and its codebook. All other lines are rows of a dataset. */
export const jsonlHeadSchema = z.strictObject({
  record: z.literal('project'),
  format: z.literal(jsonlFormatName),
  version: z.literal(jsonlVersion),
  generator: datasetSchema.shape.generator,
  exportedAt: datasetSchema.shape.exportedAt,
  offsetUnit: datasetSchema.shape.offsetUnit,
  project: datasetSchema.shape.project,
  codebook: datasetSchema.shape.codebook,
  /** Texts and quotations were left out. */
  textsWithheld: z.boolean().optional()
})
export type JsonlHead = z.infer<typeof jsonlHeadSchema>

/** What the lines after the first one hold, by their `record`, and where it stands in a dataset. */
export const jsonlTables = {
  annotator: 'annotators',
  actor: 'actors',
  issue: 'issues',
  case: 'cases',
  article: 'articles',
  annotation: 'annotations',
  relation: 'relations'
} as const
export type JsonlRecord = keyof typeof jsonlTables
export type JsonlTable = (typeof jsonlTables)[JsonlRecord]

export const jsonlRowSchemas = {
  annotators: datasetAnnotatorSchema,
  actors: datasetActorSchema,
  issues: datasetIssueSchema,
  cases: datasetCaseSchema,
  articles: datasetArticleSchema,
  annotations: datasetAnnotationSchema,
  relations: datasetRelationSchema
} satisfies Record<JsonlTable, z.ZodType>

export function isJsonlRecord(name: unknown): name is JsonlRecord {
  return typeof name === 'string' && Object.hasOwn(jsonlTables, name)
}
