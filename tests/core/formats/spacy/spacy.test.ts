import { expect, test } from 'vitest'
import { spacyFormat } from '../../../../src/core/formats/spacy/spacy-format'
import { spacyLineSchema } from '../../../../src/core/formats/spacy/spacy-schema'
import { goldenProject } from '../../../fixtures/golden-project'
import { readContext, toSource, writeAll } from '../in-memory'

interface Written {
  text: string
  tokens: { text: string; start: number; end: number; id: number; ws: boolean }[]
  spans: { start: number; end: number; text: string; token_start?: number; token_end?: number }[]
  relations: { head?: number; child?: number }[]
}

const { files, issues } = writeAll(spacyFormat, goldenProject())
const line = new TextDecoder().decode(files[0]?.bytes)
const row = JSON.parse(line) as Written
const points = [...row.text]
const between = (start: number, end: number) => points.slice(start, end).join('')

test('a task has the shape that Prodigy describes', () => {
  expect(spacyLineSchema.safeParse(row).success).toBe(true)
  expect(line.endsWith('\n')).toBe(true)
})

// spaCy builds a Doc of words and spaces: joined, they have to be the text but for longer gaps.
test('tokens are numbered, in order, without white space, and cover all words', () => {
  row.tokens.forEach((token, at) => {
    expect(token.id).toBe(at)
    expect(between(token.start, token.end)).toBe(token.text)
    expect(token.text).not.toMatch(/\s/)
    const next = row.tokens[at + 1]
    if (next !== undefined) {
      expect(next.start).toBeGreaterThanOrEqual(token.end)
      expect(token.ws).toBe(next.start > token.end)
      expect(between(token.end, next.start).trim()).toBe('')
    }
  })
})

test('token numbers of spans are inclusive and stand at their borders; others are reported', () => {
  for (const span of row.spans) {
    expect(between(span.start, span.end)).toBe(span.text)
    if (span.token_start === undefined) continue
    expect(row.tokens[span.token_start]?.start).toBe(span.start)
    expect(row.tokens[span.token_end ?? -1]?.end).toBe(span.end)
  }
  const without = row.spans.filter(span => span.token_start === undefined)
  expect(issues.length > 0).toBe(without.length > 0)
})

test('what Prodigy saves is read: decisions that were refused are not', () => {
  const lines = [
    '{"text":"Ana spoke to Bo.","_input_hash":1,"spans":[{"start":0,"end":3,"label":"PER"},{"start":13,"end":15,"label":"PER"}],"relations":[{"head":0,"child":3,"label":"supports","head_span":{"start":0,"end":3,"label":"PER"},"child_span":{"start":13,"end":15,"label":"PER"}}],"answer":"accept"}',
    '{"text":"Nothing.","spans":[],"answer":"reject"}'
  ]
  const result = spacyFormat.read!([toSource('t.jsonl', lines.join('\n'))], readContext())
  if (!result.ok) throw new Error(result.error.message)
  expect(result.value.data.articles).toHaveLength(1)
  expect(result.value.data.relations).toMatchObject([{ type: 'supports' }])
  expect(result.value.issues).toMatchObject([{ place: 't.jsonl, line 2' }])
})

// rel.manual saves the numbers of two tokens; the spans beside them may be missing, or have no label.
test.each([
  ['numbers of tokens alone', '{"head":0,"child":3,"label":"supports"}', 1],
  ['numbers within a longer span', '{"head":4,"child":0,"label":"supports"}', 1],
  [
    'spans without a label',
    '{"head":0,"child":3,"label":"supports","head_span":{"start":0,"end":3,"label":null},"child_span":{"start":13,"end":15}}',
    1
  ],
  ['a token that no span covers', '{"head":0,"child":1,"label":"supports"}', 0],
  ['a number beyond the tokens', '{"head":0,"child":9,"label":"supports"}', 0]
])('relations by %s', (_, relation, relations) => {
  const tokens = '[[0,3],[4,9],[10,12],[13,15],[16,19]]'.replace(/\[(\d+),(\d+)\]/g, '{"start":$1,"end":$2}')
  const spans = '[{"start":0,"end":3,"label":"PER"},{"start":13,"end":19,"label":"PER"}]'
  const task = `{"text":"Ana spoke to Bo Ray","tokens":${tokens},"spans":${spans},"relations":[${relation}]}`
  const result = spacyFormat.read!([toSource('t.jsonl', task)], readContext())
  if (!result.ok) throw new Error(`${result.error.message} ${result.error.place}`)
  expect(result.value.data.relations).toHaveLength(relations)
  expect(result.value.issues).toHaveLength(1 - relations)
})
