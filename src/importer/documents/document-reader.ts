import type { SourceFile } from '../../core/formats/format'
import type { ColumnMapping, TablePreview } from '../../core/importing/column-mapping'
import type { ParsedArticle } from '../../core/importing/parsed-article'
import type { Result } from '../../core/result'

/** What a document gave: its articles, or the question what the columns of its table are. */
export type DocumentContent =
  { kind: 'articles'; articles: ParsedArticle[] } | { kind: 'table'; table: TablePreview }

export interface DocumentOptions {
  /** What a person said of a table's columns; without it a table answers with its preview. */
  columns?: ColumnMapping
}

/** One kind of file that holds articles. A reader requests nothing and runs nothing of what it reads. */
export interface DocumentReader {
  id: string
  /** In words, for messages: `Word document`. */
  name: string
  /** Lower case, with the dot. */
  extensions: readonly string[]
  /** Whether these are surely bytes of this kind, whatever the file is called. */
  isSure?(bytes: Uint8Array): boolean
  /** Bad input answers a named error with its place. */
  read(file: SourceFile, options: DocumentOptions): Result<DocumentContent> | Promise<Result<DocumentContent>>
}

/** The answer of a reader whose files hold one article each. */
export function oneArticle(read: Result<ParsedArticle>): Result<DocumentContent> {
  return read.ok ? { ok: true, value: { kind: 'articles', articles: [read.value] } } : read
}
