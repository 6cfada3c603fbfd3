/**
 * Whether a structured-cloned value takes more than `limitBytes` once serialised. An estimate from above:
 * a string counts two bytes a character, as Chromium stores it, and every member a few more. It stops at
 * the limit and visits a shared or circular object once.
 */
export function isLargerThan(value: unknown, limitBytes: number): boolean {
  const waiting: unknown[] = [value]
  const seen = new Set<object>()
  let bytes = 0
  while (waiting.length > 0) {
    const next = waiting.pop()
    bytes += 8
    if (typeof next === 'string') bytes += next.length * 2
    else if (typeof next === 'bigint') bytes += next.toString(16).length
    else if (ArrayBuffer.isView(next) || next instanceof ArrayBuffer) bytes += next.byteLength
    else if (typeof next === 'object' && next !== null && !seen.has(next)) {
      seen.add(next)
      for (const member of membersOf(next)) waiting.push(member)
    }
    if (bytes > limitBytes) return true
  }
  return false
}

function* membersOf(value: object): Iterable<unknown> {
  if (value instanceof Map) {
    for (const entry of value) yield* entry
  } else if (value instanceof Set) {
    yield* value
  } else if (Array.isArray(value)) {
    yield* value as unknown[]
  } else {
    for (const [name, member] of Object.entries(value)) {
      yield name
      yield member
    }
  }
}
