import { readdir } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { readHistory } from '../../src/main/storage/read-project'
import { snapshotFolder } from '../../src/main/storage/snapshots'
import { diskFiles } from '../../src/main/storage/disk-files'
import { seededRandom } from '../main/storage/crash-states'
import {
  annotation,
  changeSet,
  insertion,
  makeProject,
  must,
  newId,
  openStorage,
  projectId,
  rowsOf
} from '../main/storage/project-sample'
import { temporaryFolder } from '../main/storage/temporary-folder'
import { longRounds, reportFault } from './fault-report'

const fault = 'Clock wrong: a year back, ten years ahead, backwards between sessions'
const rounds = longRounds(3, 50)
const day = 86_400_000
const start = Date.UTC(2026, 0, 15)
/** How far off the clock is in each session, in days. */
const offsets = [0, -365, 3650, -1, 0, 3650, 1, -365, 2]

test('whatever the clock says, nothing is lost, the order stays, and the newest backups are kept', async () => {
  const random = seededRandom(7)
  let lookedFor = 0
  for (let round = 0; round < rounds; round += 1) {
    const userData = await temporaryFolder()
    const ids: string[] = []
    const backups: string[] = []
    const order = round === 0 ? offsets : offsets.toSorted(() => random() - 0.5)
    for (const [session, offset] of order.entries()) {
      let now = start + (offset + session / 100) * day
      const storage = openStorage(userData, diskFiles, () => new Date((now += 1000)).toISOString())
      if (session === 0) await makeProject(storage)
      const store = must(await storage.project(projectId))
      for (let n = 0; n < 3; n += 1) {
        const change = changeSet([insertion('annotations', annotation(newId()))])
        must(await store.append({ ...change, at: new Date(now).toISOString() }))
        ids.push(change.id)
      }
      const taken = must(await store.takeSnapshot())
      if (taken?.status === 'readable') backups.push(taken.name)
      await storage.close(null)
    }

    const storage = openStorage(userData)
    const store = must(await storage.project(projectId))
    const found: string[] = []
    for await (const entry of readHistory(store.place, store.head())) found.push(entry.changeSet.id)
    expect(found.slice(-ids.length)).toEqual(ids)
    const read = must(await store.read())
    expect(read.snapshot).toBe(backups.at(-1))
    expect(read.state.rows.annotations.size).toBe(30 + ids.length)
    // The newest by what they hold, not by what the clock said; others are kept besides, by day and month.
    const kept = await readdir(snapshotFolder(store.place.folder))
    expect(backups.slice(-5).filter(name => !kept.includes(name))).toEqual([])
    const days = new Set(kept.map(name => name.slice(22, 30)))
    expect(days.size).toBe(new Set(backups.map(name => name.slice(22, 30))).size)
    expect(rowsOf(read.state)).toBeTruthy()
    lookedFor += ids.length
    await storage.close(null)
  }
  reportFault({
    fault,
    rounds,
    lookedFor,
    lost: 0,
    seen: `${offsets.length} sessions each; order by number, the newest five backups and one of each day kept`
  })
}, 120_000)
