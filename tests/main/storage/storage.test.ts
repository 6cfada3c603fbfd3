import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { SettledProject } from '../../../src/contract/storage'
import { countRows } from '../../../src/core/history/project-state'
import type { ProjectId } from '../../../src/core/project/ids'
import { diskFiles } from '../../../src/main/storage/disk-files'
import { journalStart } from '../../../src/main/storage/journal-line'
import { verifyJournal } from '../../../src/main/storage/journal-reader'
import { JournalWriter } from '../../../src/main/storage/journal-writer'
import { thisOwner } from '../../../src/main/storage/lock-owner'
import type { Storage } from '../../../src/main/storage/storage'
import {
  changeSet,
  filesIn,
  insertion,
  makeProject,
  must,
  openStorage,
  projectId,
  stateOf,
  writeMemo
} from './project-sample'
import { temporaryFolder } from './temporary-folder'
import { testStorage } from './test-storage'

/** What a window that shut down in good order says: the store holds what the journals say. */
async function settledIn(storage: Storage): Promise<SettledProject[]> {
  return Promise.all(
    storage.projects().map(async store => ({
      projectId: store.projectId,
      head: store.head(),
      counts: countRows(await stateOf(storage, store.projectId))
    }))
  )
}

/** A profile with one project, closed in good order, beside a working store of two files. */
async function closedProfile(): Promise<string> {
  const userData = await temporaryFolder()
  const store = join(userData, 'IndexedDB', 'app_0.leveldb')
  await mkdir(store, { recursive: true })
  await writeFile(join(store, '000003.log'), 'rows')
  await writeFile(join(store, 'LOG'), 'chatter')
  const storage = openStorage(userData)
  must(await storage.complete())
  await makeProject(storage)
  await storage.close(await settledIn(storage))
  return userData
}

const projectFolder = (userData: string) => join(userData, 'projects', projectId)
const storeFile = (userData: string, name: string) => join(userData, 'IndexedDB', 'app_0.leveldb', name)

describe('whether the working store may be used', () => {
  const cases: { what: string; verdict: string | null; alter?(userData: string): Promise<unknown> }[] = [
    { what: 'closed in good order', verdict: null },
    {
      what: 'its log file is another',
      verdict: null,
      alter: userData => writeFile(storeFile(userData, 'LOG'), 'more chatter')
    },
    {
      what: 'the mark is missing',
      verdict: 'not-closed',
      alter: userData => rm(join(userData, 'clean.json'))
    },
    {
      what: 'the mark is torn',
      verdict: 'not-closed',
      alter: async userData => {
        const mark = await readFile(join(userData, 'clean.json'), 'utf8')
        await writeFile(join(userData, 'clean.json'), mark.slice(0, -20))
      }
    },
    {
      what: 'a file of it was altered, not its length',
      verdict: 'files-changed',
      alter: userData => writeFile(storeFile(userData, '000003.log'), 'rowz')
    },
    {
      what: 'a file of it is gone',
      verdict: 'files-changed',
      alter: userData => rm(storeFile(userData, '000003.log'))
    },
    {
      what: 'a file came to it',
      verdict: 'files-changed',
      alter: userData => writeFile(storeFile(userData, '000004.ldb'), '')
    },
    {
      what: 'a project folder is gone',
      verdict: 'journal-changed',
      alter: userData => rm(projectFolder(userData), { recursive: true })
    },
    {
      what: 'its journal has a line more',
      verdict: 'journal-changed',
      alter: async userData => {
        const { head } = await verifyJournal(diskFiles, projectFolder(userData)).then(must)
        const folder = projectFolder(userData)
        const writer = new JournalWriter({ files: diskFiles, folder, projectId, generator: 'test', head })
        must(await writer.append({ kind: 'change-set', changeSet: changeSet([]) }))
        await writer.close()
      }
    },
    {
      what: 'its journal has lost its last line',
      verdict: 'journal-changed',
      alter: async userData => {
        const path = join(projectFolder(userData), 'journal-0001.jsonl')
        const lines = (await readFile(path, 'utf8')).split('\n')
        await writeFile(path, `${lines.slice(0, -2).join('\n')}\n`)
      }
    },
    {
      // From before there were journals: it holds what no journal has, so nothing may throw it away.
      what: 'nobody said that all of its projects have journals',
      verdict: null,
      alter: async userData => {
        await rm(join(userData, 'projects', 'complete'))
        await writeFile(storeFile(userData, '000003.log'), 'rowz')
      }
    }
  ]
  test.each(cases)('$what: $verdict', async ({ verdict, alter }) => {
    const userData = await closedProfile()
    await alter?.(userData)
    const storage = testStorage(userData)
    const check = await storage.check()
    expect(check.rebuild).toBe(verdict)
    expect((await storage.check()).rebuild, 'another page finds it built').toBeNull()
    const names = await readdir(userData)
    expect(names.includes('IndexedDB'), 'set aside when it is to be built anew').toBe(verdict === null)
    expect(names.includes('set-aside')).toBe(verdict !== null)
    expect(names, 'while the app runs, nothing says that it was closed').not.toContain('clean.json')
  })

  test('says what the store held when it was closed, until something is changed', async () => {
    const userData = await closedProfile()
    const storage = testStorage(userData)
    const counts = async () => (await storage.check()).projects.map(project => project.counts?.annotations)
    expect(await counts()).toEqual([30])
    await writeMemo(must(await storage.project(projectId)), 'n1', 'Why?')
    expect(await counts()).toEqual([undefined])
  })

  test.each([
    ['said nothing', () => null],
    ['said another last line', (settled: SettledProject[]) => [{ ...settled[0]!, head: journalStart }]],
    ['did not hold a project', () => []]
  ])('a window that %s leaves no mark', async (_, say) => {
    const userData = await closedProfile()
    const storage = openStorage(userData)
    await storage.check()
    await storage.close(say(await settledIn(storage)))
    expect(await readdir(userData)).not.toContain('clean.json')
    expect((await testStorage(userData).check()).rebuild).toBe('not-closed')
  })

  test('a window that held one besides, whose folder cannot be used, leaves the mark all the same', async () => {
    const userData = await closedProfile()
    const storage = openStorage(userData)
    await storage.check()
    const settled = await settledIn(storage)
    await storage.close([...settled, { ...settled[0]!, projectId: 'x' as ProjectId }])
    expect((await testStorage(userData).check()).rebuild).toBeNull()
  })

  test('a store that failed is built anew by the next page, and by that one only', async () => {
    const storage = testStorage(await closedProfile())
    expect((await storage.check()).rebuild).toBeNull()
    storage.distrust()
    expect((await storage.check()).rebuild).toBe('store-failed')
    expect((await storage.check()).rebuild).toBeNull()
  })

  test.each(['2025-01-01T00:00:00.000Z', '2036-01-01T00:00:00.000Z'])(
    'a clock that says %s changes no verdict',
    async now => {
      const userData = await closedProfile()
      const storage = openStorage(userData, diskFiles, () => now)
      expect((await storage.check()).rebuild).toBeNull()
      await storage.close(await settledIn(storage))
      expect((await testStorage(userData).check()).rebuild).toBeNull()
    }
  )
})

describe('what comes in', () => {
  const anActor = (id: string) =>
    changeSet([insertion('annotators', { id, name: id, role: 'annotator' })], 'baseline')

  test('is no project before it is finished, and one by a single renaming', async () => {
    const userData = await temporaryFolder()
    const storage = testStorage(userData)
    const first = must(await storage.append(anActor('a')))
    expect(first.sequence).toBe(2)
    expect(await readdir(storage.folder)).toEqual([`incoming-${projectId}`])
    expect(await storage.project(projectId)).toMatchObject({ error: { code: 'no-such-project' } })
    expect((await storage.check()).projects).toEqual([])
    must(await storage.finish(projectId))
    expect(await readdir(storage.folder)).toEqual([projectId])
    must(await storage.finish(projectId))
    // A new file, because the first was closed for the renaming, and one chain over both.
    expect(must(await storage.append(anActor('b'))).sequence).toBe(4)
    expect(must(await verifyJournal(diskFiles, projectFolder(userData)))).toMatchObject({
      records: 4,
      damage: []
    })
    expect((await stateOf(storage, projectId)).rows.annotators.size).toBe(2)
  })

  test('is forgotten when discarded, and at the next start', async () => {
    const userData = await temporaryFolder()
    const storage = openStorage(userData)
    must(await storage.append(anActor('a')))
    must(await storage.discard(projectId))
    expect(await readdir(storage.folder)).toEqual([])
    expect(await storage.finish(projectId)).toMatchObject({ error: { code: 'no-such-project' } })
    // Nothing of the first attempt is in the second.
    must(await storage.append(anActor('b')))
    await storage.close(null)
    const again = testStorage(userData)
    await again.check()
    expect(await readdir(again.folder)).toEqual([])
  })

  test('a project that exists is never discarded', async () => {
    const userData = await closedProfile()
    const storage = testStorage(userData)
    await storage.check()
    const before = await filesIn(projectFolder(userData))
    must(await storage.discard(projectId))
    expect(await filesIn(projectFolder(userData))).toEqual(before)
    expect((await storage.project(projectId)).ok).toBe(true)
  })

  test('does not begin with an edit: what is saved there would belong to no project', async () => {
    const storage = testStorage(await temporaryFolder())
    const edit = changeSet([insertion('annotators', { id: 'a', name: 'a', role: 'annotator' })])
    expect(await storage.append(edit)).toMatchObject({ error: { code: 'no-such-project' } })
    expect(await readdir(storage.folder)).toEqual([])
  })

  test('is written once, however often it comes', async () => {
    const storage = testStorage(await temporaryFolder())
    const same = anActor('a')
    const [one, two] = await Promise.all([storage.append(same), storage.append(same)])
    expect(two).toEqual(one)
    expect(await storage.append(same)).toEqual(one)
    expect(must(await storage.append(anActor('b'))).sequence).toBe(3)
  })
})

describe('a project that cannot be written to', () => {
  test('because another process does: it can be read, and says who', async () => {
    const userData = await closedProfile()
    const lock = join(projectFolder(userData), 'LOCK')
    await writeFile(lock, JSON.stringify(await thisOwner('2026-01-01T00:00:00.000Z')))
    const storage = testStorage(userData)
    const before = await filesIn(projectFolder(userData))
    expect((await storage.check()).unavailable).toEqual([])
    expect((await stateOf(storage, projectId)).rows.annotations.size).toBe(30)
    const locked = {
      ok: false,
      error: { code: 'locked', message: expect.stringContaining('another Counterpoint') as string }
    }
    expect(await storage.append(changeSet([]))).toMatchObject(locked)
    expect(await storage.keepFile(projectId, Buffer.from('x'))).toMatchObject(locked)
    expect(await must(await storage.project(projectId)).takeSnapshot()).toMatchObject(locked)
    expect(await filesIn(projectFolder(userData))).toEqual(before)
    // When the other one ends, the next change goes through.
    await rm(lock)
    must(await storage.append(changeSet([])))
  })

  test('because the other one has written meanwhile: its lines are not built upon unread', async () => {
    const userData = await closedProfile()
    const lock = join(projectFolder(userData), 'LOCK')
    await writeFile(lock, JSON.stringify(await thisOwner('2026-01-01T00:00:00.000Z')))
    const storage = testStorage(userData)
    await storage.check()
    await rm(lock)
    const other = openStorage(userData)
    must(await other.append(changeSet([])))
    await other.close(null)
    expect(await storage.append(changeSet([]))).toMatchObject({ error: { code: 'locked' } })
    expect(must(await verifyJournal(diskFiles, projectFolder(userData))).damage).toEqual([])
  })

  test('because a newer version wrote it: it is named, refused and left as it is', async () => {
    const userData = await closedProfile()
    const folder = projectFolder(userData)
    // The layout of a header's line is promised to stay, so only the number tells.
    const { encodeLine } = await import('../../../src/main/storage/journal-line')
    const { head } = must(await verifyJournal(diskFiles, folder))
    const header = {
      format: 'counterpoint-journal',
      version: 2,
      projectId,
      generator: 'Counterpoint 9'
    } as const
    await writeFile(join(folder, 'journal-0002.jsonl'), encodeLine({ kind: 'header', header }, head).bytes)
    const before = await filesIn(folder)
    const storage = testStorage(userData)
    const check = await storage.check()
    expect(check.projects).toEqual([])
    expect(check.unavailable).toMatchObject([{ projectId, folder: projectId }])
    const newer = { ok: false, error: { code: 'newer-version' } }
    expect(await storage.append(changeSet([]))).toMatchObject(newer)
    expect(await storage.keepFile(projectId, Buffer.from('x'))).toMatchObject(newer)
    expect(await storage.isTaken(projectId)).toBe(true)
    must(await storage.discard(projectId))
    expect(await filesIn(folder)).toEqual(before)
  })

  test('because nothing in its folder can be read: it is named all the same', async () => {
    const userData = await closedProfile()
    const folder = projectFolder(userData)
    await rename(join(folder, 'journal-0001.jsonl'), join(folder, 'elsewhere'))
    const { projects, unavailable } = await testStorage(userData).check()
    expect(projects).toEqual([])
    expect(unavailable).toMatchObject([{ projectId: null, folder: projectId }])
  })
})
