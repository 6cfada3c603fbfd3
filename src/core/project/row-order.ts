/** What the order of import and, after it, of making is told from. */
export interface OrderedRow {
  id: string
  createdAt?: string
}

/** Rows by their place in `ids`; what is not in there comes last, by age and then by id. */
export function sortByRowOrder<T extends OrderedRow>(rows: readonly T[], ids: readonly string[]): T[] {
  // Laid out by place instead of compared: rows come by the hundred thousand, and nearly all of them have one.
  const placeOf = new Map<string, number>()
  for (let place = 0; place < ids.length; place += 1) placeOf.set(ids[place] ?? '', place)
  const placed = new Array<T | undefined>(ids.length)
  const others: T[] = []
  for (const row of rows) {
    const place = placeOf.get(row.id)
    if (place === undefined || placed[place] !== undefined) others.push(row)
    else placed[place] = row
  }
  others.sort((a, b) => compareText(a.createdAt ?? '', b.createdAt ?? '') || compareText(a.id, b.id))
  return [...placed.filter(row => row !== undefined), ...others]
}

/** By code unit, so that the order does not move with the language of the computer. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
