/**
 * Regroups chunks into pieces of at most `maximum` UTF-16 units, or bytes; text and bytes are never in one piece,
 * and but for that all pieces but the last have just as many. An empty piece after each chunk says that nothing is
 * ready yet: there the caller can rest. A piece may end inside a surrogate pair, which the writer joins again.
 */
export function* messagePieces(
  chunks: Iterable<string | Uint8Array>,
  maximum: number
): Generator<string | Uint8Array> {
  let pending = ''
  for (const chunk of chunks) {
    if (typeof chunk === 'string') {
      pending += chunk
      while (pending.length >= maximum) {
        yield pending.slice(0, maximum)
        pending = pending.slice(maximum)
      }
    } else {
      if (pending !== '') yield pending
      pending = ''
      for (let at = 0; at < chunk.length; at += maximum) yield chunk.subarray(at, at + maximum)
    }
    yield ''
  }
  if (pending !== '') yield pending
}
