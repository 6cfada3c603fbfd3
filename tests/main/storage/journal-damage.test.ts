import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeLine, journalStart, type JournalEntry } from '../../../src/main/storage/journal-line'
import {
  readHead,
  readJournal,
  verifyJournal,
  type JournalItem
} from '../../../src/main/storage/journal-reader'
import {
  changeEntry,
  changeSetsOf,
  folder,
  prepareFolder,
  projectId,
  readItems,
  recordsOf,
  writerOn
} from './journal-sample'
import { RecordingFiles } from './recording-files'

/** Three files: lines 1–5, 6–10 and 11–15, each with its header; lines of 300 to 3,000 bytes. */
async function sampleJournal(): Promise<{ files: RecordingFiles; names: string[]; original: JournalItem[] }> {
  const files = new RecordingFiles()
  await prepareFolder(files)
  let head = journalStart
  for (let n = 0; n < 12; n += 4) {
    const writer = writerOn(files, head)
    for (let k = n; k < n + 4; k += 1)
      await writer.append(changeEntry(`c${k}`, 'x'.repeat(((k * 37) % 10) * 300)))
    await writer.close()
    head = writer.head()
  }
  const names = (await files.readFolder(folder)).sort()
  return { files, names, original: await readItems(files) }
}

interface Damage {
  bytes: Buffer
  /** Numbers of the lines that it touched, from 1. */
  touched: number[]
}

/** Numbers of the lines that bytes [start, end) lie in; a "\n" belongs to the line it ends. */
function linesAt(bytes: Buffer, start: number, end: number): number[] {
  const numberAt = (at: number) => bytes.subarray(0, at).filter(byte => byte === 10).length + 1
  const first = numberAt(start)
  return Array.from({ length: numberAt(Math.max(start, end - 1)) - first + 1 }, (_, n) => first + n)
}

const kinds: Record<string, (bytes: Buffer, at: number, mask: number) => Damage> = {
  'a byte is another': (bytes, at, mask) => {
    const damaged = Buffer.from(bytes)
    damaged[at] = damaged[at]! ^ mask
    return { bytes: damaged, touched: linesAt(bytes, at, at + 1) }
  },
  'a page of zeros': (bytes, at) => {
    const start = Math.floor(at / 4096) * 4096
    const end = Math.min(start + 4096, bytes.length)
    return { bytes: Buffer.from(bytes).fill(0, start, end), touched: linesAt(bytes, start, end) }
  },
  'cut off': (bytes, at) => ({ bytes: bytes.subarray(0, at), touched: linesAt(bytes, at, bytes.length) }),
  'a byte too many': (bytes, at, mask) => ({
    bytes: Buffer.concat([bytes.subarray(0, at), Buffer.from([mask]), bytes.subarray(at)]),
    touched: linesAt(bytes, Math.max(at - 1, 0), at + 1)
  }),
  'a line is gone': (bytes, at) => {
    const start = at === 0 ? 0 : bytes.lastIndexOf(10, at - 1) + 1
    const end = bytes.indexOf(10, at) + 1
    return {
      bytes: Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]),
      touched: linesAt(bytes, start, end)
    }
  }
}

describe.each(Object.entries(kinds))('%s', (kind, inflict) => {
  test('costs the lines it touched and no other, and is reported with file and line', async () => {
    const { files, names, original } = await sampleJournal()
    const records = recordsOf(original)
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (name, position, mask) => {
          const whole = await files.readFile(`${folder}/${name}`)
          const { bytes, touched } = inflict(whole, position % whole.length, mask)
          files.overwrite(`${folder}/${name}`, bytes)
          const items = await readItems(files)
          const verified = await verifyJournal(files, folder)
          files.overwrite(`${folder}/${name}`, whole)

          const read = recordsOf(items)
          const untouched = records.filter(record => record.file !== name || !touched.includes(record.line))
          const readBySequence = new Map(read.map(record => [record.sequence, record]))
          for (const { sequence, entry, head } of untouched) {
            expect(readBySequence.get(sequence)).toMatchObject({ entry, head })
          }
          for (const { sequence, entry } of read) expect(records[sequence - 1]?.entry).toEqual(entry)
          expect(read.map(record => record.sequence)).toEqual(
            [...readBySequence.keys()].sort((a, b) => a - b)
          )

          const reports = items.filter(item => item.kind !== 'record')
          const lost = records.filter(record => !readBySequence.has(record.sequence))
          const isEndOfJournal = lost.length > 0 && lost.at(-1)?.sequence === records.length
          // A whole line missing at the very end is the one thing that only another copy can tell.
          if (lost.length > 0 && !isEndOfJournal) expect(reports).not.toEqual([])
          if (kind === 'a byte is another' || kind === 'a page of zeros') {
            const places = reports.map(item => (item.kind === 'damage' ? item.damage : item))
            expect(places).toContainEqual(expect.objectContaining({ file: name, line: touched[0] }))
          }
          const damage = items.flatMap(item => (item.kind === 'damage' ? [item.damage] : []))
          expect(verified).toMatchObject({ ok: true, value: { records: read.length, damage } })
        }
      ),
      { numRuns: 150 }
    )
  })
})

test('two lines that changed places are put back, and both are reported', async () => {
  const { files, names, original } = await sampleJournal()
  const line = fc.nat(4)
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...names), line, line, async (name, a, b) => {
      fc.pre(a !== b)
      const whole = await files.readFile(`${folder}/${name}`)
      const lines = whole.toString().split('\n')
      ;[lines[a], lines[b]] = [lines[b]!, lines[a]!]
      files.overwrite(`${folder}/${name}`, Buffer.from(lines.join('\n')))
      const items = await readItems(files)
      files.overwrite(`${folder}/${name}`, whole)
      expect(changeSetsOf(items)).toEqual(changeSetsOf(original))
      const reported = items.flatMap(item => (item.kind === 'damage' ? [item.damage] : []))
      const lineNumbers = reported.map(({ line }) => line).sort()
      expect(lineNumbers).toEqual([a + 1, b + 1].sort())
      expect(reported.every(damage => damage.kind === 'misplaced' && damage.file === name)).toBe(true)
    }),
    { numRuns: 60 }
  )
})

test('a line break that became another byte costs no line', async () => {
  const { files, names, original } = await sampleJournal()
  const path = `${folder}/${names[1]!}`
  const bytes = await files.readFile(path)
  bytes[bytes.indexOf(10)] = 11
  bytes[bytes.length - 1] = 0
  files.overwrite(path, bytes)
  const items = await readItems(files)
  expect(changeSetsOf(items)).toEqual(changeSetsOf(original))
  const damage = items.flatMap(item => (item.kind === 'damage' ? [item.damage] : []))
  // The first and the second line have become one.
  expect(damage.map(({ kind, line }) => [kind, line])).toEqual([
    ['line', 1],
    ['line', 4]
  ])
})

test('a line that stands there twice counts once', async () => {
  const { files, names, original } = await sampleJournal()
  const path = `${folder}/${names[1]!}`
  const whole = (await files.readFile(path)).toString()
  const second = whole.split('\n')[1]!
  files.overwrite(path, Buffer.from(`${whole}${second}\n`))
  const items = await readItems(files)
  expect(changeSetsOf(items)).toEqual(changeSetsOf(original))
  expect(items).toContainEqual({
    kind: 'damage',
    damage: expect.objectContaining({ kind: 'line', reason: 'repeated', file: names[1] }) as unknown
  })
})

test('a file that is gone leaves a gap that is reported', async () => {
  const { files, names } = await sampleJournal()
  await files.removeFile(`${folder}/${names[1]!}`)
  const items = await readItems(files)
  expect(items.filter(item => item.kind !== 'record')).toEqual([
    { kind: 'damage', damage: { kind: 'missing', from: 6, to: 10, file: names[2], line: 1 } }
  ])
})

test('a line whose history was exchanged does not fit the chain, and is delivered', async () => {
  const files = new RecordingFiles()
  await prepareFolder(files)
  await writerOn(files, { sequence: 0, hash: 'f'.repeat(64) }).append(changeEntry('a'))
  expect((await readItems(files))[0]).toMatchObject({
    kind: 'damage',
    damage: { kind: 'chain', sequence: 1, line: 1 }
  })
  expect(changeSetsOf(await readItems(files)).length).toBe(1)
})

test('a sound line of a shape we do not know is set aside with its bytes', async () => {
  const files = new RecordingFiles()
  await prepareFolder(files)
  const writer = writerOn(files)
  await writer.append({ kind: 'change-set', changeSet: { id: 'odd' } } as unknown as JournalEntry)
  await writer.append(changeEntry('a'))
  const items = await readItems(files)
  const damage = items.flatMap(item => (item.kind === 'damage' ? [item.damage] : []))
  expect(damage).toMatchObject([{ kind: 'line', reason: 'not-valid', line: 2 }])
  expect(damage[0]?.kind === 'line' && damage[0].bytes.toString()).toContain('"id":"odd"')
  expect(changeSetsOf(items).map(({ id }) => id)).toEqual(['a'])
})

test('damage that was written down is known from then on', async () => {
  const { files, names } = await sampleJournal()
  const path = `${folder}/${names[0]!}`
  const bytes = await files.readFile(path)
  bytes[bytes.indexOf(10) + 40] = 0
  files.overwrite(path, bytes)
  const before = await verifyJournal(files, folder)
  expect(before).toMatchObject({
    ok: true,
    value: {
      damage: [
        { kind: 'line', line: 2 },
        { kind: 'missing', from: 2 }
      ]
    }
  })
  if (!before.ok) return
  const repair = { damage: [{ file: names[0]!, line: 2 }], missing: [{ from: 2, to: 2 }] }
  await writerOn(files, before.value.head).append({ kind: 'repair', repair })
  expect(await verifyJournal(files, folder)).toMatchObject({
    ok: true,
    value: { damage: [], known: before.value.damage }
  })
})

test('reading after a head gives what follows it, wherever it stands', async () => {
  const { files, original } = await sampleJournal()
  const records = recordsOf(original)
  for (const { head, sequence } of records) {
    expect(await readItems(files, head)).toEqual(original.slice(sequence))
  }
  const other = { sequence: 7, hash: 'a'.repeat(64) }
  expect((await readItems(files, other))[0]).toMatchObject({ damage: { kind: 'chain', sequence: 8 } })
})

test('damage before the head that one reads after is nobody’s concern', async () => {
  const { files, names, original } = await sampleJournal()
  const path = `${folder}/${names[1]!}`
  const bytes = await files.readFile(path)
  bytes[bytes.indexOf(10) + 40] = 0
  files.overwrite(path, bytes)
  const head = recordsOf(original)[8]!.head
  expect(await readItems(files, head)).toEqual(original.slice(9))
})

test.each([1, 2])(
  'a journal with a file of a newer version is refused, whichever it is: file %i',
  async which => {
    const files = new RecordingFiles()
    await prepareFolder(files)
    const writer = writerOn(files)
    await writer.append(changeEntry('a'))
    await writer.close()
    await writer.append(changeEntry('b'))
    const header = { format: 'counterpoint-journal', version: 2, projectId, generator: 'later' } as const
    const { bytes } = encodeLine({ kind: 'header', header }, { ...journalStart, sequence: which * 2 - 2 })
    files.overwrite(`${folder}/journal-000${which}.jsonl`, bytes)
    const refused = { ok: false, error: { code: 'newer-version' } }
    expect(await readJournal(files, folder)).toMatchObject(refused)
    expect(await verifyJournal(files, folder)).toMatchObject(refused)
    if (which === 2) expect(await readHead(files, folder)).toMatchObject(refused)
  }
)

test('a file that cannot be read is a failure, not an empty file: nobody may write after it', async () => {
  const { files } = await sampleJournal()
  files.failing = (step, path) => (step === 'read' && path.endsWith('3.jsonl') ? 'EIO' : undefined)
  const failure = { ok: false, error: { code: 'disk-error' } }
  expect(await readJournal(files, folder)).toMatchObject(failure)
  expect(await verifyJournal(files, folder)).toMatchObject(failure)
  expect(await readHead(files, folder)).toMatchObject(failure)
})
