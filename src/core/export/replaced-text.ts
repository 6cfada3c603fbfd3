import type { Span } from '../project/entities'
import type { Replacement } from './name-form'

/** The text with the replacements made. */
export function replaceIn(text: string, replacements: readonly Replacement[]): string {
  if (replacements.length === 0) return text
  let replaced = ''
  let from = 0
  for (const { startUtf16, endUtf16, by } of replacements) {
    replaced += text.slice(from, startUtf16) + by
    from = endUtf16
  }
  return replaced + text.slice(from)
}

/**
 * Leads places of a text to where they are once the replacements, in text order and without overlaps, are made.
 * A place inside a replaced stretch moves to its edge: starts to its start, ends to its end, so that a span
 * that began in the middle of a name covers the whole of what took its place.
 */
export class ReplacedOffsets {
  readonly #replacements: readonly Replacement[]
  /** How much longer the text has become before each replacement, and after the last. */
  readonly #growth: number[]

  constructor(replacements: readonly Replacement[]) {
    this.#replacements = replacements
    let growth = 0
    this.#growth = [0]
    for (const { startUtf16, endUtf16, by } of replacements) {
      growth += by.length - (endUtf16 - startUtf16)
      this.#growth.push(growth)
    }
  }

  start(utf16: number): number {
    const next = this.#firstEndingAfter(utf16)
    const inside = this.#replacements[next]
    const from = inside !== undefined && inside.startUtf16 < utf16 ? inside.startUtf16 : utf16
    return from + (this.#growth[next] ?? 0)
  }

  end(utf16: number): number {
    const next = this.#firstEndingAfter(utf16)
    const inside = this.#replacements[next]
    const growth = this.#growth[next] ?? 0
    if (inside === undefined || inside.startUtf16 >= utf16) return utf16 + growth
    return inside.startUtf16 + growth + inside.by.length
  }

  /** The span in the new text. Its words are made from its own, so that the text itself is not needed. */
  span(span: Span): Span {
    const { startUtf16, endUtf16, quote } = span
    let words = ''
    let from = startUtf16
    for (let at = this.#firstEndingAfter(startUtf16); at < this.#replacements.length; at++) {
      const next = this.#replacements[at]
      if (next === undefined || next.startUtf16 >= endUtf16) break
      if (next.startUtf16 > from) words += quote.slice(from - startUtf16, next.startUtf16 - startUtf16)
      words += next.by
      from = next.endUtf16
    }
    if (from < endUtf16) words += quote.slice(from - startUtf16)
    return { ...span, startUtf16: this.start(startUtf16), endUtf16: this.end(endUtf16), quote: words }
  }

  #firstEndingAfter(utf16: number): number {
    let low = 0
    let high = this.#replacements.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#replacements[middle]?.endUtf16 ?? Infinity) <= utf16) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** Spans of one role that cover the same words twice, as two halves of one name now do, become one. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = []
  for (const span of spans) {
    const at = merged.findIndex(
      other =>
        other.role === span.role && other.startUtf16 < span.endUtf16 && span.startUtf16 < other.endUtf16
    )
    const other = merged[at]
    if (other === undefined) merged.push(span)
    else merged[at] = union(other, span)
  }
  return merged
}

function union(a: Span, b: Span): Span {
  const [first, second] = a.startUtf16 <= b.startUtf16 ? [a, b] : [b, a]
  const rest = second.quote.slice(Math.max(0, first.endUtf16 - second.startUtf16))
  const endUtf16 = Math.max(first.endUtf16, second.endUtf16)
  return { ...first, endUtf16, quote: first.quote + rest }
}
