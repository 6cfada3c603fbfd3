import 'fake-indexeddb/auto'
import { afterEach, describe, expect, test } from 'vitest'
import { setMemo } from '../../src/core/annotation/edits'
import { addActor } from '../../src/core/project/edits'
import type { Actor } from '../../src/core/project/entities'
import type { ArticleId, ProjectId } from '../../src/core/project/ids'
import { journalOver } from '../../src/renderer/persistence/journal'
import { openStore } from '../../src/renderer/persistence/open-store'
import { temporaryFolder } from '../main/storage/temporary-folder'
import { alterStoreFiles, openApp, startApp, type App } from './app'
import { failingDisk, hangingDisk } from './broken-disk'
import { sampleData } from './sample-data'
import type { StorageHandlers } from './storage-bridge'
import { everything, rename, storedAnnotation, storedProject, value } from './test-workspace'

let app: App | undefined
let disk: { recover(): void } | undefined
afterEach(async () => {
  disk?.recover()
  disk = undefined
  await app?.kill()
  app = undefined
})

const later = '2026-03-03T00:00:00.000Z'

/** A profile with one project of 1,500 annotations, half of them in each article, and its store lost. */
async function lostProfile() {
  const userData = await temporaryFolder()
  const running = await startApp(userData)
  const projectId = value(await running.workspace.importProject(sampleData(1500), { label: 'Import' }))
  value(await running.workspace.openProject(projectId))
  value(await running.workspace.perform(await rename(running.workspace, projectId, 'A')))
  const before = await everything(running)
  await running.kill()
  return { userData, projectId, before }
}

/** A reading whose pieces after the first article wait until they are let through. */
function heldReading() {
  let release: () => void = () => undefined
  const held = new Promise<void>(resolve => {
    release = resolve
  })
  let isHeld = false
  return {
    release,
    instead: (own: StorageHandlers) => ({
      'project:read-piece': async (ticket: string) => {
        if (isHeld) await held
        const piece = await own['project:read-piece'](ticket)
        if (piece.ok && piece.value.hasFirstArticle) isHeld = true
        return piece
      }
    })
  }
}

async function opened(userData: string, options: Parameters<typeof openApp>[1]): Promise<App> {
  const running = await openApp(userData, options)
  if ('error' in running) throw new Error(running.error.message)
  app = running
  return running
}

describe('the article that was open last', () => {
  test.each(['first', 'second'])('is there before all others: %s', async article => {
    const { userData, projectId, before } = await lostProfile()
    const reading = heldReading()
    const last = { projectId, articleId: article as ArticleId }
    const { database, restoring } = await opened(userData, { last, instead: reading.instead })
    expect(restoring.isNeeded()).toBe(true)
    let whole: Promise<void> | undefined
    await new Promise<void>(resolve => {
      whole = restoring.run(resolve)
    })
    const counts = async () => {
      const rows = await database.annotations.toArray()
      return ['first', 'second'].map(id => rows.filter(row => row.articleId === id).length)
    }
    expect(await counts()).toEqual(article === 'first' ? [1000, 0] : [0, 500])
    expect((await database.revisions.toArray()).map(row => row.articleId)).toEqual([article])
    expect((await database.articles.toArray()).length).toBe(2)
    expect((await database.heads.get(projectId))?.isComplete).toBe(false)
    expect(restoring.snapshot()).toMatchObject({ waiting: [projectId] })
    expect(restoring.snapshot().done).toBeLessThan(restoring.snapshot().total)
    reading.release()
    await whole
    expect(await everything({ database })).toEqual(before)
    expect(restoring.snapshot()).toMatchObject({ waiting: [], failures: new Map(), notes: [] })
  })

  test('what is done meanwhile survives the rest, and the next start', async () => {
    const { userData, projectId } = await lostProfile()
    const reading = heldReading()
    const last = { projectId, articleId: 'first' as ArticleId }
    const { workspace, restoring } = await opened(userData, { last, instead: reading.instead })
    const restored: ProjectId[] = []
    restoring.onRestored(id => restored.push(id))
    let whole: Promise<void> | undefined
    await new Promise<void>(resolve => {
      whole = restoring.run(resolve)
    })
    value(await workspace.openProject(projectId))
    const annotation = await storedAnnotation(workspace, projectId, 'n1500')
    value(await workspace.perform(setMemo(annotation, 'Meanwhile', later)))
    const gone = { ...(await storedAnnotation(workspace, projectId, 'n1499')) }
    const remove = { table: 'annotations' as const, id: gone.id, before: gone, after: null }
    value(await workspace.perform({ label: 'Delete', changes: [remove] }))
    const actor = { ...sampleData().actors[0]!, id: 'new' as Actor['id'] }
    value(await workspace.perform(addActor(actor)))
    expect(restored).toEqual([])
    reading.release()
    await whole
    expect(restored).toEqual([projectId])

    const { database } = workspace
    const after = await everything({ database })
    expect((await storedAnnotation(workspace, projectId, 'n1500')).memo).toBe('Meanwhile')
    expect(await database.annotations.get([projectId, 'n1499'])).toBeUndefined()
    expect(await database.annotations.count()).toBe(1499)
    expect(await database.actors.get([projectId, 'new'])).toEqual(actor)
    const labels = (await database.changeLog.toArray()).map(entry => entry.label)
    expect(labels).toEqual(['Import', 'Rename to A', 'Write memo', 'Delete', 'Add actor'])
    expect((await database.heads.get(projectId))?.isComplete).toBe(true)
    await app!.kill()
    app = await startApp(userData)
    expect(await everything(app)).toEqual(after)
  })

  test('that is gone does not hold anything up', async () => {
    const { userData, before } = await lostProfile()
    const last = { projectId: 'nobody' as ProjectId, articleId: 'nothing' as ArticleId }
    app = await startApp(userData, { last })
    expect(await everything(app)).toEqual(before)
  })
})

describe('a page that is loaded anew', () => {
  test('in the middle of the reading begins it again', async () => {
    const { userData, projectId, before } = await lostProfile()
    const reading = heldReading()
    const last = { projectId, articleId: 'first' as ArticleId }
    const first = await opened(userData, { last, instead: reading.instead })
    await new Promise<void>(resolve => void first.restoring.run(resolve))
    first.database.close()
    const { bridge } = first
    const again = value(
      await openStore({
        ...{ bridge, journal: journalOver(bridge, 1000), last, limitMs: 1000 },
        newId: () => 'x',
        now: () => later
      })
    )
    // Main has said once that the store is to be built anew; that it is not whole, the store says itself.
    expect(again.check.rebuild).toBeNull()
    expect(again.restoring.snapshot().waiting).toEqual([projectId])
    reading.release()
    await again.restoring.run(() => undefined)
    expect(await everything(again)).toEqual(before)
    again.database.close()
  })
})

describe('a project that the store holds otherwise than its journal', () => {
  const differences: { what: string; make(running: App, id: ProjectId): Promise<unknown> }[] = [
    {
      what: 'another last line',
      make: ({ database }, id) => database.heads.update(id, { hash: 'f'.repeat(64) })
    },
    {
      what: 'a line that it has not',
      make: ({ database }, id) => database.heads.update(id, { sequence: 99 })
    },
    { what: 'no last line at all', make: ({ database }, id) => database.heads.delete(id) },
    {
      what: 'a reading that never ended',
      make: ({ database }, id) => database.heads.update(id, { isComplete: false })
    },
    { what: 'a row less', make: ({ database }, id) => database.annotations.delete([id, 'n1']) },
    {
      what: 'a row more',
      make: async ({ database }, id) => {
        const row = (await database.actors.get([id, 'anna']))!
        await database.actors.add({ ...row, id: 'ghost' as Actor['id'] })
      }
    },
    { what: 'no row of its own', make: ({ database }, id) => database.projects.delete(id) }
  ]
  test.each(differences)('is read anew, and no other: $what', async ({ make }) => {
    const userData = await temporaryFolder()
    let running = await startApp(userData)
    const odd = value(await running.workspace.importProject(sampleData(30), { label: 'Import' }))
    const sound = value(await running.workspace.importProject(sampleData(30), { label: 'Import' }))
    const before = await everything(running)
    await running.quit()
    // The files of the store are not those of the fake one: only what is in it tells.
    await running.database.open()
    await make(running, odd)
    running.database.close()

    running = await startApp(userData)
    app = running
    expect(running.checks.at(-1)?.rebuild).toBeNull()
    expect(running.bridge.asked.filter(name => name === 'project:read')).toHaveLength(1)
    expect(await everything(running)).toEqual(before)
    expect(await running.database.projects.count()).toBe(2)
    expect(sound).not.toBe(odd)
  })

  test('when none differs, nothing is read', async () => {
    const userData = await temporaryFolder()
    const running = await startApp(userData)
    value(await running.workspace.importProject(sampleData(30), { label: 'Import' }))
    await running.quit()
    app = await startApp(userData)
    expect(app.restoring.isNeeded()).toBe(false)
    expect(app.bridge.asked).toEqual(['store:check'])
  })
})

describe('a change that is in the journal and did not come into the store', () => {
  test.each(['killed', 'closed in good order'])('comes in at the next start: %s', async ending => {
    const userData = await temporaryFolder()
    const running = await startApp(userData)
    const { workspace } = running
    const projectId = value(await workspace.importProject(sampleData(), { label: 'Import' }))
    value(await workspace.openProject(projectId))
    const edit = await rename(workspace, projectId, 'A')
    disk = failingDisk('UnknownError')
    expect((await workspace.perform(edit)).ok).toBe(false)
    disk.recover()
    expect(workspace.snapshot().save).toMatchObject({ status: 'failed', canRebuild: true })
    expect((await storedProject(workspace, projectId)).title).toBe('Sample')
    await (ending === 'killed' ? running.kill() : running.quit())

    app = await startApp(userData)
    expect((await storedProject(app.workspace, projectId)).title).toBe('A')
    value(await app.workspace.openProject(projectId))
    expect(app.workspace.snapshot().undoLabel).toBe('Rename to A')
    expect(await app.database.changeLog.count()).toBe(2)
  })

  test('also when it was the last of an import: the retry makes it a project', async () => {
    const userData = await temporaryFolder()
    app = await startApp(userData, {
      instead: own => ({
        'journal:finish': async projectId => {
          const finished = await own['journal:finish'](projectId)
          disk = failingDisk('UnknownError')
          return finished
        }
      })
    })
    const { workspace, database } = app
    const importing = workspace.importProject(sampleData(), { label: 'Import' })
    expect(await importing).toMatchObject({ ok: false, error: { code: 'disk-error' } })
    disk?.recover()
    expect(await database.projects.count()).toBe(0)
    expect(workspace.snapshot().save).toMatchObject({ status: 'failed', canRebuild: true })
    value(await workspace.retry())
    const after = await everything(app)
    expect(after['annotations']).toHaveLength(3)
    await app.kill()
    app = await startApp(userData)
    expect(await everything(app)).toEqual(after)
  })
})

describe('a store that cannot be used', () => {
  test('that was emptied behind the app is built anew, and the page told so', async () => {
    const { userData, before } = await lostProfile()
    const running = await startApp(userData)
    await running.quit()
    await running.database.delete()
    app = await startApp(userData)
    expect(app.distrusted).toEqual(['The store was empty.'])
    expect(app.checks.map(check => check.rebuild)).toEqual([null, 'store-failed'])
    expect(await everything(app)).toEqual(before)
  })

  test('that does not open even when new is said to the person, and asked for once only', async () => {
    const { userData, before } = await lostProfile()
    disk = hangingDisk()
    const asked: string[] = []
    const refused = await openApp(userData, {
      instead: own => ({
        'store:distrust': reason => {
          asked.push(reason)
          return own['store:distrust'](reason)
        }
      })
    })
    expect(refused).toMatchObject({ error: { code: 'store-timeout' } })
    expect(asked).toHaveLength(1)
    disk.recover()
    await alterStoreFiles(userData)
    app = await startApp(userData)
    expect(await everything(app)).toEqual(before)
  })
})

test('an import under the id of a project that is only in a journal gets another id', async () => {
  const { userData, projectId, before } = await lostProfile()
  const running = await opened(userData, {})
  expect(await running.database.projects.count()).toBe(0)
  const second = value(await running.workspace.importProject(sampleData(), { label: 'Import' }))
  expect(second).not.toBe(projectId)
  await running.restoring.run(() => undefined)
  const first = (await running.database.annotations.toArray()).filter(row => row.projectId === projectId)
  expect(first).toEqual(before['annotations'])
})
