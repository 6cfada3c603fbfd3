import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import type { ChangeSet } from '../../src/core/history/change-set'
import type { ProjectId } from '../../src/core/project/ids'
import { sha256Hex } from '../../src/core/project/sha256'
import { databaseName, type HistoryEntry } from '../../src/renderer/persistence/database'
import { declareVersions, schemaVersions } from '../../src/renderer/persistence/migrations'
import { temporaryFolder } from '../main/storage/temporary-folder'
import { adoptStoreFiles, alterStoreFiles, openApp, projectFolders, startApp, type App } from './app'
import { arbitraryDeed, doDeed, importsOf } from './random-edits'
import schema1 from './schemas/schema-1.json'
import type { StorageHandlers } from './storage-bridge'
import { everything, value } from './test-workspace'

let app: App | undefined
afterEach(async () => {
  await app?.kill()
  app = undefined
})

type Tables = Record<string, unknown[]>

/** A profile from before there were journals: a store of the first version, and nothing else. */
async function oldProfile(tables: Tables): Promise<string> {
  const userData = await temporaryFolder()
  await Dexie.delete(databaseName)
  const store = new Dexie(databaseName)
  declareVersions(store, schemaVersions, 1)
  for (const [table, rows] of Object.entries(tables)) await store.table(table).bulkAdd(rows)
  store.close()
  await adoptStoreFiles(userData)
  return userData
}

/** What has to be the same before and after: all rows, their order, and the history but for its numbers. */
function toKeep(tables: Tables): Tables {
  const entries = (tables['changeLog'] ?? tables['history'] ?? []) as HistoryEntry[]
  const byProject: Record<string, unknown[]> = {}
  for (const entry of entries) (byProject[entry.projectId] ??= []).push({ ...entry, sequence: 0 })
  const rows = Object.entries(without(tables, 'heads', 'originals', 'changeLog', 'history'))
  const inOrder = rows.map(([table, some]) => [table, some.sort(byKey)])
  return { ...(Object.fromEntries(inOrder) as Tables), history: [byProject] }
}

function without(tables: Tables, ...names: string[]): Tables {
  return Object.fromEntries(Object.entries(tables).filter(([name]) => !names.includes(name)))
}

function byKey(a: unknown, b: unknown): number {
  const [left, right] = [a, b].map(row => {
    const { projectId, id, table } = row as Record<string, string>
    return `${projectId} ${id ?? table}`
  })
  return left! < right! ? -1 : 1
}

/** The same tables as the first version would have stored them: one numbering for all projects. */
function asFirstVersion(tables: Tables): Tables {
  const history = (tables['changeLog'] ?? []).map((entry, index) => ({
    ...(entry as HistoryEntry),
    sequence: index + 1
  }))
  return { ...without(tables, 'heads', 'changeLog'), history }
}

const bytes = new TextEncoder().encode('one 0')
const sha256 = sha256Hex(bytes)
const [firstArticle, ...otherArticles] = schema1.rows.articles
/** The rows of the frozen store, one article of which has its file: bytes cannot be frozen as JSON. */
const fixture: Tables = {
  ...schema1.rows,
  articles: [{ ...firstArticle, original: { fileName: 'a.txt', sha256 } }, ...otherArticles],
  originals: [{ fileName: 'a.txt', bytes, sha256 }]
}

describe('a store from before there were journals', () => {
  test('gets them: they lead to the same rows, the same history, and hold the imported files', async () => {
    const userData = await oldProfile(fixture)
    app = await startApp(userData)
    expect(app.checks).toMatchObject([{ rebuild: null, isComplete: false, projects: [] }])
    const adopted = await everything(app)
    // The fixture's own order is of one table; a reading of the journal gives one for each.
    expect({ ...toKeep(adopted), rowOrders: [] }).toEqual({ ...toKeep(fixture), rowOrders: [] })
    expect(adopted['rowOrders']).toContainEqual(schema1.rows.rowOrders[0])
    const { projectId } = value(await app.storage.project('project-1' as ProjectId))
    await app.kill()

    app = await startApp(userData)
    expect(app.checks).toMatchObject([{ rebuild: 'not-closed', isComplete: true }])
    expect({ ...(await everything(app)), originals: [] }).toEqual({ ...adopted, originals: [] })
    const { place } = value(await app.storage.project(projectId))
    expect(Uint8Array.from(value(await place.blobs.get(sha256)))).toEqual(bytes)
  })

  test('without projects is complete at once, and from then on is judged like any other', async () => {
    const userData = await oldProfile({})
    app = await startApp(userData)
    expect(await projectFolders(userData)).toEqual([])
    await app.quit()
    app = await startApp(userData)
    expect(app.checks).toMatchObject([{ rebuild: null, isComplete: true }])
  })

  test('whatever was done in it', { timeout: 120_000 }, async () => {
    const steps = fc.array(arbitraryDeed, { minLength: 3, maxLength: 25 })
    await fc.assert(
      fc.asyncProperty(fc.nat(), steps, async (seed, deeds) => {
        const origin = await startApp(await temporaryFolder())
        for (const deed of deeds) await doDeed(origin.workspace, deed, importsOf(seed))
        const open = origin.workspace.project()
        const snapshot = origin.workspace.snapshot()
        const before = await everything(origin)
        await origin.kill()

        const userData = await oldProfile(asFirstVersion(before))
        let running = await startApp(userData)
        try {
          expect(toKeep(await everything(running))).toEqual(toKeep(before))
          const adopted = await everything(running)
          await running.kill()
          running = await startApp(userData)
          expect(await everything(running)).toEqual(adopted)
          if (open === null) return
          value(await running.workspace.openProject(open.projectId))
          const { undoLabel, redoLabel } = snapshot
          expect(running.workspace.snapshot()).toMatchObject({ undoLabel, redoLabel })
        } finally {
          await running.kill()
        }
      }),
      { numRuns: 25 }
    )
  })

  test('whose history does not lead to its rows keeps its rows, and says the same after every start', async () => {
    const odd = structuredClone(fixture)
    const [entry] = odd['history'] as ChangeSet[]
    entry!.changes[0]!.after = { ...(entry!.changes[0]!.after as object), title: 'Another' } as never
    const userData = await oldProfile(odd)
    app = await startApp(userData)
    const adopted = await everything(app)
    const rows = (tables: Tables) => ({ ...toKeep(tables), history: [], rowOrders: [] })
    expect(rows(adopted)).toEqual(rows(odd))
    await app.kill()
    app = await startApp(userData)
    expect({ ...(await everything(app)), originals: [] }).toEqual({ ...adopted, originals: [] })
  })
})

/** Lets the nth of these requests, and every later one, fail. */
function failingFrom(nth: number, names: readonly (keyof StorageHandlers)[]) {
  let asked = 0
  return (own: StorageHandlers): Partial<StorageHandlers> =>
    Object.fromEntries(
      names.map(name => [
        name,
        (...args: never[]) => {
          if (++asked >= nth) return { ok: false, error: { code: 'disk-full', message: 'Full.' } }
          return (own[name] as (...args: never[]) => unknown)(...args)
        }
      ])
    )
}

describe('giving a store its journals', () => {
  const requests = [
    'journal:discard',
    'blob:keep',
    'journal:append',
    'journal:finish',
    'store:complete'
  ] as const

  /** Two projects, the second of which has a history of its own. */
  async function twoProjects(): Promise<Tables> {
    const origin = await startApp(await temporaryFolder())
    for (const kind of [
      'import dataset',
      'add article',
      'memo',
      'rename',
      'create project',
      'rename'
    ] as const) {
      await doDeed(origin.workspace, { kind, pick: 0, text: 'one' }, importsOf(1))
    }
    const tables = asFirstVersion(await everything(origin))
    // In the first version the files lay in the store.
    tables['originals'] = [{ fileName: 'a.txt', bytes, sha256 }]
    await origin.kill()
    return tables
  }

  test(
    'can break off at any step: nothing is lost, and the next start ends it',
    { timeout: 60_000 },
    async () => {
      const old = await twoProjects()
      let isEnded = false
      for (let nth = 1; !isEnded; nth += 1) {
        const userData = await oldProfile(old)
        const broken = await openApp(userData, { instead: failingFrom(nth, requests) })
        isEnded = !('error' in broken)
        if (!('error' in broken)) await broken.kill()
        else {
          expect(broken.error.code).toBe('disk-full')
          const asked = await projectFolders(userData)
          // What is not whole is no project.
          expect(asked.filter(name => name.startsWith('incoming-')).length).toBeLessThanOrEqual(1)
        }
        app = await startApp(userData)
        expect(app.distrusted).toEqual([])
        expect(toKeep(await everything(app))).toEqual(toKeep(old))
        const adopted = await everything(app)
        await app.kill()
        app = await startApp(userData)
        expect({ ...(await everything(app)), originals: [] }).toEqual({ ...adopted, originals: [] })
        const article = (await app.database.articles.toArray()).find(row => row.original?.sha256 === sha256)
        const { place } = value(await app.storage.project(article!.projectId))
        expect((await place.blobs.get(sha256)).ok, `broken off at ${nth}`).toBe(true)
        await app.kill()
        app = undefined
        expect(nth).toBeLessThan(40)
      }
    }
  )

  test('a store that does not open is never set aside before it has them', async () => {
    const userData = await oldProfile(fixture)
    const open = indexedDB.open.bind(indexedDB)
    indexedDB.open = () => {
      throw new DOMException('made to fail', 'UnknownError')
    }
    const refused = await openApp(userData)
    Object.assign(indexedDB, { open })
    expect(refused).toMatchObject({ error: { code: 'disk-error' } })
    await alterStoreFiles(userData)
    app = await startApp(userData)
    expect(app.distrusted).toEqual([])
    expect((await everything(app))['annotations']).toHaveLength(3)
  })
})
