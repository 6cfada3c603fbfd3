/**
 * Regroups chunks into pieces of at most `maximumUnits` UTF-16 units; all but the last have just as many. An
 * empty piece after each chunk says that nothing is ready yet: there the caller can rest. A piece may end
 * inside a surrogate pair, which the writer joins again.
 */
export function* messagePieces(chunks: Iterable<string>, maximumUnits: number): Generator<string> {
  let pending = ''
  for (const chunk of chunks) {
    pending += chunk
    while (pending.length >= maximumUnits) {
      yield pending.slice(0, maximumUnits)
      pending = pending.slice(maximumUnits)
    }
    yield ''
  }
  if (pending !== '') yield pending
}
