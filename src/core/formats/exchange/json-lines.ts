import type { z } from 'zod'
import { addShapeProblems } from '../dataset/explain-shape'
import type { SourceFile } from '../format'
import { parseJson } from '../parse-json'
import { Problems } from '../problems'
import { decodeFile } from './decode-file'

/**
 * The lines of files of JSON Lines (https://jsonlines.org) that have this shape, each with its place for messages.
 * Lines that are not JSON or not of the shape are noted as problems; empty lines are passed over.
 */
export function* jsonLines<Row>(
  files: readonly SourceFile[],
  schema: z.ZodType<Row>,
  problems: Problems
): Generator<{ row: Row; place: string }> {
  for (const file of files) {
    const text = decodeFile(file)
    if (!text.ok) {
      problems.add(text.error.code, text.error.message.replace(/\.$/, ''), file.name)
      continue
    }
    let number = 0
    for (const line of text.value.split('\n')) {
      number += 1
      if (line.trim() === '') continue
      const place = `${file.name}, line ${number}`
      const row = parseRow(line, schema, place, problems)
      if (row !== null) yield { row: row.value, place }
      if (problems.isFull) return
    }
  }
}

function parseRow<Row>(
  line: string,
  schema: z.ZodType<Row>,
  place: string,
  problems: Problems
): { value: Row } | null {
  const json = parseJson(line)
  if (!json.ok) {
    const column = /column (\d+)/.exec(json.error.place ?? '')?.[0]
    problems.add(
      json.error.code,
      json.error.message.replace(/\.$/, ''),
      column ? `${place}, ${column}` : place
    )
    return null
  }
  const parsed = schema.safeParse(json.value, { reportInput: true })
  if (parsed.success) return { value: parsed.data }
  const own = new Problems()
  addShapeProblems(own, parsed.error.issues)
  for (const { code, message, place: inside } of own.list)
    problems.add(code, message, inside === undefined || inside === '' ? place : `${place}, ${inside}`)
  return null
}
