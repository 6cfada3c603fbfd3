const itemsPerChunk = 500

/** What `JSON.stringify` makes of an array of objects, in chunks, so that who writes can rest within a long one. */
export function* jsonArray(items: Iterable<object>): Generator<string> {
  let chunk = '['
  let count = 0
  for (const item of items) {
    chunk += (count === 0 ? '' : ',') + JSON.stringify(item)
    count += 1
    if (count % itemsPerChunk !== 0) continue
    yield chunk
    chunk = ''
  }
  yield `${chunk}]`
}
