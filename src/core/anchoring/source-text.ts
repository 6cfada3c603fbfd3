import { ok, type Result } from '../result'
import { canonicalizeText } from './canonical-text'
import { CodePointIndex } from './code-points'

/** In what a file from elsewhere counts places in its text. */
export type SourceUnit = 'code-point' | 'utf-16'

/**
 * A text of a file from elsewhere, made canonical (line breaks become "\n", nothing else is rewritten), and
 * where the places that the file speaks of came to lie in it.
 */
export class SourceText {
  private constructor(
    /** Canonical. */
    readonly text: string,
    private readonly index: CodePointIndex | null,
    /** Where "\r\n" began in what came in, in UTF-16 units, ascending. */
    private readonly foldedUtf16: readonly number[],
    private readonly lengthUtf16: number
  ) {}

  /** Fails as `canonicalizeText` does, with `place` to say where the text came from. */
  static from(text: string, unit: SourceUnit, place: string): Result<SourceText> {
    const canonical = canonicalizeText(text, place)
    if (!canonical.ok) return canonical
    const folded = text.includes('\r\n') ? [...text.matchAll(/\r\n/g)].map(({ index }) => index) : []
    const index = unit === 'code-point' ? new CodePointIndex(text) : null
    return ok(new SourceText(canonical.value, index, folded, text.length))
  }

  /** The offset in the canonical text, in UTF-16 units; null outside the text or inside a surrogate pair. */
  toCanonicalUtf16(offset: number): number | null {
    const utf16 = this.toUtf16(offset)
    if (utf16 === null) return null
    const canonical = utf16 - this.foldsBefore(utf16)
    const splitsPair = isLead(this.text.charCodeAt(canonical - 1)) && isTrail(this.text.charCodeAt(canonical))
    return splitsPair ? null : canonical
  }

  private toUtf16(offset: number): number | null {
    if (!Number.isInteger(offset) || offset < 0) return null
    if (this.index === null) return offset <= this.lengthUtf16 ? offset : null
    return offset <= this.index.lengthCodePoints ? this.index.toUtf16(offset) : null
  }

  /** How many "\r\n" began before this place: each is one unit shorter now. */
  private foldsBefore(utf16: number): number {
    let low = 0
    let high = this.foldedUtf16.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.foldedUtf16[middle] ?? Infinity) < utf16) low = middle + 1
      else high = middle
    }
    return low
  }
}

const isLead = (unit: number) => (unit & 0xfc00) === 0xd800
const isTrail = (unit: number) => (unit & 0xfc00) === 0xdc00
