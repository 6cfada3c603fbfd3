import type { Annotation } from '../../../core/project/entities'

/**
 * Where an annotation stands in text order, counted from 0; -1 when it is not there. `ordered` is sorted by
 * the start of the first content span, as `AnnotationIndex.inOrder` answers it.
 */
export function positionInOrder(ordered: readonly Annotation[], annotation: Annotation): number {
  const start = startOf(annotation)
  let low = 0
  let high = ordered.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const candidate = ordered[middle]
    if (candidate !== undefined && startOf(candidate) < start) low = middle + 1
    else high = middle
  }
  for (let i = low; i < ordered.length; i++) {
    const candidate = ordered[i]
    if (candidate === undefined || startOf(candidate) !== start) return -1
    if (candidate.id === annotation.id) return i
  }
  return -1
}

function startOf({ spans }: Annotation): number {
  let start = Infinity
  for (const span of spans) if (span.role === 'content') start = Math.min(start, span.startUtf16)
  return start
}
