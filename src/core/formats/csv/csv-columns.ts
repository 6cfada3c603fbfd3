/** Names of columns, the first of each as we write it; the others are what tables from elsewhere call it. */
export const columnNames = {
  article: ['article', 'article_id', 'document', 'document_id', 'doc_id', 'doc', 'file', 'filename'],
  layer: ['layer', 'label', 'code', 'tag', 'type', 'category'],
  start: ['start', 'start_offset', 'begin', 'start_char', 'from'],
  end: ['end', 'end_offset', 'end_char', 'to'],
  quote: ['quote', 'quotation', 'text', 'segment', 'passage'],
  spans: ['spans'],
  memo: ['memo', 'comment', 'note', 'notes'],
  confidence: ['confidence'],
  annotator: ['annotator', 'coder', 'user', 'annotated_by'],
  origin: ['origin'],
  id: ['id', 'annotation_id'],
  created: ['created'],
  updated: ['updated']
} as const

export type ColumnRole = keyof typeof columnNames

export type CsvMapping = Partial<Record<ColumnRole, string>>

/** Which column plays each part: the one that was chosen, else one by its name, as we write it first. */
export function mapColumns(
  columns: readonly string[],
  chosen: Readonly<Record<string, string>> = {}
): CsvMapping {
  const folded = new Map(columns.map(name => [name.toLowerCase().replace(/[\s-]+/g, '_'), name]))
  const mapping: CsvMapping = { ...chosen }
  const taken = new Set<string>(Object.values(chosen))
  for (const [role, names] of Object.entries(columnNames) as [ColumnRole, readonly string[]][]) {
    if (mapping[role] !== undefined) continue
    const found = names.map(name => folded.get(name)).find(name => name !== undefined && !taken.has(name))
    if (found === undefined) continue
    mapping[role] = found
    taken.add(found)
  }
  return mapping
}

/** Several values in one cell: a list in JSON, which no single value is taken for. */
export function cellOf(values: readonly string[]): string {
  const [only] = values
  if (only !== undefined && values.length === 1 && !isList(only)) return only
  return JSON.stringify(values)
}

export function valuesOf(cell: string): string[] {
  if (!isList(cell)) return [cell]
  const values: unknown = JSON.parse(cell)
  return Array.isArray(values) ? values.map(String) : [cell]
}

function isList(cell: string): boolean {
  if (!/^\[.*\]$/su.test(cell)) return false
  try {
    const values: unknown = JSON.parse(cell)
    return Array.isArray(values) && values.every(value => typeof value === 'string')
  } catch {
    return false
  }
}
