import { z } from 'zod'

/** Ids are opaque: at most 200 characters, no white space or control characters. */
const idText = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\s\p{Cc}]+$/u, 'an id has no white space or control characters')

export const projectIdSchema = idText.brand<'ProjectId'>()
export const articleIdSchema = idText.brand<'ArticleId'>()
export const revisionIdSchema = idText.brand<'RevisionId'>()
export const annotationIdSchema = idText.brand<'AnnotationId'>()
export const actorIdSchema = idText.brand<'ActorId'>()
export const issueIdSchema = idText.brand<'IssueId'>()
export const caseIdSchema = idText.brand<'CaseId'>()
export const annotatorIdSchema = idText.brand<'AnnotatorId'>()
export const relationIdSchema = idText.brand<'RelationId'>()
export const codebookIdSchema = idText.brand<'CodebookId'>()
export const layerIdSchema = idText.brand<'LayerId'>()
export const changeSetIdSchema = idText.brand<'ChangeSetId'>()

export type ProjectId = z.infer<typeof projectIdSchema>
export type ArticleId = z.infer<typeof articleIdSchema>
export type RevisionId = z.infer<typeof revisionIdSchema>
export type AnnotationId = z.infer<typeof annotationIdSchema>
export type ActorId = z.infer<typeof actorIdSchema>
export type IssueId = z.infer<typeof issueIdSchema>
export type CaseId = z.infer<typeof caseIdSchema>
export type AnnotatorId = z.infer<typeof annotatorIdSchema>
export type RelationId = z.infer<typeof relationIdSchema>
export type CodebookId = z.infer<typeof codebookIdSchema>
export type LayerId = z.infer<typeof layerIdSchema>
export type ChangeSetId = z.infer<typeof changeSetIdSchema>
