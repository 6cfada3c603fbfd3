/** What a column of a table of articles can be. */
export const articleFields = ['text', 'title', 'byline', 'outlet', 'url', 'publishedAt', 'language'] as const

export type ArticleField = (typeof articleFields)[number]

/** Which column (its name) gives a field; fields without one stay empty. `text` is needed. */
export type ColumnMapping = Partial<Record<ArticleField, string>>

/** What a column of a table of annotations can be, of what a person is asked; others are known by their names. */
export const annotationFields = ['layer', 'start', 'end', 'article', 'quote', 'memo', 'annotator'] as const

export type AnnotationField = (typeof annotationFields)[number]

/** Which column (its name) gives a field. `layer`, `start` and `end` are needed. */
export type AnnotationMapping = Partial<Record<AnnotationField, string>>

/** What a person said of a table. */
export type TableMeaning =
  { rows: 'articles'; columns: ColumnMapping } | { rows: 'annotations'; columns: AnnotationMapping }

/** A table before a person has said what its rows and columns are. */
export interface TablePreview {
  columns: string[]
  /** The first rows, cut to what can be shown. */
  rows: string[][]
  /** How many rows there are. */
  rowCount: number
  /** What names and contents suggest. */
  suggested: ColumnMapping
}
