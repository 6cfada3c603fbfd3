import { z } from 'zod'
import { codebookSchema, type Codebook } from '../project/codebook'
import {
  actorSchema,
  annotationSchema,
  annotatorSchema,
  articleSchema,
  caseSchema,
  instantSchema,
  issueSchema,
  projectSchema,
  relationSchema,
  revisionSchema,
  type Actor,
  type Annotation,
  type Annotator,
  type Article,
  type Case,
  type Issue,
  type Project,
  type Relation,
  type Revision
} from '../project/entities'
import { annotatorIdSchema, changeSetIdSchema, projectIdSchema } from '../project/ids'

/** The tables a change set can touch, and the schema of each one's rows. */
export const rowSchemas = {
  projects: projectSchema,
  codebooks: codebookSchema,
  annotators: annotatorSchema,
  actors: actorSchema,
  issues: issueSchema,
  cases: caseSchema,
  articles: articleSchema,
  revisions: revisionSchema,
  annotations: annotationSchema,
  relations: relationSchema
} as const

export interface Rows {
  projects: Project
  codebooks: Codebook
  annotators: Annotator
  actors: Actor
  issues: Issue
  cases: Case
  articles: Article
  revisions: Revision
  annotations: Annotation
  relations: Relation
}

export type TableName = keyof Rows
export const tableNames = Object.keys(rowSchemas) as TableName[]

/** One row before and after: null means the row does not exist. */
export type RowChange = {
  [T in TableName]: { table: T; id: string; before: Rows[T] | null; after: Rows[T] | null }
}[TableName]

/**
 * What a person did: `edit` is a new action, `undo` and `redo` name the edit they take back or do again,
 * `baseline` brings a project in (created, imported) and cannot be undone.
 */
export type Operation =
  | { kind: 'edit' }
  | { kind: 'baseline' }
  | { kind: 'undo'; of: ChangeSet['id'] }
  | { kind: 'redo'; of: ChangeSet['id'] }

const operationSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('edit') }),
  z.strictObject({ kind: z.literal('baseline') }),
  z.strictObject({ kind: z.literal('undo'), of: changeSetIdSchema }),
  z.strictObject({ kind: z.literal('redo'), of: changeSetIdSchema })
])

const rowChangeSchema = z.discriminatedUnion(
  'table',
  tableNames.map(table =>
    z.strictObject({
      table: z.literal(table),
      id: z.string().min(1),
      before: rowSchemas[table].nullable(),
      after: rowSchemas[table].nullable()
    })
  ) as never
) as unknown as z.ZodType<RowChange>

/** The unit of undo, of the journal and of history: one user action with its label and rows. */
export const changeSetSchema = z.strictObject({
  id: changeSetIdSchema,
  projectId: projectIdSchema,
  /** As the menu shows it after "Undo": "Tag claim", "Set stance". */
  label: z.string().min(1).max(500),
  at: instantSchema,
  annotatorId: annotatorIdSchema,
  operation: operationSchema,
  changes: z.array(rowChangeSchema)
})

export interface ChangeSet extends Omit<z.infer<typeof changeSetSchema>, 'changes' | 'operation'> {
  operation: Operation
  changes: RowChange[]
}

/** What pure edits return: a change set without who, when and where, which the workspace adds. */
export interface Edit {
  label: string
  changes: RowChange[]
}
