import { DuckDBInstance } from '@duckdb/node-api'
import { parquetReadObjects } from 'hyparquet'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parquetFormat } from '../../../../src/core/formats/parquet/parquet-format'
import { annotationIdSchema } from '../../../../src/core/project/ids'
import { goldenProject } from '../../../fixtures/golden-project'
import { writeAll } from '../in-memory'

const { files } = writeAll(parquetFormat, goldenProject())
const bytesOf = (name: string) =>
  files.find(file => file.name === `data/${name}.parquet`)?.bytes ?? new Uint8Array()
const folder = mkdtempSync(join(tmpdir(), 'counterpoint-parquet-'))

beforeAll(() => {
  for (const { name, bytes } of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), bytes)
  }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface AnnotationRow {
  document_id: string
  start: number
  end: number
  quote: string
  spans: { role: string; start: number; end: number; quote: string }[]
  attributes: { name: string; values: string[] }[]
}

async function read<Row>(name: string): Promise<Row[]> {
  const bytes = bytesOf(name)
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
  return (await parquetReadObjects({ file })) as Row[]
}

test('hyparquet reads lists of structs, and offsets count code points', async () => {
  const [document] = await read<{ text: string; blocks: unknown[] }>('documents')
  const rows = await read<AnnotationRow>('annotations')
  const points = [...(document?.text ?? '')]
  expect(rows).toHaveLength(8)
  expect(document?.blocks).toHaveLength(4)
  for (const { spans } of rows)
    for (const { start, end, quote } of spans) expect(points.slice(start, end).join('')).toBe(quote)
  expect(rows[0]?.attributes).toContainEqual({ name: 'frames', values: ['economic', 'morality'] })
  expect(await read('relations')).toMatchObject([
    { type: 'disputes', from_id: 'nested-in', to_id: 'overlap' },
    { type: 'supports', from_id: 'across', to_id: 'end' }
  ])
})

async function query(sql: string) {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  const rows = (await connection.runAndReadAll(sql)).getRowsJson()
  connection.closeSync()
  return rows
}

describe('DuckDB', () => {
  const from = (name: string) => `read_parquet('${join(folder, 'data', `${name}.parquet`)}')`

  test('joins the tables and cuts every passage out of its text', async () => {
    const rows = await query(
      `select count(*) from (select a.id, unnest(a.spans) as s, d.text from ${from('annotations')} a join ${from('documents')} d on d.id = a.document_id) where substring(text, s.start + 1, s."end" - s.start) <> s.quote`
    )
    // DuckDB counts code points in `substring`, as we do.
    expect(Number(rows[0]?.[0])).toBe(0)
  })

  test('sees lists and structs, not texts of JSON', async () => {
    const rows = await query(`describe select * from ${from('annotations')}`)
    const typeOf = new Map(rows.map(row => [row[0], row[1]]))
    expect(typeOf.get('spans')).toMatch(/^STRUCT\(.*\)\[\]$/)
    expect(typeOf.get('attributes')).toBe('STRUCT("name" VARCHAR, "values" VARCHAR[])[]')
    expect(typeOf.get('start')).toBe('INTEGER')
    expect(typeOf.get('confidence')).toBe('DOUBLE')
  })
})

// Groups are put together of columns that are written one by one.
test('a table of many groups has all rows in order, for hyparquet and for DuckDB', async () => {
  const project = goldenProject()
  const annotations = Array.from({ length: 300 }, (_, i) =>
    project.annotations.map(row => ({ ...row, id: annotationIdSchema.parse(`${row.id}-${i}`) }))
  ).flat()
  const [file] = writeAll(parquetFormat, { ...project, annotations, relations: [] }).files
  const bytes = file?.bytes ?? new Uint8Array()
  const path = join(folder, 'many.parquet')
  writeFileSync(path, bytes)
  const { buffer } = Uint8Array.from(bytes)
  const rows = (await parquetReadObjects({ file: buffer })) as { id: string; spans: { quote: string }[] }[]
  expect(rows.map(({ id, spans }) => [id, spans.map(({ quote }) => quote)])).toEqual(
    annotations.map(({ id, spans }) => [id, spans.map(({ quote }) => quote)])
  )
  const [seen] = await query(
    `select count(distinct id), sum(len(spans)), count(distinct document_id) from read_parquet('${path}')`
  )
  const spans = annotations.reduce((sum, row) => sum + row.spans.length, 0)
  expect(seen?.map(Number)).toEqual([annotations.length, spans, 1])
  const groups = await query(
    `select row_group_num_rows, count(*) from parquet_metadata('${path}') group by row_group_id, 1 order by row_group_id`
  )
  const sizes = groups.map(([size]) => Number(size))
  expect(sizes.length).toBeGreaterThan(3)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(annotations.length)
  expect(new Set(groups.map(([, columns]) => columns)).size).toBe(1)
})

test('the dataset card begins with the header that hubs read', () => {
  const card = new TextDecoder().decode(files.find(file => file.name === 'README.md')?.bytes)
  expect(card).toMatch(/^---\npretty_name: "Golden/)
  expect(card).toContain('data_files: data/annotations.parquet')
})

test('without texts there are hashes in their place', () => {
  const withheld = writeAll(parquetFormat, goldenProject(), {
    generator: { name: 'Counterpoint', version: '1' },
    exportedAt: '2026-01-01T00:00:00.000Z',
    withholdsText: true
  }).files
  for (const { bytes } of withheld) expect(Buffer.from(bytes).includes('silence')).toBe(false)
})
