import { ByteWriter } from 'hyparquet-writer/src/bytewriter.js'
import { ParquetWriter } from 'hyparquet-writer/src/parquet-writer.js'
import { schemaOf, type Column } from './parquet-schema'

/** How many rows a group has at most: the first ones, slow until the engine has compiled the encoder, and all others. */
const rowsPerGroup = [25, 50, 100, 200, 400, 800]
const laterRowsPerGroup = 2000
/** In UTF-16 units of whole articles: one takes as long to encode as hundreds of annotations. */
const weightPerGroup = 64 * 1024
const bytesPerChunk = 64 * 1024
const rowsPerStep = 100
/** Nothing is ready yet, but who writes can rest here. */
const rest = new Uint8Array(0)

type Row = Readonly<Record<string, unknown>>

/** A table as a Parquet file. Rows are taken, and bytes given, one group at a time. */
export function* parquetTable(
  columns: readonly Column[],
  rows: Iterable<Row>,
  metadata: Readonly<Record<string, string>>
): Generator<Uint8Array> {
  const writer = new ByteWriter()
  const parquet = new ParquetWriter({
    writer,
    schema: schemaOf(columns),
    kvMetadata: Object.entries(metadata).map(([key, value]) => ({ key, value })),
    createdBy: 'Counterpoint',
    // Least and greatest values of so small groups spare readers little, and writing them blocks the end for long.
    statistics: false
  })
  const names = columns.flatMap(([head]) => (head === undefined ? [] : [head.name]))
  // What the writer holds is taken from it: a buffer that grows with the file is copied whole again and again.
  function* written(): Generator<Uint8Array> {
    const bytes = writer.getBytes().slice()
    writer.index = 0
    yield rest
    for (let at = 0; at < bytes.length; at += bytesPerChunk) yield bytes.subarray(at, at + bytesPerChunk)
  }
  // A column at a time as a group of its own, which then becomes one of all: between two of them who writes can rest.
  function* write(group: readonly Row[]): Generator<Uint8Array> {
    for (const name of names) {
      // A group is one page of each column, so that an index of pages would tell nothing.
      const column = { name, data: group.map(row => row[name] ?? null), offsetIndex: false }
      void parquet.write({ columnData: [column], rowGroupSize: group.length })
      yield* written()
    }
    const columns = parquet.row_groups.splice(-names.length)
    const sumOf = (bytesOf: (part: (typeof columns)[number]) => bigint | undefined) =>
      columns.reduce((sum, part) => sum + (bytesOf(part) ?? 0n), 0n)
    parquet.row_groups.push({
      columns: columns.flatMap(part => part.columns),
      total_byte_size: sumOf(part => part.total_byte_size),
      total_compressed_size: sumOf(part => part.total_compressed_size),
      num_rows: BigInt(group.length)
    })
    parquet.num_rows -= BigInt(group.length * (names.length - 1))
  }
  let group: Row[] = []
  let weight = 0
  let groups = 0
  for (const row of rows) {
    group.push(row)
    weight += weightOf(row)
    const isFull = group.length === (rowsPerGroup[groups] ?? laterRowsPerGroup) || weight >= weightPerGroup
    if (isFull || group.length % rowsPerStep === 0) yield rest
    if (!isFull) continue
    yield* write(group)
    group = []
    weight = 0
    groups += 1
  }
  if (group.length > 0) yield* write(group)
  yield rest
  void parquet.finish()
  yield* written()
}

function weightOf(row: Row): number {
  return typeof row['text'] === 'string' ? row['text'].length : 0
}
