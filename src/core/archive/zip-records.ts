import { encodeUtf8 } from '../project/utf8'

/** One file of an archive that is being written, once its size is known. */
export interface WrittenEntry {
  name: Uint8Array
  crc32: number
  packedBytes: number
  inflatedBytes: number
  /** Where its local header begins. */
  offset: number
}

/** As ZIP writes it: MS-DOS date and time, two seconds fine, without a zone; ours is UTC. */
export interface ZipTime {
  date: number
  time: number
}

const most32 = 0xffffffff
const most16 = 0xffff
/** Sizes follow the data, since they are not known before; the name is in UTF-8. */
const flags = 0x0808
const deflated = 8
const version = 20
const version64 = 45
/** Made on Unix, so that the mode below counts: a plain file that its owner may write. */
const madeBy = 0x0300
const mode = 0o100644 * 0x10000

/** Of an ISO 8601 instant; earlier than 1980, which ZIP cannot say, is its first day. */
export function zipTimeOf(instant: string): ZipTime {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = (instant.match(/\d+/g) ?? []).map(
    Number
  )
  if (year < 1980 || year > 2107) return { date: 0x21, time: 0 }
  return {
    date: ((year - 1980) << 9) | (month << 5) | day,
    time: (hour << 11) | (minute << 5) | (second >> 1)
  }
}

export function encodeEntryName(name: string): Uint8Array {
  return encodeUtf8(name)
}

/** APPNOTE 6.3, 4.3.7. */
export function localHeader(name: Uint8Array, { date, time }: ZipTime): Uint8Array {
  const record = new Record(30 + name.length)
  record.u32(0x04034b50).u16(version).u16(flags).u16(deflated).u16(time).u16(date)
  record.u32(0).u32(0).u32(0).u16(name.length).u16(0)
  return record.append(name)
}

/** APPNOTE 6.3, 4.3.9. */
export function dataDescriptor(entry: WrittenEntry): Uint8Array {
  const record = new Record(16)
  return record.u32(0x08074b50).u32(entry.crc32).u32(entry.packedBytes).u32(entry.inflatedBytes).bytes
}

/** APPNOTE 6.3, 4.3.12, with a ZIP64 field for a file that begins beyond 4 GiB. */
export function directoryEntry(entry: WrittenEntry, { date, time }: ZipTime): Uint8Array {
  const isFar = entry.offset >= most32
  const record = new Record(46 + entry.name.length + (isFar ? 12 : 0))
  record
    .u32(0x02014b50)
    .u16(madeBy | version)
    .u16(isFar ? version64 : version)
  record.u16(flags).u16(deflated).u16(time).u16(date)
  record.u32(entry.crc32).u32(entry.packedBytes).u32(entry.inflatedBytes)
  record
    .u16(entry.name.length)
    .u16(isFar ? 12 : 0)
    .u16(0)
    .u16(0)
    .u16(0)
    .u32(mode)
  record.u32(isFar ? most32 : entry.offset)
  record.append(entry.name)
  if (isFar) record.u16(1).u16(8).u64(entry.offset)
  return record.bytes
}

/** APPNOTE 6.3, 4.3.14–4.3.16: the ZIP64 records only where the old ones cannot say it. */
export function endOfDirectory(count: number, offset: number, bytes: number): Uint8Array {
  const isLarge = count >= most16 || offset >= most32
  const record = new Record(isLarge ? 98 : 22)
  if (isLarge) {
    record
      .u32(0x06064b50)
      .u64(44)
      .u16(madeBy | version64)
      .u16(version64)
      .u32(0)
      .u32(0)
    record.u64(count).u64(count).u64(bytes).u64(offset)
    record
      .u32(0x07064b50)
      .u32(0)
      .u64(offset + bytes)
      .u32(1)
  }
  record.u32(0x06054b50).u16(0).u16(0)
  record.u16(Math.min(count, most16)).u16(Math.min(count, most16))
  return record.u32(bytes).u32(Math.min(offset, most32)).u16(0).bytes
}

/** Little-endian numbers, one behind the other. */
class Record {
  readonly bytes: Uint8Array
  readonly #view: DataView
  #at = 0

  constructor(length: number) {
    this.bytes = new Uint8Array(length)
    this.#view = new DataView(this.bytes.buffer)
  }

  u16(value: number): this {
    this.#view.setUint16(this.#at, value, true)
    this.#at += 2
    return this
  }

  u32(value: number): this {
    this.#view.setUint32(this.#at, value, true)
    this.#at += 4
    return this
  }

  u64(value: number): this {
    this.#view.setBigUint64(this.#at, BigInt(value), true)
    this.#at += 8
    return this
  }

  append(bytes: Uint8Array): Uint8Array {
    this.bytes.set(bytes, this.#at)
    this.#at += bytes.length
    return this.bytes
  }
}
