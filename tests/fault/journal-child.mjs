// A process to be killed: appends to the journal in the folder given as fast as it can and says on its
// output what was acknowledged. `node journal-child.mjs <folder> <prefix of ids>`
import { writeSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { importTypeScript } from '../../scripts/run-ts.mjs'

const storage = path.join(import.meta.dirname, '../../src/main/storage')
const [{ diskFiles }, { JournalWriter }, { readHead }] = await Promise.all(
  ['disk-files.ts', 'journal-writer.ts', 'journal-reader.ts'].map(file =>
    importTypeScript(path.join(storage, file))
  )
)

const [, , folder, prefix] = process.argv
const projectId = 'project-1'
const before = await readHead(diskFiles, folder)
if (!before.ok) throw new Error(before.error.message)
const { head } = before.value
const writer = new JournalWriter({
  files: diskFiles,
  folder,
  projectId,
  generator: 'Counterpoint 0.1.0',
  head,
  // Small files, so that many rounds die while one is begun.
  maximumFileBytes: 50_000
})

let count = 0

/** Says an id at once and past all buffers: what was said must be in the journal. */
async function appendOne() {
  count += 1
  const id = `${prefix}-${count}`
  const changeSet = {
    id,
    projectId,
    label: 'Write memo',
    at: '2026-01-01T12:00:00.000Z',
    annotatorId: 'annotator-1',
    operation: { kind: 'edit' },
    changes: [{ table: 'issues', id, before: null, after: { id, text: 'x'.repeat((count * 397) % 5000) } }]
  }
  const answer = await writer.append({ kind: 'change-set', changeSet })
  if (!answer.ok) throw new Error(answer.error.message)
  writeSync(1, `${id}\n`)
}

writeSync(1, 'ready\n')
for (let round = 1; ; round += 1) {
  const burst = round % 3 === 0 ? 20 : 1
  await Promise.all(Array.from({ length: burst }, appendOne))
}
