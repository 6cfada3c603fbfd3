import { z } from 'zod'
import {
  actorIdSchema,
  annotationIdSchema,
  annotatorIdSchema,
  articleIdSchema,
  caseIdSchema,
  issueIdSchema,
  layerIdSchema,
  projectIdSchema,
  relationIdSchema,
  revisionIdSchema
} from './ids'
import type { Codebook } from './codebook'

/** ISO 8601 instant in UTC, as `Date.prototype.toISOString` writes it. */
export const instantSchema = z.iso.datetime()
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in lower-case hex expected')
const utf16Offset = z.number().int().nonnegative()
const shortText = z.string().max(10_000)

export const projectSchema = z.strictObject({
  id: projectIdSchema,
  title: z.string().min(1).max(500),
  description: shortText,
  createdAt: instantSchema,
  updatedAt: instantSchema
})

export const blockTypes = ['paragraph', 'heading', 'list-item', 'quotation'] as const

/** A stretch of a revision's text: UTF-16 offsets, half open. Blocks are joined by "\n\n" and never overlap. */
export const blockSchema = z.strictObject({
  type: z.enum(blockTypes),
  /** Of a heading: 1–6. Of a list item: its depth, from 1. */
  level: z.number().int().min(1).max(6).optional(),
  startUtf16: utf16Offset,
  endUtf16: utf16Offset
})

/** Where a page of the printed or PDF original begins in a revision's text. */
export const pageStartSchema = z.strictObject({
  /** As printed on the page, or its number in the file: `7`, `iv`. */
  label: z.string().min(1).max(50),
  startUtf16: utf16Offset
})

export const articleStatuses = ['new', 'in-progress', 'done'] as const

export const articleSchema = z.strictObject({
  id: articleIdSchema,
  projectId: projectIdSchema,
  title: z.string().min(1).max(1000),
  byline: shortText,
  outlet: shortText,
  url: shortText,
  /** EDTF date or empty. */
  publishedAt: z.string().max(100),
  /** BCP 47 tag or empty. */
  language: z.string().max(35),
  status: z.enum(articleStatuses),
  /** Number of the revision that is annotated now, from 1. */
  revision: z.number().int().positive(),
  /** In UAX #29 words of the current revision: what the library shows without loading the text. */
  wordCount: z.number().int().nonnegative(),
  /** The imported file, kept byte for byte; null when the text was pasted or came in a dataset. */
  original: z.strictObject({ fileName: z.string(), sha256: sha256Schema }).nullable(),
  createdAt: instantSchema,
  updatedAt: instantSchema
})

/** One immutable version of an article's text. */
export const revisionSchema = z.strictObject({
  id: revisionIdSchema,
  projectId: projectIdSchema,
  articleId: articleIdSchema,
  number: z.number().int().positive(),
  text: z.string(),
  /** Of the text in UTF-8. */
  textSha256: sha256Schema,
  blocks: z.array(blockSchema),
  /** Ascending; absent when the original had no pages. */
  pages: z.array(pageStartSchema).optional(),
  createdAt: instantSchema
})

/** A stretch of a revision's text and the words it covers: `text.slice(startUtf16, endUtf16) === quote`. */
export const spanSchema = z.strictObject({
  role: z.string().min(1).max(100),
  startUtf16: utf16Offset,
  endUtf16: utf16Offset,
  quote: z.string().min(1)
})

export const partySchema = z.strictObject({ role: z.string().min(1), actor: actorIdSchema })

export const countKinds = ['charged', 'convicted', 'acquitted', 'dismissed', 'hung', 'pending'] as const
const count = z.number().int().nonnegative().max(1_000_000)
export const countsSchema = z.strictObject({
  charged: count.optional(),
  convicted: count.optional(),
  acquitted: count.optional(),
  dismissed: count.optional(),
  hung: count.optional(),
  pending: count.optional()
})

/** What an attribute can hold; which of these fits is the codebook's word (`annotation/attribute-value.ts`). */
export const attributeValueSchema = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.string()),
  z.array(partySchema),
  countsSchema
])
/** Unset attributes are absent, never null. */
export const attributesSchema = z.record(z.string(), attributeValueSchema)

export const origins = ['manual', 'imported', 'suggested'] as const

/** `moved`: carried over to this revision by context, and not confirmed by a person yet. */
export const placements = ['moved'] as const

export const annotationSchema = z.strictObject({
  id: annotationIdSchema,
  projectId: projectIdSchema,
  articleId: articleIdSchema,
  revision: z.number().int().positive(),
  layer: layerIdSchema,
  /** At least one span of role `content`; in text order within a role. */
  spans: z.array(spanSchema).min(1),
  attributes: attributesSchema,
  memo: z.string(),
  /** The annotator's own certainty, 0–1; null when not given. */
  confidence: z.number().min(0).max(1).nullable(),
  annotatorId: annotatorIdSchema,
  origin: z.enum(origins),
  /** Absent when the place is sure. An annotation of an older revision than its article's is orphaned. */
  placement: z.enum(placements).optional(),
  createdAt: instantSchema,
  updatedAt: instantSchema
})

export const actorKinds = ['person', 'organisation', 'group'] as const
export const actorSchema = z.strictObject({
  id: actorIdSchema,
  projectId: projectIdSchema,
  name: z.string().min(1).max(500),
  kind: z.enum(actorKinds),
  aliases: z.array(z.string().min(1)),
  role: z.string().max(500),
  affiliation: z.string().max(500),
  /** By which the actor is told in drawings; absent when none was chosen. */
  colour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/, 'a colour as #rrggbb expected')
    .optional()
})

export const issueSchema = z.strictObject({
  id: issueIdSchema,
  projectId: projectIdSchema,
  /** The question on which actors take sides. */
  question: z.string().min(1).max(1000),
  /** A word or two for narrow places. */
  shortName: z.string().max(200),
  description: shortText,
  /** The issue that this one is a part of; an issue with parts is not part of another. */
  partOf: issueIdSchema.optional()
})

export const chargeSchema = z.strictObject({
  statute: z.string(),
  description: z.string(),
  counts: count.nullable(),
  defendants: z.array(actorIdSchema)
})

export const caseSchema = z.strictObject({
  id: caseIdSchema,
  projectId: projectIdSchema,
  name: z.string().min(1).max(500),
  court: z.string().max(500),
  jurisdiction: z.string().max(500),
  docketNumber: z.string().max(500),
  charges: z.array(chargeSchema)
})

export const annotatorSchema = z.strictObject({
  id: annotatorIdSchema,
  projectId: projectIdSchema,
  name: z.string().min(1).max(500),
  role: z.enum(['annotator', 'adjudicator'])
})

export const relationTypes = [
  'supports',
  'disputes',
  'rephrases',
  'responds-to',
  'same-event',
  'precedes',
  'amends',
  'supersedes',
  'appeals',
  'disposes-of',
  'evidence-for'
] as const

export const relationSchema = z.strictObject({
  id: relationIdSchema,
  projectId: projectIdSchema,
  type: z.enum(relationTypes),
  from: annotationIdSchema,
  to: annotationIdSchema,
  annotatorId: annotatorIdSchema
})

export type Project = z.infer<typeof projectSchema>
export type Block = z.infer<typeof blockSchema>
export type Article = z.infer<typeof articleSchema>
export type ArticleStatus = Article['status']
export type PageStart = z.infer<typeof pageStartSchema>
export type Revision = z.infer<typeof revisionSchema>
export type Span = z.infer<typeof spanSchema>
export type Party = z.infer<typeof partySchema>
export type Counts = z.infer<typeof countsSchema>
export type AttributeValue = z.infer<typeof attributeValueSchema>
export type Attributes = z.infer<typeof attributesSchema>
export type Annotation = z.infer<typeof annotationSchema>
export type Actor = z.infer<typeof actorSchema>
export type Issue = z.infer<typeof issueSchema>
export type Charge = z.infer<typeof chargeSchema>
export type Case = z.infer<typeof caseSchema>
export type Annotator = z.infer<typeof annotatorSchema>
export type Relation = z.infer<typeof relationSchema>

/** Everything one study holds, as formats read and write it. Order of the arrays is kept. */
export interface ProjectData {
  project: Project
  codebook: Codebook
  annotators: Annotator[]
  actors: Actor[]
  issues: Issue[]
  cases: Case[]
  articles: Article[]
  /** Every revision that an article or annotation in this data refers to. */
  revisions: Revision[]
  annotations: Annotation[]
  relations: Relation[]
}
