/** What a column of a table of articles can be. */
export const articleFields = ['text', 'title', 'byline', 'outlet', 'url', 'publishedAt', 'language'] as const

export type ArticleField = (typeof articleFields)[number]

/** Which column (its name) gives a field; fields without one stay empty. `text` is needed. */
export type ColumnMapping = Partial<Record<ArticleField, string>>

/** A table of articles before a person has said what its columns are. */
export interface TablePreview {
  columns: string[]
  /** The first rows, cut to what can be shown. */
  rows: string[][]
  /** How many rows there are. */
  rowCount: number
  /** What names and contents suggest. */
  suggested: ColumnMapping
}
