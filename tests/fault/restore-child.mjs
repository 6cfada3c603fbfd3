// A process to be killed: restores a backup as a new project again and again and says on its output when it
// writes and which ones were finished. `node restore-child.mjs <profile folder> <project id> <backup>`
import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { importTypeScript } from '../../scripts/run-ts.mjs'

const storageFolder = path.join(import.meta.dirname, '../../src/main/storage')
const [{ diskFiles }, { Storage }, { restoreBackup }] = await Promise.all(
  ['disk-files.ts', 'storage.ts', 'restore-backup.ts'].map(file =>
    importTypeScript(path.join(storageFolder, file))
  )
)

const [, , userData, projectId, backup] = process.argv
const now = () => '2026-02-02T00:00:00.000Z'
const storage = new Storage({
  files: diskFiles,
  userData,
  generator: 'Counterpoint test',
  now,
  log: () => undefined
})
await storage.check()

for (;;) {
  const request = { projectId, backup, title: 'Restored', newProjectId: randomUUID(), newId: randomUUID, now }
  let isWriting = false
  /** @param {number} done @param {number} total */
  const onProgress = (done, total) => {
    if (isWriting || done < total * 0.34) return
    isWriting = true
    writeSync(1, 'writing\n')
  }
  const answer = await restoreBackup(storage, request, onProgress)
  if (!answer.ok) throw new Error(answer.error.message)
  writeSync(1, `${answer.value.projectId}\n`)
}
