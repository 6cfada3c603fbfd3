import { expect, test, vi } from 'vitest'
import { ok } from '../../src/core/result'
import { applyChangeSet, emptyProjectState } from '../../src/core/history/project-state'
import { readJournal } from '../../src/main/storage/journal-reader'
import { newestReadable, snapshotFolder } from '../../src/main/storage/snapshots'
import type { ProjectStore } from '../../src/main/storage/project-store'
import type { Storage } from '../../src/main/storage/storage'
import { crashStates, seededRandom, type CrashState } from '../main/storage/crash-states'
import { must, projectId, rowsOf } from '../main/storage/project-sample'
import { longRounds, reportFault } from './fault-report'
import { historyIds, newAnnotation, recordStorage, storageOver, type Promised } from './storage-sessions'

// Locks are of the running computer: a power cut leaves none that counts, and the recorded disk is not a real one.
vi.mock('../../src/main/storage/project-lock', () => ({
  acquireLock: () => Promise.resolve(ok({ owner: {}, release: () => Promise.resolve() }))
}))

interface Promises {
  changes: string[]
  projects: Extract<Promised, { project: unknown }>[]
  snapshots: Extract<Promised, { snapshot: unknown }>[]
}

function promisesIn(marks: readonly Promised[]): Promises {
  const promises: Promises = { changes: [], projects: [], snapshots: [] }
  let found: string[] = []
  for (const mark of marks) {
    if ('found' in mark) found = mark.found.filter(id => !promises.changes.includes(id))
    else if ('acknowledged' in mark) promises.changes.push(...found.splice(0), mark.acknowledged)
    else if ('project' in mark) promises.projects.push(mark)
    else promises.snapshots.push(mark)
  }
  return promises
}

/** What the journal alone says, without snapshots. */
async function rowsOfJournal(store: ProjectStore): Promise<unknown> {
  const state = emptyProjectState()
  const reading = await readJournal(store.place.files, store.place.folder)
  if (!reading.ok) throw new Error(reading.error.message)
  for await (const item of reading.value) {
    if (item.kind !== 'record' || item.record.sequence > store.head().sequence) continue
    if (item.record.entry.kind === 'change-set') applyChangeSet(state, item.record.entry.changeSet)
  }
  return rowsOf(state)
}

/** Nothing that was promised may be missing, and what is there must be whole. */
async function expectKept(storage: Storage, promises: Promises): Promise<void> {
  const check = await storage.check()
  expect(check.unavailable).toEqual([])
  const there = check.projects.map(project => project.projectId)
  expect(promises.projects.map(({ project }) => project).filter(id => !there.includes(id))).toEqual([])
  for (const store of storage.projects()) {
    const read = must(await store.read())
    // A line that nobody acknowledged may be torn; written down once, it is told no more.
    must(await store.noteDamage(read.damage))
    expect(must(await store.read()).damage).toEqual([])
    expect(read.damagedSnapshots).toEqual([])
    expect(rowsOf(read.state)).toEqual(await rowsOfJournal(store))
    // An import is a project with all of its pieces, or none.
    expect(read.state.rows.projects.size).toBe(1)
    const promise = promises.projects.find(({ project }) => project === store.projectId)
    expect(read.state.rows.annotations.size).toBeGreaterThanOrEqual(promise?.annotations ?? 30)
    for (const blob of promise?.blobs ?? []) must(await store.place.blobs.get(blob))
    for (const article of read.state.rows.revisions.values())
      must(await store.place.blobs.get(article.textSha256))
  }
  if (!there.includes(projectId)) return
  const found = await historyIds(storage, projectId)
  expect(found.filter(id => promises.changes.includes(id))).toEqual(promises.changes)
  expect(new Set(found).size).toBe(found.length)
  const { place } = must(await storage.project(projectId))
  const newest = await newestReadable(place.files, snapshotFolder(place.folder), place.blobs)
  const promisedSequence = promises.snapshots.at(-1)?.sequence ?? 0
  expect(newest.damaged).toEqual([])
  expect(newest.snapshot?.header.head.sequence ?? 0).toBeGreaterThanOrEqual(promisedSequence)
}

/** Starts on the disk as it was found, checks, goes on, and starts once more. */
async function comeBack({ files, marks }: CrashState): Promise<Promises> {
  const promises = promisesIn(marks as Promised[])
  const storage = storageOver(files)
  await expectKept(storage, promises)
  if (promises.projects.length > 0) {
    const change = newAnnotation()
    must(await storage.append(change))
    promises.changes.push(change.id)
    must(await must(await storage.project(projectId)).takeSnapshot())
  }
  await storage.close(null)
  const again = storageOver(files)
  await expectKept(again, promises)
  const names = await files.readFolder(again.folder)
  expect(names.filter(name => name.startsWith('incoming-'))).toEqual([])
  await again.close(null)
  return promises
}

test('after a power cut in any session everything promised is there, and work goes on', async () => {
  const scripts = longRounds(2, 20)
  const cuts = 210
  let states = 0
  let steps = 0
  let lookedFor = 0
  for (let seed = 1; seed <= scripts; seed += 1) {
    const random = seededRandom(seed)
    const recording = await recordStorage(random, 4)
    steps += recording.record.length
    for (const state of crashStates(recording, random, cuts)) {
      try {
        const { changes, projects, snapshots } = await comeBack(state)
        lookedFor += changes.length + projects.length + snapshots.length
      } catch (error) {
        throw new Error(`seed ${seed}, cut after step ${state.at}`, { cause: error })
      }
      states += 1
    }
  }
  expect(states).toBe(scripts * cuts)
  reportFault({
    fault: 'Power cut over projects, backups and files',
    rounds: states,
    lookedFor,
    lost: 0,
    seen: `${steps} recorded steps; no half project, no damaged backup, work went on`
  })
}, 600_000)
