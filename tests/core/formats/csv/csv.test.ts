import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { csvFormat } from '../../../../src/core/formats/csv/csv-format'
import { goldenProject } from '../../../fixtures/golden-project'
import type { SourceFile } from '../../../../src/core/formats/format'
import { readContext, toSource, writeAll, writeContext } from '../in-memory'

const { files } = writeAll(csvFormat, goldenProject())
const table = (name: string) =>
  parse<Record<string, string>>(Buffer.from(files.find(file => file.name === name)?.bytes ?? []), {
    bom: true,
    columns: true,
    record_delimiter: '\r\n'
  })

// A second reader, which knows nothing of how we quote.
describe('csv-parse reads', () => {
  test('a row for each annotation, with its words and its place in code points', () => {
    const [article] = table('articles.csv')
    const points = [...(article?.['text'] ?? '')]
    const rows = table('annotations.csv')
    expect(rows).toHaveLength(8)
    for (const row of rows) {
      if (row['quote']?.includes(' […] ') === true) continue
      expect(points.slice(Number(row['start']), Number(row['end'])).join('')).toBe(row['quote'])
    }
    expect(rows[1]).toMatchObject({
      'claim.normalized': 'a, "b"\n=1+1; done',
      'claim.claimant': 'article',
      memo: 'First line, with "quotes"\nsecond line'
    })
    expect(rows[0]?.['perspective.frames']).toBe('["economic","morality"]')
  })

  test('every table has a head line and no row of another width', () => {
    for (const { name } of files) expect(() => table(name), name).not.toThrow()
    expect(files.map(file => file.name)).toContain('relations.csv')
  })
})

describe('tables from elsewhere', () => {
  const text = toSource('a.txt', '😀 Ana spoke to Bo.')
  const read = (csv: string) => csvFormat.read!([toSource('codes.csv', csv), text], readContext())

  test.each([
    ['commas', 'document,label,begin,end,text,mood\r\na,PER,2,5,Ana,calm\r\n'],
    [
      'semicolons, as spreadsheets of many countries write them',
      'Document;Label;Start;End;Mood\na;PER;2;5;calm'
    ],
    ['tabs', 'doc_id\tcode\tstart\tend\tmood\na\tPER\t2\t5\tcalm'],
    ['one text and no column for it', 'label,start,end,mood\nPER,2,5,calm']
  ])('with %s', (_, csv) => {
    const result = read(csv)
    if (!result.ok) throw new Error(result.error.message)
    expect(result.value.data.annotations[0]).toMatchObject({
      spans: [{ quote: 'Ana' }],
      attributes: { mood: 'calm' }
    })
  })

  test('a person can say which column is what', () => {
    const columns = { layer: 'was', start: 'a', end: 'b', article: 'where' }
    const csv = 'where,was,a,b,label\na,PER,2,5,calm'
    const files = [toSource('codes.csv', csv), text]
    const result = csvFormat.read!(files, { ...readContext(), columns })
    if (!result.ok) throw new Error(result.error.message)
    expect(result.value.data.annotations[0]).toMatchObject({
      layer: 'per',
      spans: [{ quote: 'Ana' }],
      attributes: { label: 'calm' }
    })
  })

  test.each([
    [{ layer: 'nowhere' }, 'The table has no column “nowhere”.'],
    [{ colour: 'label' }, /^“colour” is nothing that a column can be. These are: article, layer, start/]
  ])('what was said of columns must fit: %j', (columns, message) => {
    const files = [toSource('codes.csv', 'label,start,end\nPER,2,5'), text]
    const result = csvFormat.read!(files, { ...readContext(), columns })
    expect(result).toMatchObject({ ok: false, error: { code: 'wrong-columns', place: 'codes.csv' } })
    if (!result.ok) expect(result.error.message).toMatch(message)
  })

  test('a formula that was made harmless is what it was', () => {
    const result = read("label,start,end,memo\nPER,2,5,'=1+1")
    expect(result).toMatchObject({ ok: true, value: { data: { annotations: [{ memo: '=1+1' }] } } })
  })

  test.each([
    ['label,start\nPER,2', 'wrong-columns', 'codes.csv'],
    ['label,start,end\nPER,2,99', 'offset-outside-text', 'codes.csv, row 2'],
    ['label,start,end\nPER,two,5', 'offset-outside-text', 'codes.csv, row 2'],
    ['label,start,end,quote\nPER,2,5,Eve', 'quote-differs', 'codes.csv, row 2'],
    ['label,start,end\nPER,2,5,6,7', 'wrong-csv', 'codes.csv, row 2'],
    ['label,start,end,label\nPER,2,5,x', 'wrong-csv', 'codes.csv'],
    ['label,start,end\n"PER,2,5', 'wrong-csv', 'codes.csv, row 2'],
    ['document,label,start,end\nother,PER,2,5', 'missing-text', 'other']
  ])('%j is refused with its place', (csv, code, place) => {
    expect(read(csv)).toMatchObject({ ok: false, error: { code, place } })
  })
})

test('tables without the texts take the texts they were made of, and no others', () => {
  const tables = writeAll(csvFormat, goldenProject(), { ...writeContext, withholdsText: true }).files
  const text = goldenProject().revisions.at(-1)!.text
  const name = table('articles.csv')[0]!['article']!
  const read = (files: readonly SourceFile[]) => csvFormat.read!([...tables, ...files], readContext())
  expect(read([])).toMatchObject({ ok: false, error: { code: 'text-withheld' } })
  expect(read([toSource(`${name}.txt`, text)]).ok).toBe(true)
  expect(read([toSource(`${name}.txt`, `${text} `)])).toMatchObject({ error: { code: 'text-differs' } })
})
