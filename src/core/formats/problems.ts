import type { Failure } from '../result'

/** More would not be read, and the first one often causes the rest. */
export const maximumProblems = 20

/** What is wrong with a file that is being read: collected, so that a person can mend it in one go. */
export class Problems {
  readonly list: Failure[] = []

  add(code: string, message: string, place: string): void {
    if (!this.isFull) this.list.push({ code, message, place })
  }

  get isFull(): boolean {
    return this.list.length >= maximumProblems
  }

  /** The first problem, its message followed by how many more there are and where; null when all is well. */
  toFailure(): Failure | null {
    const [first, ...others] = this.list
    if (first === undefined) return null
    if (others.length === 0) return { ...first, message: `${first.message}.` }
    const count = this.isFull ? `at least ${others.length}` : String(others.length)
    const shown = others.slice(0, 3).map(other => other.place ?? '')
    const places = shown.join(', ') + (others.length > shown.length ? ', …' : '')
    const more = others.length === 1 ? `There is 1 more problem` : `There are ${count} more problems`
    return { ...first, message: `${first.message}. ${more} (${places}).` }
  }
}

/** A path as people and programs read it: `annotations[3].spans[0].quote`. */
export function formatPlace(path: readonly PropertyKey[]): string {
  return path
    .map((key, index) => {
      if (typeof key === 'number') return `[${key}]`
      const name = String(key)
      if (!/^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(name)) return `[${JSON.stringify(name)}]`
      return index === 0 ? name : `.${name}`
    })
    .join('')
}

/** Text inside a message: in quotation marks, on one line, cut when long. */
export function showText(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return `“${line.length > 60 ? `${line.slice(0, 60)}…` : line}”`
}
