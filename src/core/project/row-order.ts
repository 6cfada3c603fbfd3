/** What the order of import and, after it, of making is told from. */
export interface OrderedRow {
  id: string
  createdAt?: string
}

/** Rows by their place in `ids`; what is not in there comes last, by age and then by id. */
export function sortByRowOrder<T extends OrderedRow>(rows: readonly T[], ids: readonly string[]): T[] {
  const places = new Map(ids.map((id, index) => [id, index]))
  const place = (row: T) => places.get(row.id) ?? ids.length
  return [...rows].sort(
    (a, b) =>
      place(a) - place(b) || compareText(a.createdAt ?? '', b.createdAt ?? '') || compareText(a.id, b.id)
  )
}

/** By code unit, so that the order does not move with the language of the computer. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
