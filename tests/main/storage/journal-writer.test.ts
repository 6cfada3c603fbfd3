import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readHead, verifyJournal } from '../../../src/main/storage/journal-reader'
import {
  changeEntry,
  changeSetsOf,
  folder,
  prepareFolder,
  readItems,
  readSession,
  writerOn
} from './journal-sample'
import { RecordingFiles, type Failing } from './recording-files'

const idsOf = (changeSets: readonly { id: string }[]) => changeSets.map(({ id }) => id)

async function freshFiles(): Promise<RecordingFiles> {
  const files = new RecordingFiles()
  await prepareFolder(files)
  return files
}

test('100 changes at once cost one sync, and each gets its own head', async () => {
  const files = await freshFiles()
  const writer = writerOn(files)
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, n) => writer.append(changeEntry(`c${n}`)))
  )
  expect(files.count('sync')).toBeLessThanOrEqual(3)
  expect(answers.map(answer => answer.ok && answer.value.sequence)).toEqual(answers.map((_, n) => n + 2))
  expect(answers.at(-1)).toEqual({ ok: true, value: writer.head() })
})

test('what comes during a sync shares the next one', async () => {
  const files = await freshFiles()
  const writer = writerOn(files)
  await writer.append(changeEntry('first'))
  const before = files.count('sync')
  const all = [writer.append(changeEntry('a'))]
  await new Promise(resolve => setImmediate(resolve))
  for (let n = 0; n < 50; n += 1) all.push(writer.append(changeEntry(`b${n}`)))
  await Promise.all(all)
  expect(files.count('sync') - before).toBeLessThanOrEqual(2)
})

test('every session and every full file begins a new file', async () => {
  const files = await freshFiles()
  const writer = writerOn(files, undefined, 1500)
  for (let n = 0; n < 6; n += 1) await writer.append(changeEntry(`c${n}`))
  await writer.close()
  const names = await files.readFolder(folder)
  expect(names.length).toBe(2)
  const second = writerOn(files, writer.head())
  await second.append(changeEntry('c6'))
  await second.close()
  await second.append(changeEntry('c7'))
  expect((await files.readFolder(folder)).sort()).toEqual([1, 2, 3, 4].map(n => `journal-000${n}.jsonl`))
  const items = await readItems(files)
  expect(items.every(item => item.kind === 'record')).toBe(true)
  expect(idsOf(changeSetsOf(items))).toEqual([0, 1, 2, 3, 4, 5, 6, 7].map(n => `c${n}`))
  expect(await readHead(files, folder)).toMatchObject({ ok: true, value: { head: second.head() } })
})

test('a project without any change has no journal file and no head', async () => {
  const files = await freshFiles()
  await writerOn(files).close()
  expect(await files.readFolder(folder)).toEqual([])
  expect(await readHead(files, folder)).toMatchObject({ ok: true, value: { head: { sequence: 0 } } })
})

test('a line of 5 MB goes through', async () => {
  const files = await freshFiles()
  const long = 'x'.repeat(5_000_000)
  await writerOn(files).append(changeEntry('long', long))
  expect(changeSetsOf(await readItems(files))[0]?.changes[0]?.after).toMatchObject({ question: long })
})

test('an entry that cannot be put into a line is refused alone', async () => {
  const files = await freshFiles()
  const writer = writerOn(files)
  const unspeakable = changeEntry('huge')
  Object.assign(unspeakable, {
    changeSet: {
      toJSON: () => {
        throw new RangeError('Invalid string length')
      }
    }
  })
  const answers = await Promise.all(
    ['a', 'huge', 'b'].map(id => writer.append(id === 'huge' ? unspeakable : changeEntry(id)))
  )
  expect(answers.map(answer => (answer.ok ? 'ok' : answer.error.code))).toEqual(['ok', 'too-large', 'ok'])
  expect(idsOf(changeSetsOf(await readItems(files)))).toEqual(['a', 'b'])
})

test('what an earlier session left in memory is synced before anything is built upon it', async () => {
  const files = await freshFiles()
  const first = writerOn(files)
  await first.append(changeEntry('a'))
  const syncs = files.count('sync')
  const second = writerOn(files, first.head())
  expect(await second.settle()).toMatchObject({ ok: true })
  expect(files.count('sync')).toBe(syncs + 1)
  files.failing = step => (step === 'sync' ? 'EIO' : undefined)
  expect(await writerOn(files, first.head()).settle()).toMatchObject({ error: { code: 'disk-error' } })
})

test.each([
  ['the last file has its header', 'whole', 1],
  ['the last file was torn in its header: what counts may stand in the one before', 'torn', 2]
])('settling syncs no more files than needed, and the folder: %s', async (_name, last, expected) => {
  const files = await freshFiles()
  const writer = writerOn(files)
  for (const id of ['a', 'b', 'c']) {
    await writer.append(changeEntry(id))
    await writer.close()
  }
  if (last === 'torn') files.overwrite(`${folder}/journal-0003.jsonl`, Buffer.from('{"crc":"0123'))
  const [syncs, folders] = [files.count('sync'), files.count('sync-folder')]
  await writerOn(files, writer.head()).settle()
  expect(files.count('sync') - syncs).toBe(expected)
  expect(files.count('sync-folder') - folders).toBe(1)
})

describe('when the disk fails', () => {
  const cases: [string, Failing, string][] = [
    ['error at sync', step => (step === 'sync' ? 'EIO' : undefined), 'disk-error'],
    ['full disk', step => (step === 'write' ? 'ENOSPC' : undefined), 'disk-full'],
    ['full half way', step => (step === 'write' ? { code: 'ENOSPC', bytes: 100 } : undefined), 'disk-full'],
    [
      'full after a whole line',
      step => (step === 'write' ? { code: 'ENOSPC', bytes: 480 } : undefined),
      'disk-full'
    ],
    ['error at syncing the folder', step => (step === 'sync-folder' ? 'EIO' : undefined), 'disk-error'],
    ['read-only disk', step => (['write', 'open'].includes(step) ? 'EROFS' : undefined), 'read-only']
  ]
  test.each(cases)('%s: refused, and the next change goes to a new file', async (_name, failing, code) => {
    const files = await freshFiles()
    const writer = writerOn(files)
    if (code !== 'disk-error' || _name === 'error at sync') await writer.append(changeEntry('before'))
    const head = writer.head()
    const namesBefore = await files.readFolder(folder)
    files.failing = failing
    const refused = await Promise.all([
      writer.append(changeEntry('refused-1')),
      writer.append(changeEntry('refused-2'))
    ])
    if (_name === 'read-only disk') await writer.append(changeEntry('refused-3'))
    expect(refused.map(answer => (answer.ok ? 'ok' : answer.error.code))).toEqual([code, code])
    expect(writer.head()).toEqual(head)
    expect(await files.readFolder(folder)).toEqual(namesBefore)

    files.failing = () => undefined
    expect(await writer.append(changeEntry('after'))).toMatchObject({ ok: true })
    expect((await files.readFolder(folder)).length).toBe(namesBefore.length + 1)
    const items = await readItems(files)
    const expected = head.sequence === 0 ? ['after'] : ['before', 'after']
    expect(idsOf(changeSetsOf(items))).toEqual(expected)
    expect(items.filter(item => item.kind === 'damage')).toEqual([])
    expect(await verifyJournal(files, folder)).toMatchObject({
      ok: true,
      value: { head: writer.head(), damage: [] }
    })
  })
})

interface Round {
  bursts: number[]
  maximumFileBytes: number
  failures: number[]
  isNewSession: boolean
}

const rounds: fc.Arbitrary<Round[]> = fc.array(
  fc.record({
    bursts: fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 6 }),
    maximumFileBytes: fc.integer({ min: 1, max: 4000 }),
    failures: fc.array(fc.nat(40), { maxLength: 4 }),
    isNewSession: fc.boolean()
  }),
  { minLength: 1, maxLength: 5 }
)

test('whatever fails, what was acknowledged is read back, and what was refused stays away', async () => {
  await fc.assert(
    fc.asyncProperty(rounds, fc.nat(2000), async (script, tornBytes) => {
      const files = await freshFiles()
      const seen = { acknowledged: [] as string[], refused: [] as string[], count: 0 }
      let writer = writerOn(files)
      for (const round of script) {
        if (round.isNewSession) {
          files.failing = () => undefined
          await writer.close()
          const session = await readSession(files)
          // What was refused last may have come through after all; from here on it counts.
          expect(idsOf(session.changeSets).slice(0, seen.acknowledged.length)).toEqual(seen.acknowledged)
          seen.acknowledged = idsOf(session.changeSets)
          seen.refused = seen.refused.filter(id => !seen.acknowledged.includes(id))
          writer = writerOn(files, session.head, round.maximumFileBytes)
        }
        let steps = 0
        files.failing = step => {
          steps += 1
          if (!round.failures.includes(steps)) return undefined
          return step === 'write' ? { code: 'ENOSPC', bytes: tornBytes } : 'EIO'
        }
        for (const burst of round.bursts) {
          const ids = Array.from({ length: burst }, () => `c${(seen.count += 1)}`)
          const answers = await Promise.all(ids.map(id => writer.append(changeEntry(id))))
          answers.forEach((answer, n) => (answer.ok ? seen.acknowledged : seen.refused).push(ids[n]!))
        }
      }
      files.failing = () => undefined
      expect(await writer.append(changeEntry('last'))).toMatchObject({ ok: true })
      const items = await readItems(files)
      expect(idsOf(changeSetsOf(items))).toEqual([...seen.acknowledged, 'last'])
      expect(items.filter(item => item.kind === 'damage')).toEqual([])
    }),
    { numRuns: 150 }
  )
})
