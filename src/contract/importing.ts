import type { FormatIssue } from '../core/formats/format'
import type { ProjectHead } from '../core/formats/project-source'
import type { TablePreview } from '../core/importing/column-mapping'
import type { ParsedArticle } from '../core/importing/parsed-article'
import type { Annotation, Article, Relation, Revision } from '../core/project/entities'

/** What the importers' process, the main process and the window tell each other about files that come in. */

/** An article that was read, with what is slow to compute for a long one. */
export interface ReadArticle {
  article: ParsedArticle
  /** Of the file it came in. */
  originalSha256: string
  textSha256: string
  wordCount: number
}

/** Rows of a project in pieces, so that no message is long. */
export type ProjectRows =
  | { table: 'articles'; rows: Article[] }
  | { table: 'revisions'; rows: Revision[] }
  | { table: 'annotations'; rows: Annotation[] }
  | { table: 'relations'; rows: Relation[] }

/** What reading gives, piece by piece. */
export type ReadPiece =
  | { kind: 'article'; read: ReadArticle }
  /** The file is a table; a person is to say what its columns are. */
  | { kind: 'table'; table: TablePreview }
  /** A project begins; its rows follow. */
  | { kind: 'project'; formatId: string; head: ProjectHead; issues: FormatIssue[] }
  | { kind: 'rows'; rows: ProjectRows }

/** Why a file did not come in; it, and what came of the others, stay apart. */
export interface ImportFailure {
  /** The file, or the place inside it. */
  place: string
  /** The file, or the folder of files, that was read as one. */
  name: string
  code: string
  message: string
  /** What it would have become: its report has another title. */
  wanted: 'articles' | 'project'
}

/** A piece with the file it came from: its number among the files of the import, and its name. */
export interface ImportPiece {
  file: number
  name: string
  piece: ReadPiece
}

/** How far an import has come. */
export interface ImportProgress {
  done: number
  total: number
  /** The file that is read now. */
  name: string
}
