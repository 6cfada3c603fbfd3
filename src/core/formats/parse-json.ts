import { fail, ok, type Result } from '../result'

/** Deeper than any dataset, far from what a recursive walk can bear. */
const maximumDepth = 64

/**
 * Parses JSON that came from outside. Bad input answers `not-json` with line and column, or
 * `wrong-shape` when it is nested too deeply or has a `__proto__` key, which would hide from every check.
 */
export function parseJson(text: string): Result<unknown> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    const at = locateJsonError(text)
    const before = text.slice(0, at.index)
    const line = before.split('\n').length
    const column = at.index - before.lastIndexOf('\n')
    return fail('not-json', `This file is not valid JSON: ${at.expected}.`, `line ${line}, column ${column}`)
  }
  const problem = findHazard(value, '', 0)
  return problem === null ? ok(value) : fail('wrong-shape', `${problem.message}.`, problem.place)
}

function findHazard(value: unknown, place: string, depth: number): { message: string; place: string } | null {
  if (typeof value !== 'object' || value === null) return null
  if (depth > maximumDepth)
    return { message: `The file is nested more than ${maximumDepth} levels deep`, place: '' }
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) {
      const found = findHazard(value[index], '', depth + 1)
      if (found !== null) return { ...found, place: joinPlace(`${place}[${index}]`, found.place) }
    }
    return null
  }
  for (const key of Object.keys(value)) {
    if (key === '__proto__') return { message: 'The key “__proto__” is not allowed', place: '__proto__' }
    const found = findHazard((value as Record<string, unknown>)[key], '', depth + 1)
    if (found !== null) return { ...found, place: joinPlace(key, found.place) }
  }
  return null
}

function joinPlace(outer: string, inner: string): string {
  return inner === '' || inner.startsWith('[') ? outer + inner : `${outer}.${inner}`
}

interface JsonError {
  index: number
  expected: string
}

/**
 * Where `text` stops being JSON (RFC 8259). Engines word and place their own message differently, some
 * not at all, so that this scanner is asked once `JSON.parse` has refused. It uses no recursion.
 */
export function locateJsonError(text: string): JsonError {
  const open: ('{' | '[')[] = []
  let index = skipSpace(text, 0)
  let state: 'value' | 'first-value' | 'key' | 'first-key' | 'after' = 'value'
  for (;;) {
    if (state === 'after' && open.length === 0) {
      return index >= text.length
        ? { index, expected: 'unknown error' }
        : { index, expected: 'the file goes on after its end' }
    }
    const character = text[index]
    const container = open.at(-1)
    const closing = container === '{' ? '}' : ']'
    const mayClose = state === 'after' || state === 'first-value' || state === 'first-key'
    if (mayClose && container !== undefined && character === closing) {
      open.pop()
      state = 'after'
      index += 1
    } else if (state === 'after') {
      if (character !== ',') return unexpected(text, index, `a comma or “${closing}” is expected here`)
      state = container === '{' ? 'key' : 'value'
      index += 1
    } else if (state === 'key' || state === 'first-key') {
      if (character !== '"')
        return unexpected(text, index, 'a key in double quotation marks is expected here')
      const end = endOfString(text, index)
      if (typeof end !== 'number') return end
      index = skipSpace(text, end)
      if (text[index] !== ':') return unexpected(text, index, 'a colon is expected here')
      state = 'value'
      index += 1
    } else if (character === '{' || character === '[') {
      open.push(character)
      state = character === '{' ? 'first-key' : 'first-value'
      index += 1
    } else {
      const end = endOfScalar(text, index)
      if (typeof end !== 'number') return end
      state = 'after'
      index = end
    }
    index = skipSpace(text, index)
  }
}

function unexpected(text: string, index: number, expected: string): JsonError {
  return index >= text.length
    ? { index, expected: 'the file ends too early; perhaps it was not copied whole' }
    : { index, expected }
}

function skipSpace(text: string, from: number): number {
  let index = from
  while (index < text.length && ' \t\n\r'.includes(text.charAt(index))) index += 1
  return index
}

const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

function endOfScalar(text: string, index: number): number | JsonError {
  if (text[index] === '"') return endOfString(text, index)
  scalar.lastIndex = index
  const found = scalar.exec(text)
  return found === null ? unexpected(text, index, 'a value is expected here') : index + found[0].length
}

const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y

function endOfString(text: string, start: number): number | JsonError {
  let index = start + 1
  while (index < text.length) {
    const character = text.charAt(index)
    if (character === '"') return index + 1
    if (character < ' ')
      return { index, expected: 'a line break or control character stands inside quotation marks' }
    if (character === '\\') {
      escape.lastIndex = index
      const found = escape.exec(text)
      if (found === null) return unexpected(text, index, 'a backslash is followed by something unknown')
      index += found[0].length
    } else {
      index += 1
    }
  }
  return unexpected(text, index, '')
}
