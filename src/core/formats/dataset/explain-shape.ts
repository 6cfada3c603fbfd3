import type { z } from 'zod'
import { formatPlace, showText, type Problems } from '../problems'

type ShapeIssue = z.core.$ZodIssue

const typeNames: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null'
}
const nameOf = (type: string) => typeNames[type] ?? type

/** Adds what the schema found, in words that need no knowledge of schemas. */
export function addShapeProblems(problems: Problems, issues: readonly ShapeIssue[]): void {
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        const message = `${showText(key)} is not a key that files of version 1 have`
        problems.add('wrong-shape', message, formatPlace([...issue.path, key]))
      }
    } else {
      problems.add(codeFor(issue), explain(issue), formatPlace(issue.path))
    }
  }
}

function codeFor(issue: ShapeIssue): string {
  const { path } = issue
  const last = path.at(-1)
  if (path[0] === 'offsetUnit') return 'unsupported-unit'
  if (path[0] === 'annotations' && path[2] === 'attributes' && path.length > 3) return 'invalid-attribute'
  if (issue.code === 'too_small' && (last === 'start' || last === 'end')) return 'offset-outside-text'
  return 'wrong-shape'
}

function explain(issue: ShapeIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return `This must be given: ${nameOf(issue.expected)}`
      return `Expected ${nameOf(issue.expected)}, found ${describeInput(issue.input)}`
    case 'invalid_value':
      return `Expected ${issue.values.map(value => showText(String(value))).join(' or ')}, found ${describeInput(issue.input)}`
    case 'invalid_format':
      return issue.format === 'datetime'
        ? 'Expected a time in UTC such as 2024-08-28T09:30:00Z'
        : `This text does not have the form that is needed here (${issue.message})`
    case 'too_small':
      return issue.origin === 'number' || issue.origin === 'int'
        ? `The least value here is ${String(issue.minimum)}`
        : 'This must not be empty'
    case 'too_big':
      return issue.origin === 'string'
        ? `This text is longer than ${String(issue.maximum)} characters`
        : `The greatest value here is ${String(issue.maximum)}`
    case 'invalid_union':
      return 'An attribute holds text, a number, true or false, a list, parties or counts; what is unset is left out'
    case 'custom':
    case 'invalid_element':
    case 'invalid_key':
    case 'not_multiple_of':
    case 'unrecognized_keys':
      return issue.message
  }
}

function describeInput(input: unknown): string {
  if (input === undefined) return 'nothing'
  if (input === null) return 'null'
  if (Array.isArray(input)) return 'a list'
  if (typeof input === 'object') return 'an object'
  if (typeof input === 'string') return `the text ${showText(input)}`
  return typeof input === 'number' || typeof input === 'boolean' ? String(input) : typeof input
}
