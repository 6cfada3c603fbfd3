import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  filesIn,
  makeProject,
  must,
  openStorage,
  projectId,
  rowsOf,
  stateOf,
  writeMemo
} from '../main/storage/project-sample'
import { faultRounds, reportFault } from './fault-report'

const rounds = faultRounds(10)
const child = join(import.meta.dirname, 'restore-child.mjs')

/**
 * Starts a process that restores, kills it `delay` milliseconds after it began to write, and answers what it
 * said was done.
 */
async function killWhileRestoring(userData: string, backup: string, delay: number): Promise<string[]> {
  const args = [child, userData, projectId, backup]
  const restorer = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const closed = once(restorer, 'close')
  let said = ''
  let complaints = ''
  let timer: NodeJS.Timeout | undefined
  restorer.stdout.on('data', (piece: Buffer) => {
    timer ??= setTimeout(() => restorer.kill('SIGKILL'), delay)
    said += piece.toString()
  })
  restorer.stderr.on('data', (piece: Buffer) => (complaints += piece.toString()))
  const [code, signal] = (await closed) as [number | null, string | null]
  clearTimeout(timer)
  if (signal !== 'SIGKILL') throw new Error(`the restorer ended by itself (${code}): ${complaints}`)
  // A line without its end was cut off while it was said.
  return said
    .split('\n')
    .slice(0, -1)
    .filter(line => line !== 'writing')
}

async function unfinished(userData: string): Promise<string[]> {
  return (await readdir(join(userData, 'projects'))).filter(name => name.startsWith('incoming-'))
}

test(
  `a restore that is killed leaves a whole project or none, and the old one as it was, ${rounds} times`,
  { timeout: 20_000 * rounds },
  async () => {
    const userData = await mkdtemp(join(tmpdir(), 'restore-kill-'))
    try {
      const first = openStorage(userData)
      const store = await makeProject(first, 5000)
      await writeMemo(store, 'n7', 'in the backup')
      const backup = must(await store.takeSnapshot())?.name ?? ''
      const expected = rowsOf(await stateOf(first, projectId))
      const { folder } = store.place
      await first.close(null)
      const before = await filesIn(folder)

      let leftovers = 0
      let whole = 0
      for (let round = 1; round <= rounds; round += 1) {
        const acknowledged = await killWhileRestoring(
          userData,
          backup,
          Math.random() * (round % 2 === 0 ? 20 : 300)
        )
        leftovers += (await unfinished(userData)).length
        const storage = openStorage(userData)
        const { projects, unavailable } = await storage.check()
        const ids = projects.map(project => project.projectId)
        expect(unavailable).toEqual([])
        expect(ids).toEqual(expect.arrayContaining([projectId, ...acknowledged]))
        expect(await unfinished(userData)).toEqual([])
        for (const id of ids) {
          expect(rowsOf(await stateOf(storage, id))).toEqual(expected)
          // Looked at once; the next round starts with the old project alone.
          if (id !== projectId) whole += 1
        }
        const folders = ids.filter(id => id !== projectId).map(id => storage.project(id))
        const places = (await Promise.all(folders)).map(one => must(one).place.folder)
        await storage.close(null)
        for (const place of places) await rm(place, { recursive: true })
        expect(await filesIn(folder)).toEqual(before)
      }
      expect(leftovers).toBeGreaterThan(0)
      reportFault({
        fault: 'Restore of a backup killed',
        rounds,
        lookedFor: whole + rounds,
        lost: 0,
        seen: `${whole} whole projects, ${leftovers} unfinished ones removed, 0 half ones; the old one was as before`
      })
    } finally {
      await rm(userData, { recursive: true, force: true })
    }
  }
)
