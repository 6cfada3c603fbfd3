/** What the order of import and, after it, of making is told from. */
export interface OrderedRow {
  id: string
  createdAt?: string
}

/** Rows by their place in `ids`; what is not in there comes last, by age and then by id. */
export function sortByRowOrder<T extends OrderedRow>(rows: readonly T[], ids: readonly string[]): T[] {
  const places = new RowPlaces<T>(ids)
  for (const row of rows) places.add(row)
  return places.inOrder()
}

/**
 * The same for rows that come bit by bit. They are laid out by place instead of compared: rows come by the hundred
 * thousand, and nearly all of them have one.
 */
export class RowPlaces<T extends OrderedRow> {
  private readonly placeOf = new Map<string, number>()
  private readonly placed: (T | undefined)[]
  private readonly others: T[] = []

  constructor(ids: readonly string[]) {
    for (let place = 0; place < ids.length; place += 1) this.placeOf.set(ids[place] ?? '', place)
    this.placed = new Array<T | undefined>(ids.length)
  }

  add(row: T): void {
    const place = this.placeOf.get(row.id)
    if (place === undefined || this.placed[place] !== undefined) this.others.push(row)
    else this.placed[place] = row
  }

  inOrder(): T[] {
    const others = this.others.toSorted(
      (a, b) => compareText(a.createdAt ?? '', b.createdAt ?? '') || compareText(a.id, b.id)
    )
    return [...this.placed.filter(row => row !== undefined), ...others]
  }
}

/** By code unit, so that the order does not move with the language of the computer. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
