import type { Rows, TableName } from '../../core/history/change-set'
import type { Annotation } from '../../core/project/entities'

/** An annotation as it is stored: indexed by where it begins, so that the first screen's can be read first. */
export interface StoredAnnotation extends Annotation {
  /** Of its first content span, in UTF-16 units of its revision's text. */
  startUtf16: number
}

/** A row as the store holds it. */
export function toStoredRow(table: TableName, row: Rows[TableName]): object {
  return table === 'annotations' ? toStoredAnnotation(row as Annotation) : row
}

export function toStoredAnnotation(annotation: Annotation): StoredAnnotation {
  return { ...annotation, startUtf16: startOf(annotation) }
}

/** The row as everyone else knows it; undefined where the store has none. */
export function fromStoredAnnotation(row: StoredAnnotation | undefined): Annotation | undefined {
  if (row === undefined) return undefined
  const { startUtf16, ...annotation } = row
  return annotation
}

/** Where an annotation begins: 0 for a row without a content span, which no valid one is. */
export function startOf({ spans }: Annotation): number {
  let start = Infinity
  for (const span of spans) if (span.role === 'content') start = Math.min(start, span.startUtf16)
  return Number.isFinite(start) ? start : 0
}
