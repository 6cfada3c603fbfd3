import { snapToGraphemes } from '../anchoring/graphemes'
import type { Edit } from '../history/change-set'
import type { Layer } from '../project/codebook'
import type { Annotation, Span } from '../project/entities'
import { contentSpans, spanOver, type TextRange } from './spans'

/** The role of what is tagged; every other role marks a part that belongs to it. */
export const contentRole = 'content'

/**
 * Adds a span of one of the layer's roles over `range`, widened to whole graphemes. A content span that
 * overlaps or touches others becomes one with them; a span of another role takes the place of those of its
 * role that it overlaps, so that marking again corrects. Undefined when that would change nothing.
 * @throws RangeError when the layer does not know the role, or the range is empty or not inside the text.
 */
export function addSpan(
  annotation: Annotation,
  layer: Layer,
  role: string,
  range: TextRange,
  text: string,
  now: string
): Edit | undefined {
  if (!layer.spanRoles.includes(role)) throw new RangeError(`${layer.name} has no part “${role}”`)
  const spans = arrange(settle(annotation.spans, wholeSpan(text, range, role), text), layer)
  const label = role === contentRole ? 'Extend quotation' : `Add ${roleName(role).toLowerCase()}`
  return edit(annotation, spans, label, now)
}

/** Takes one span away. Undefined when there is none at this position, or it is the last content span. */
export function removeSpan(annotation: Annotation, spanIndex: number, now: string): Edit | undefined {
  const span = annotation.spans[spanIndex]
  if (span === undefined) return undefined
  if (span.role === contentRole && contentSpans(annotation).length === 1) return undefined
  const spans = annotation.spans.filter((_, index) => index !== spanIndex)
  const label =
    span.role === contentRole ? 'Shorten quotation' : `Remove ${roleName(span.role).toLowerCase()}`
  return edit(annotation, spans, label, now)
}

/**
 * Moves one span to `range`, widened to whole graphemes; its role stays, and what it then overlaps is settled
 * as in `addSpan`. Undefined when nothing would change or there is no span at this position.
 * @throws RangeError when the range is empty or not inside the text.
 */
export function replaceSpan(
  annotation: Annotation,
  spanIndex: number,
  range: TextRange,
  text: string,
  now: string
): Edit | undefined {
  const old = annotation.spans[spanIndex]
  if (old === undefined) return undefined
  const others = annotation.spans.filter((_, index) => index !== spanIndex)
  const spans = inTextOrder(settle(others, wholeSpan(text, range, old.role), text, spanIndex))
  const label = old.role === contentRole ? 'Change boundaries' : `Change ${roleName(old.role).toLowerCase()}`
  const made = edit(annotation, spans, label, now)
  return old.role === contentRole ? withoutPlacement(made) : made
}

/** A person has said where it is: nothing is left to confirm. */
function withoutPlacement(made: Edit | undefined): Edit | undefined {
  const [change] = made?.changes ?? []
  if (change?.table === 'annotations' && change.after !== null) delete change.after.placement
  return made
}

/** The position in `annotation.spans` of the content span that overlaps or lies closest to `range`. */
export function nearestContentSpan(annotation: Annotation, range: TextRange): number {
  const distance = (span: Span) =>
    Math.max(0, range.startUtf16 - span.endUtf16, span.startUtf16 - range.endUtf16)
  const spans = contentSpans(annotation)
  const nearest = spans.reduce((best, span) => (distance(span) < distance(best) ? span : best))
  return annotation.spans.indexOf(nearest)
}

/** A role in words: `content` is a passage, `who-speaks` reads "Who speaks". */
export function roleName(role: string): string {
  if (role === contentRole) return 'Passage'
  const words = role.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A span of an annotation, what to call it, and where it stands in `annotation.spans`. */
export interface NamedSpan {
  span: Span
  spanIndex: number
  /** "Source"; with a number where the annotation has several of the role: "Passage 2". */
  name: string
}

/** All spans by role in the layer's order, then in text order. Roles the layer does not know come last. */
export function namedSpans(annotation: Annotation, layer: Layer): NamedSpan[] {
  const counts = new Map<string, number>()
  const totals = new Map<string, number>()
  for (const { role } of annotation.spans) totals.set(role, (totals.get(role) ?? 0) + 1)
  return arrange(annotation.spans, layer).map(span => {
    const number = (counts.get(span.role) ?? 0) + 1
    counts.set(span.role, number)
    const name = roleName(span.role)
    const isOnly = totals.get(span.role) === 1
    return { span, spanIndex: annotation.spans.indexOf(span), name: isOnly ? name : `${name} ${number}` }
  })
}

function wholeSpan(text: string, range: TextRange, role: string): Span {
  // An empty range would snap to an empty one, and one outside would throw from elsewhere.
  spanOver(text, range, role)
  return spanOver(text, snapToGraphemes(text, range.startUtf16, range.endUtf16), role)
}

/** Puts a span among the others at `at`, and resolves what it overlaps of its own role. */
function settle(others: readonly Span[], added: Span, text: string, at = others.length): Span[] {
  let span = added
  // Content already overlaps in some imported data: growing by one span can reach the next.
  for (let grown = true; grown && added.role === contentRole;) {
    const union = others.filter(other => meets(other, span)).reduce(unite, span)
    grown = union.startUtf16 !== span.startUtf16 || union.endUtf16 !== span.endUtf16
    span = { ...spanOver(text, union, span.role) }
  }
  const isKept = (other: Span) =>
    added.role === contentRole ? !meets(other, span) : other.role !== span.role || !overlaps(other, span)
  return [...others.slice(0, at).filter(isKept), span, ...others.slice(at).filter(isKept)]
}

function meets(other: Span, span: TextRange): boolean {
  return other.role === contentRole && other.startUtf16 <= span.endUtf16 && other.endUtf16 >= span.startUtf16
}

function overlaps(other: TextRange, span: TextRange): boolean {
  return other.startUtf16 < span.endUtf16 && other.endUtf16 > span.startUtf16
}

function unite(a: Span, b: Span): Span {
  return {
    ...a,
    startUtf16: Math.min(a.startUtf16, b.startUtf16),
    endUtf16: Math.max(a.endUtf16, b.endUtf16)
  }
}

function arrange(spans: readonly Span[], layer: Layer): Span[] {
  const rank = ({ role }: Span) => {
    const at = layer.spanRoles.indexOf(role)
    return at < 0 ? layer.spanRoles.length : at
  }
  return [...spans].sort((a, b) => rank(a) - rank(b) || compareSpans(a, b))
}

/** Sorts within each role and leaves the order of roles as it is. */
function inTextOrder(spans: readonly Span[]): Span[] {
  const roles = [...new Set(spans.map(span => span.role))]
  return [...spans].sort((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role) || compareSpans(a, b))
}

function compareSpans(a: Span, b: Span): number {
  return a.startUtf16 - b.startUtf16 || a.endUtf16 - b.endUtf16
}

function edit(annotation: Annotation, spans: Span[], label: string, now: string): Edit | undefined {
  if (isSame(annotation.spans, spans)) return undefined
  const after: Annotation = { ...annotation, spans, updatedAt: now }
  return { label, changes: [{ table: 'annotations', id: annotation.id, before: annotation, after }] }
}

function isSame(a: readonly Span[], b: readonly Span[]): boolean {
  return (
    a.length === b.length &&
    a.every((span, i) => {
      const other = b[i]
      return (
        span.role === other?.role && span.startUtf16 === other.startUtf16 && span.endUtf16 === other.endUtf16
      )
    })
  )
}
