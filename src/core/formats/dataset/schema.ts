import { z } from 'zod'
import { codebookContentSchema } from '../../project/codebook'
import {
  actorSchema,
  annotationSchema,
  annotatorSchema,
  articleSchema,
  blockTypes,
  caseSchema,
  chargeSchema,
  instantSchema,
  issueSchema,
  pageStartSchema,
  projectSchema,
  relationSchema,
  revisionSchema,
  sha256Schema,
  spanSchema
} from '../../project/entities'
import { revisionIdSchema } from '../../project/ids'

export const datasetFormatName = 'counterpoint-dataset'
export const datasetVersion = 1
export const datasetOffsetUnit = 'unicode-code-point'

/**
 * The dataset, version 1, in the key order that is written. A default stands for what a dataset made by
 * hand may leave out; we write every key, empty texts as "". Keys it does not name are refused: reading
 * them would lose them without a word.
 */

const offset = z.number().int().nonnegative().meta({ description: 'In Unicode code points, from 0' })
const emptyText = (schema: z.ZodString) => schema.default('')

export const datasetBlockSchema = z
  .strictObject({
    type: z.enum(blockTypes),
    level: z
      .number()
      .int()
      .min(1)
      .max(6)
      .optional()
      .meta({ description: 'Of a heading, or depth of a list item' }),
    start: offset,
    end: offset
  })
  .meta({
    title: 'Block',
    description: 'A paragraph or its like; a blank line ("\\n\\n") stands between blocks'
  })

export const datasetSpanSchema = z
  .strictObject({ role: spanSchema.shape.role, start: offset, end: offset, quote: spanSchema.shape.quote })
  .meta({
    title: 'Span',
    description: 'A stretch of the text, half open; `quote` is the text between its offsets'
  })

const textSchema = z.string().meta({ description: 'The text that offsets count in, with \\n as line break' })
const hashSchema = sha256Schema
  .optional()
  .meta({ description: 'SHA-256 of `text` in UTF-8; checked when given' })
const blocksSchema = z
  .array(datasetBlockSchema)
  .optional()
  .meta({ description: 'In text order; when absent, blank lines part paragraphs' })

const pagesSchema = z
  .array(z.strictObject({ label: pageStartSchema.shape.label, start: offset }).meta({ title: 'Page start' }))
  .optional()
  .meta({ description: 'Where the pages of the printed or PDF original begin; ascending' })

export const datasetRevisionSchema = z
  .strictObject({
    revision: revisionSchema.shape.number,
    text: textSchema,
    textSha256: hashSchema,
    blocks: blocksSchema,
    pages: pagesSchema,
    revisionId: revisionIdSchema.optional(),
    revisionCreatedAt: instantSchema.optional()
  })
  .meta({
    title: 'Earlier revision',
    description: 'A text before its correction that annotations still point at'
  })

const article = articleSchema.shape
export const datasetArticleSchema = z
  .strictObject({
    id: article.id,
    title: article.title,
    byline: emptyText(article.byline),
    outlet: emptyText(article.outlet),
    url: emptyText(article.url),
    publishedAt: emptyText(article.publishedAt).meta({ description: 'EDTF date or empty' }),
    language: emptyText(article.language).meta({ description: 'BCP 47 tag or empty' }),
    revision: article.revision.default(1),
    text: textSchema,
    textSha256: hashSchema,
    blocks: blocksSchema,
    pages: pagesSchema,
    status: article.status.default('new'),
    original: article.original.default(null).meta({ description: 'The imported file, or null' }),
    createdAt: instantSchema.optional(),
    updatedAt: instantSchema.optional(),
    revisionId: revisionIdSchema.optional(),
    revisionCreatedAt: instantSchema.optional(),
    earlierRevisions: z.array(datasetRevisionSchema).optional()
  })
  .meta({ title: 'Article', description: 'One text and its metadata' })

const annotation = annotationSchema.shape
export const datasetAnnotationSchema = z
  .strictObject({
    id: annotation.id,
    articleId: annotation.articleId,
    revision: annotation.revision.optional().meta({ description: "When absent, the article's revision" }),
    layer: annotation.layer,
    spans: z.array(datasetSpanSchema).min(1),
    attributes: annotation.attributes.default(() => ({})),
    memo: emptyText(annotation.memo),
    confidence: annotation.confidence.default(null),
    annotatorId: annotation.annotatorId,
    origin: annotation.origin.default('imported'),
    placement: annotation.placement.meta({
      description: 'moved: carried over to a corrected text by context and not confirmed yet'
    }),
    createdAt: instantSchema.optional(),
    updatedAt: instantSchema.optional()
  })
  .meta({ title: 'Annotation', description: "A researcher's tag. Attributes that are unset are left out" })

const datasetChargeSchema = z
  .strictObject({
    statute: emptyText(chargeSchema.shape.statute),
    description: emptyText(chargeSchema.shape.description),
    counts: chargeSchema.shape.counts.default(null),
    defendants: chargeSchema.shape.defendants.default(() => [])
  })
  .meta({ title: 'Charge' })

export const datasetProjectSchema = z
  .strictObject({
    id: projectSchema.shape.id,
    title: projectSchema.shape.title,
    description: emptyText(projectSchema.shape.description),
    createdAt: instantSchema.optional(),
    updatedAt: instantSchema.optional()
  })
  .meta({ title: 'Project', description: 'One study' })

export const datasetAnnotatorSchema = annotatorSchema
  .omit({ projectId: true })
  .extend({ role: annotatorSchema.shape.role.default('annotator') })
  .meta({ title: 'Annotator', description: 'Who tags' })

export const datasetActorSchema = actorSchema
  .omit({ projectId: true })
  .extend({
    kind: actorSchema.shape.kind.default('person'),
    aliases: actorSchema.shape.aliases.default(() => []),
    role: emptyText(actorSchema.shape.role),
    affiliation: emptyText(actorSchema.shape.affiliation)
  })
  .meta({ title: 'Actor', description: 'A person, organisation or group' })

export const datasetIssueSchema = issueSchema
  .omit({ projectId: true })
  .extend({
    shortName: emptyText(issueSchema.shape.shortName),
    description: emptyText(issueSchema.shape.description),
    partOf: issueSchema.shape.partOf.meta({ description: 'Id of the issue that this one is a part of' })
  })
  .meta({ title: 'Issue', description: 'A question on which actors take sides' })

export const datasetCaseSchema = caseSchema
  .omit({ projectId: true })
  .extend({
    court: emptyText(caseSchema.shape.court),
    jurisdiction: emptyText(caseSchema.shape.jurisdiction),
    docketNumber: emptyText(caseSchema.shape.docketNumber),
    charges: z.array(datasetChargeSchema).default(() => [])
  })
  .meta({ title: 'Case', description: 'A proceeding' })

export const datasetRelationSchema = relationSchema
  .omit({ projectId: true })
  .meta({ title: 'Relation', description: 'A typed link between two annotations' })

export const datasetSchema = z
  .strictObject({
    format: z.literal(datasetFormatName),
    version: z.literal(datasetVersion),
    generator: z.strictObject({ name: z.string(), version: z.string() }).optional(),
    exportedAt: instantSchema.optional(),
    offsetUnit: z.literal(datasetOffsetUnit),
    project: datasetProjectSchema,
    codebook: codebookContentSchema.optional().meta({
      title: 'Codebook',
      description: 'When absent, the built-in codebook “Contested reporting”, version 1'
    }),
    annotators: z.array(datasetAnnotatorSchema).default(() => []),
    actors: z.array(datasetActorSchema).default(() => []),
    issues: z.array(datasetIssueSchema).default(() => []),
    cases: z.array(datasetCaseSchema).default(() => []),
    articles: z.array(datasetArticleSchema).default(() => []),
    annotations: z.array(datasetAnnotationSchema).default(() => []),
    relations: z.array(datasetRelationSchema).default(() => [])
  })
  .meta({
    title: 'Counterpoint dataset, version 1',
    description: 'Annotated articles and all that describes them'
  })

export type Dataset = z.infer<typeof datasetSchema>
/** A dataset as it stands in a file: what has a default may be absent. */
export type DatasetInput = z.input<typeof datasetSchema>
export type DatasetArticle = Dataset['articles'][number]
export type DatasetRevision = z.infer<typeof datasetRevisionSchema>
export type DatasetAnnotation = Dataset['annotations'][number]
