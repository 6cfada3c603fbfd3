/** Where a million annotations stand in a file, in 24 bytes each. */
export class RowTable {
  private starts = new Float64Array(1024)
  private lengths = new Uint32Array(1024)
  /** Line, or number in its list. */
  private places = new Uint32Array(1024)
  private articles = new Uint32Array(1024)
  count = 0

  add(start: number, length: number, place: number, article: number): void {
    if (this.count === this.starts.length) this.grow()
    this.starts[this.count] = start
    this.lengths[this.count] = length
    this.places[this.count] = place
    this.articles[this.count] = article
    this.count += 1
  }

  row(index: number): { start: number; length: number; place: number } {
    return {
      start: this.starts[index] ?? 0,
      length: this.lengths[index] ?? 0,
      place: this.places[index] ?? 0
    }
  }

  /** For each article, up to `articleCount`, the numbers of its rows in their order. */
  byArticle(articleCount: number): (article: number) => Uint32Array {
    const ends = new Uint32Array(articleCount + 1)
    for (let index = 0; index < this.count; index += 1) {
      const next = (this.articles[index] ?? 0) + 1
      ends[next] = (ends[next] ?? 0) + 1
    }
    for (let article = 0; article < articleCount; article += 1)
      ends[article + 1] = (ends[article + 1] ?? 0) + (ends[article] ?? 0)
    const next = ends.slice()
    const rows = new Uint32Array(this.count)
    for (let index = 0; index < this.count; index += 1) {
      const article = this.articles[index] ?? 0
      const at = next[article] ?? 0
      rows[at] = index
      next[article] = at + 1
    }
    return article => rows.subarray(ends[article] ?? 0, ends[article + 1] ?? 0)
  }

  private grow(): void {
    const size = this.starts.length * 2
    const bigger = <T extends Float64Array | Uint32Array>(made: T, old: T): T => {
      made.set(old)
      return made
    }
    this.starts = bigger(new Float64Array(size), this.starts)
    this.lengths = bigger(new Uint32Array(size), this.lengths)
    this.places = bigger(new Uint32Array(size), this.places)
    this.articles = bigger(new Uint32Array(size), this.articles)
  }
}
