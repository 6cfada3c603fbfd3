/**
 * A process to be killed: appends to the journal in the folder given as fast as it can and says on its output
 * what was acknowledged. `node scripts/run-ts.mjs tests/fault/journal-child.ts <folder> <prefix of ids>`
 */
import { writeSync } from 'node:fs'
import { diskFiles } from '../../src/main/storage/disk-files'
import { readHead } from '../../src/main/storage/journal-reader'
import { JournalWriter } from '../../src/main/storage/journal-writer'
import { changeEntry, projectId } from '../main/storage/journal-sample'

const [, , folder = '', prefix = ''] = process.argv
const before = await readHead(diskFiles, folder)
if (!before.ok) throw new Error(before.error.message)
const writer = new JournalWriter({
  files: diskFiles,
  folder,
  projectId,
  generator: 'Counterpoint 0.1.0',
  head: before.value.head,
  // Small files, so that many rounds die while one is begun.
  maximumFileBytes: 50_000
})

let count = 0

/** Says an id at once and past all buffers: what was said must be in the journal. */
async function appendOne(): Promise<void> {
  count += 1
  const id = `${prefix}-${count}`
  const answer = await writer.append(changeEntry(id, 'x'.repeat((count * 397) % 5000)))
  if (!answer.ok) throw new Error(answer.error.message)
  writeSync(1, `${id}\n`)
}

writeSync(1, 'ready\n')
for (let round = 1; ; round += 1) {
  const burst = round % 3 === 0 ? 20 : 1
  await Promise.all(Array.from({ length: burst }, appendOne))
}
