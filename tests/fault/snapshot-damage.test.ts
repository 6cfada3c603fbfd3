import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ProjectReadings } from '../../src/main/storage/project-readings'
import { snapshotFolder } from '../../src/main/storage/snapshots'
import { seededRandom } from '../main/storage/crash-states'
import {
  makeProject,
  must,
  openStorage,
  projectId,
  rowsOf,
  stateOf,
  writeMemo
} from '../main/storage/project-sample'
import { temporaryFolder } from '../main/storage/temporary-folder'
import { longRounds, reportFault } from './fault-report'

const fault = 'Newest backups damaged'
const rounds = longRounds(5, 60)
/** As many as are kept of one day. */
const snapshots = 5

const damages: readonly ((path: string, random: () => number) => void)[] = [
  (path, random) => {
    const bytes = readFileSync(path)
    const at = Math.floor(random() * bytes.length)
    bytes[at]! ^= 1 << Math.floor(random() * 8)
    writeFileSync(path, bytes)
  },
  (path, random) => truncateSync(path, Math.floor(random() * readFileSync(path).length)),
  path => writeFileSync(path, Buffer.alloc(readFileSync(path).length)),
  path => writeFileSync(path, 'something else')
]

/** A project with backups after each of some changes, and one change behind the last of them. */
async function prepare(userData: string): Promise<string[]> {
  const storage = openStorage(userData)
  const store = await makeProject(storage, 40)
  for (let n = 1; n <= snapshots; n += 1) {
    await writeMemo(store, `n${n}`, `memo ${n}`)
    must(await store.takeSnapshot())
  }
  await writeMemo(store, 'n20', 'behind the last backup')
  await storage.close(null)
  return (await readdir(snapshotFolder(store.place.folder))).sort().reverse()
}

test('the next good backup is used and named; without any, the whole journal', async () => {
  const random = seededRandom(20260101)
  let rows = 0
  for (let round = 0; round < rounds; round += 1) {
    const userData = await temporaryFolder()
    const names = await prepare(userData)
    expect(names).toHaveLength(snapshots)
    const damaged = 1 + (round % snapshots)
    const folder = join(userData, 'projects', projectId, 'snapshots')
    for (const name of names.slice(0, damaged))
      damages[Math.floor(random() * damages.length)]!(join(folder, name), random)

    const storage = openStorage(userData)
    const reading = must(
      await new ProjectReadings(storage).begin({
        projectId,
        backup: null,
        isRestoring: true,
        firstArticle: null
      })
    )
    const instead = names[damaged] ?? 'the whole journal'
    expect(reading.notes).toEqual(
      names.slice(0, damaged).map(name => `The backup ${name} is damaged; ${instead} was used instead.`)
    )
    const state = await stateOf(storage, projectId)
    for (let n = 1; n <= snapshots; n += 1)
      expect(state.rows.annotations.get(`n${n}`)?.memo).toBe(`memo ${n}`)
    expect(state.rows.annotations.get('n20')?.memo).toBe('behind the last backup')
    rows += Object.values(state.rows).reduce((sum, table) => sum + table.size, 0)

    // A new backup is whole, and pushes out no good one in favour of a damaged one.
    const store = must(await storage.project(projectId))
    await writeMemo(store, 'n21', 'later')
    must(await store.takeSnapshot())
    const kept = await readdir(folder)
    expect(names.slice(damaged).filter(name => !kept.includes(name))).toEqual([])
    const expected = rowsOf(await stateOf(storage, projectId))
    await storage.close(null)
    const again = openStorage(userData)
    const read = must(await must(await again.project(projectId)).read())
    expect(read.damagedSnapshots).toEqual([])
    expect(rowsOf(read.state)).toEqual(expected)
    await again.close(null)
  }
  reportFault({
    fault,
    rounds,
    lookedFor: rows,
    lost: 0,
    seen: 'the next good backup was used and named, without any the whole journal'
  })
}, 300_000)
