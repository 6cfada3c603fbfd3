/**
 * A process whose disk fails now and then: appends to the journal in the folder given and says on its output
 * what was acknowledged and what refused. `node scripts/run-ts.mjs tests/fault/disk-error-child.ts <folder>`
 */
import { writeSync } from 'node:fs'
import { diskFiles } from '../../src/main/storage/disk-files'
import { journalStart } from '../../src/main/storage/journal-line'
import { JournalWriter } from '../../src/main/storage/journal-writer'
import { changeEntry, projectId } from '../main/storage/journal-sample'

const [, , folder = ''] = process.argv
const writer = new JournalWriter({
  files: diskFiles,
  folder,
  projectId,
  generator: 'Counterpoint 0.1.0',
  head: journalStart,
  maximumFileBytes: 20_000
})

let count = 0

async function appendOne(): Promise<void> {
  count += 1
  const id = `c${count}`
  const answer = await writer.append(changeEntry(id, 'x'.repeat((count * 397) % 3000)))
  writeSync(1, answer.ok ? `saved ${id}\n` : `refused ${id} ${answer.error.code}\n`)
}

for (let round = 1; round <= 40; round += 1) {
  await Promise.all(Array.from({ length: round % 3 === 0 ? 5 : 1 }, appendOne))
}
await writer.close()
writeSync(1, 'done\n')
