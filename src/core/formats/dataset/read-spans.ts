import { snapToGraphemes } from '../../anchoring/graphemes'
import type { Layer } from '../../project/codebook'
import type { Span } from '../../project/entities'
import type { FormatIssue } from '../format'
import { formatPlace, showText, type Problems } from '../problems'
import type { IndexedText } from './indexed-text'
import type { DatasetAnnotation } from './schema'

interface SpanSurroundings {
  path: readonly PropertyKey[]
  layer: Layer | undefined
  problems: Problems
  issues: FormatIssue[]
}

/** The annotation's spans in UTF-16 offsets, each checked against the text it says it covers. */
export function readSpans(row: DatasetAnnotation, indexed: IndexedText, around: SpanSurroundings): Span[] {
  const { path, layer, problems, issues } = around
  const spans: Span[] = []
  for (const [position, span] of row.spans.entries()) {
    const read = readSpan(span, indexed, [...path, position], problems)
    if (read === null) continue
    spans.push(read)
    const report = (message: string) => issues.push({ place: formatPlace([...path, position]), message })
    if (layer !== undefined && !layer.spanRoles.includes(span.role)) {
      report(`The layer ${layer.id} has no span role ${showText(span.role)}; the span is kept.`)
    }
    if (splitsGrapheme(indexed.text, read)) {
      // Not refused: where characters end depends on the Unicode version of who wrote the file.
      report(`${showText(read.quote)} begins or ends within a character; it is kept so.`)
    }
  }
  if (!row.spans.some(span => span.role === 'content')) {
    problems.add('wrong-shape', 'One span at least must have the role “content”', formatPlace(path))
  }
  if (spans.length < 2) return spans
  const ordered = inTextOrder(spans)
  if (ordered.some((span, index) => span !== spans[index])) {
    issues.push({
      place: formatPlace(path),
      message: 'Spans of one role were not in text order; they are now.'
    })
  }
  return ordered
}

function readSpan(
  { role, start, end, quote }: DatasetAnnotation['spans'][number],
  { text, index }: IndexedText,
  path: readonly PropertyKey[],
  problems: Problems
): Span | null {
  const problem = (code: string, message: string, key: string) => {
    problems.add(code, message, formatPlace([...path, key]))
    return null
  }
  const outside = `lies outside the text, which has ${index.lengthCodePoints} code points`
  if (start > index.lengthCodePoints) return problem('offset-outside-text', `${start} ${outside}`, 'start')
  if (end > index.lengthCodePoints) return problem('offset-outside-text', `${end} ${outside}`, 'end')
  if (end <= start) return problem('wrong-shape', 'A span must end after it begins', 'end')
  const startUtf16 = index.toUtf16(start)
  const endUtf16 = index.toUtf16(end)
  const found = text.slice(startUtf16, endUtf16)
  if (found === quote) return { role, startUtf16, endUtf16, quote }
  const hint =
    text.slice(start, end) === quote ? ' (the offsets seem to count UTF-16 units, not code points)' : ''
  const message = `The quote is ${showText(quote)}, but the text reads ${showText(found)} there${hint}`
  return problem('quote-differs', message, 'quote')
}

function splitsGrapheme(text: string, { startUtf16, endUtf16 }: Span): boolean {
  const whole = snapToGraphemes(text, startUtf16, endUtf16)
  return whole.startUtf16 !== startUtf16 || whole.endUtf16 !== endUtf16
}

/** Sorts the spans of each role among the places that role has. */
function inTextOrder(spans: readonly Span[]): Span[] {
  const queues = new Map<string, Span[]>()
  const sorted = [...spans].sort((a, b) => a.startUtf16 - b.startUtf16 || a.endUtf16 - b.endUtf16)
  for (const span of sorted) queues.set(span.role, [...(queues.get(span.role) ?? []), span])
  return spans.map(span => queues.get(span.role)?.shift() ?? span)
}
