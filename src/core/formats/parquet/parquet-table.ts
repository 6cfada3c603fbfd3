import { ByteWriter } from 'hyparquet-writer/src/bytewriter.js'
import { ParquetWriter } from 'hyparquet-writer/src/parquet-writer.js'
import { schemaOf, type Column } from './parquet-schema'

/** Few enough rows to encode within a few milliseconds; readers take them as one row group. */
const rowsPerGroup = 500
/** In UTF-16 units of whole articles: one takes as long to encode as hundreds of annotations. */
const weightPerGroup = 256 * 1024
const bytesPerChunk = 512 * 1024

type Row = Readonly<Record<string, unknown>>

/** A table as a Parquet file. Rows are taken one group at a time; the file itself is held until its end. */
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
    createdBy: 'Counterpoint'
  })
  const names = columns.flatMap(([head]) => (head === undefined ? [] : [head.name]))
  const write = (group: readonly Row[]) => {
    const columnData = names.map(name => ({ name, data: group.map(row => row[name] ?? null) }))
    void parquet.write({ columnData, rowGroupSize: rowsPerGroup })
  }
  let group: Row[] = []
  let weight = 0
  for (const row of rows) {
    group.push(row)
    weight += weightOf(row)
    if (group.length < rowsPerGroup && weight < weightPerGroup) continue
    write(group)
    group = []
    weight = 0
    // Nothing is ready yet, but who writes can rest here.
    yield new Uint8Array(0)
  }
  if (group.length > 0) write(group)
  void parquet.finish()
  const bytes = new Uint8Array(writer.getBuffer())
  for (let at = 0; at < bytes.length; at += bytesPerChunk) yield bytes.subarray(at, at + bytesPerChunk)
}

function weightOf(row: Row): number {
  return typeof row['text'] === 'string' ? row['text'].length : 0
}
