/** A form of a name that is looked for in texts, in NFC, and what takes its place. */
export interface NameForm {
  form: string
  replacement: string
}

/** A stretch of a text, in UTF-16 units, and what takes its place. */
export interface Replacement {
  startUtf16: number
  endUtf16: number
  by: string
}

const word = /[\p{L}\p{N}\p{M}]+/gu
/** Scripts that set no spaces between words, and those that write "and", "in" and "the" onto them. */
const runsOn =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u
const takesPrefixes = /[\p{Script=Hebrew}\p{Script=Arabic}]/u

/** White space inside a name: any, and one line break, but never the end of a paragraph. */
const space = '(?:[^\\S\\n]|\\n(?!\\n))+'
const noLetter = '(?![\\p{L}\\p{N}\\p{M}])'

export function wordsOf(text: string): string[] {
  return text.match(word) ?? []
}

/**
 * Finds names in texts: whole words, with any white space between them, either kind of apostrophe and hyphen,
 * composed or decomposed accents and a possessive or plural s; where two forms could stand, the longer one.
 */
export class NameFinder {
  /** By the first word of the form, the longest first. */
  readonly #byWord = new Map<string, Compiled[]>()
  /** Those that can begin inside a word. */
  readonly #anywhere: Compiled[] = []

  constructor(forms: readonly NameForm[]) {
    const sorted = [...forms].sort((a, b) => b.form.length - a.form.length)
    for (const { form, replacement } of sorted) {
      for (const written of new Set([form.normalize('NFC'), form.normalize('NFD')]))
        this.#add(written, replacement)
    }
  }

  /** Replacements in text order; none overlaps another. */
  find(text: string): Replacement[] {
    const found: Replacement[] = []
    for (const match of this.#byWord.size === 0 ? [] : text.matchAll(word))
      for (const { pattern, by } of this.#byWord.get(match[0]) ??
        this.#byWord.get(withoutS(match[0])) ??
        []) {
        const endUtf16 = matchAt(pattern, text, match.index)
        if (endUtf16 === null) continue
        found.push({ startUtf16: match.index, endUtf16, by })
        break
      }
    for (const { pattern, by } of this.#anywhere)
      for (const match of text.matchAll(pattern))
        found.push({ startUtf16: match.index, endUtf16: match.index + match[0].length, by })
    return withoutOverlaps(found)
  }

  #add(form: string, by: string): void {
    const [first] = wordsOf(form)
    if (first === undefined) {
      if (form !== '') this.#anywhere.push({ pattern: new RegExp(patternOf(form), 'gu'), by })
      return
    }
    const bare = form.slice(form.indexOf(first))
    const pattern = patternOf(bare) + endOf(bare)
    if (runsOn.test(first) || takesPrefixes.test(first)) {
      this.#anywhere.push({ pattern: new RegExp(pattern, 'gu'), by })
      return
    }
    const list = this.#byWord.get(first) ?? []
    this.#byWord.set(first, list)
    list.push({ pattern: new RegExp(pattern, 'uy'), by })
  }
}

interface Compiled {
  pattern: RegExp
  by: string
}

function patternOf(form: string): string {
  return form
    .replace(/[$()*+.?[\\\]^{|}/]/g, '\\$&')
    .replace(/['’]/g, "['’]")
    .replace(/[-‐‑]/g, '[-‐‑]')
    .replace(/\s+/g, space)
}

/** What may follow: no letter, but for the s of a possessive or plural. */
function endOf(form: string): string {
  const last = wordsOf(form.slice(-2)).at(-1)?.at(-1)
  if (last === undefined || !form.endsWith(last) || runsOn.test(last)) return ''
  return /\p{Script=Latin}/u.test(last) ? `(?=s?${noLetter})` : noLetter
}

function withoutS(text: string): string {
  return text.endsWith('s') ? text.slice(0, -1) : text
}

function matchAt(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : null
}

function withoutOverlaps(found: Replacement[]): Replacement[] {
  found.sort((a, b) => a.startUtf16 - b.startUtf16 || b.endUtf16 - a.endUtf16)
  let reached = 0
  return found.filter(({ startUtf16, endUtf16 }) => {
    if (startUtf16 < reached) return false
    reached = endUtf16
    return true
  })
}
