/** Prints how long saving and verifying take here: `node scripts/run-ts.mjs tests/fault/journal-figures.ts` */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { diskFiles } from '../../src/main/storage/disk-files'
import { journalStart } from '../../src/main/storage/journal-line'
import { readHead, readJournal, verifyJournal } from '../../src/main/storage/journal-reader'
import { JournalWriter } from '../../src/main/storage/journal-writer'
import { changeEntry, projectId } from '../main/storage/journal-sample'

const singles = 1_000
const records = 200_000
const folder = await mkdtemp(join(tmpdir(), 'journal-figures-'))
const writer = new JournalWriter({
  files: diskFiles,
  folder,
  projectId,
  generator: 'figures',
  head: journalStart
})
// With its frame a line of about 1 KB.
const entry = (n: number) => changeEntry(`c${n}`, 'x'.repeat(600))

async function timed<T>(work: () => Promise<T>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

async function readAll(): Promise<void> {
  const reading = await readJournal(diskFiles, folder)
  if (!reading.ok) throw new Error(reading.error.message)
  let read = 0
  for await (const item of reading.value) read += item.kind === 'record' ? 1 : 0
  if (read < records) throw new Error(`${read} of ${records} changes were read`)
}

async function appendBursts(): Promise<void> {
  for (let n = singles; n < records; n += 5_000) {
    await Promise.all(
      Array.from({ length: Math.min(5_000, records - n) }, (_, k) => writer.append(entry(n + k)))
    )
  }
}

try {
  const times: number[] = []
  for (let n = 0; n < singles; n += 1) times.push(await timed(() => writer.append(entry(n))))
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(share * singles)]?.toFixed(2)
  console.log(`acknowledgement of one change: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`)
  console.log(`${records - singles} changes in bursts: ${(await timed(appendBursts)).toFixed(0)} ms`)
  await writer.close()
  const sizes = await verifyJournal(diskFiles, folder)
  if (sizes.ok) console.log(`journal: ${sizes.value.records} lines, ${sizes.value.bytes} bytes`)
  console.log(`verify: ${(await timed(() => verifyJournal(diskFiles, folder))).toFixed(0)} ms`)
  console.log(`read and parse: ${(await timed(readAll)).toFixed(0)} ms`)
  console.log(`head only: ${(await timed(() => readHead(diskFiles, folder))).toFixed(1)} ms`)
} finally {
  await rm(folder, { recursive: true, force: true })
}
