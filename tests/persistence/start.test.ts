import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { ProjectId } from '../../src/core/project/ids'
import { temporaryFolder } from '../main/storage/temporary-folder'
import { alterStoreFiles, exported, startApp, type App } from './app'
import { arbitraryDeed, doDeed, importsOf } from './random-edits'
import { sampleData } from './sample-data'
import { everything, rename, storedAnnotation, storedProject, value } from './test-workspace'

let app: App | undefined
afterEach(async () => {
  await app?.kill()
  app = undefined
})

/** How a session can end, and what the next one then finds. */
const endings = {
  'closed in good order': async (_: string, running: App) => running.quit(),
  killed: async (_: string, running: App) => running.kill(),
  'its store files altered afterwards': async (userData: string, running: App) => {
    await running.quit()
    await alterStoreFiles(userData)
  }
} as const
const endingNames = Object.keys(endings) as (keyof typeof endings)[]

async function titlesAndExports(running: App): Promise<Map<ProjectId, string>> {
  const ids = await running.database.projects.toCollection().primaryKeys()
  const entries = await Promise.all(
    ids.map(async id => [id, await exported(running, id as ProjectId)] as const)
  )
  return new Map(entries as [ProjectId, string][])
}

describe('the working store after a restart', () => {
  test.each(endingNames)('%s: every row, the history and the export are what they were', async ending => {
    const userData = await temporaryFolder()
    app = await startApp(userData)
    const projectId = value(await app.workspace.importProject(sampleData(700), { label: 'Import dataset' }))
    value(await app.workspace.openProject(projectId))
    value(await app.workspace.perform(await rename(app.workspace, projectId, 'A')))
    value(await app.workspace.perform(await rename(app.workspace, projectId, 'B')))
    value(await app.workspace.undo())
    const [before, dataset] = [await everything(app), await exported(app, projectId)]
    await endings[ending](userData, app)

    app = await startApp(userData, { last: { projectId, articleId: null } })
    expect(await everything(app)).toEqual(before)
    expect(await exported(app, projectId)).toBe(dataset)
    expect(app.distrusted).toEqual([])
    value(await app.workspace.openProject(projectId))
    expect(app.workspace.snapshot()).toMatchObject({ undoLabel: 'Rename to A', redoLabel: 'Rename to B' })
    value(await app.workspace.undo())
    expect((await storedProject(app.workspace, projectId)).title).toBe('Sample')
  })

  test('is believed after a good end, and built anew after any other', async () => {
    const userData = await temporaryFolder()
    const reasons: unknown[] = []
    for (const ending of [...endingNames, 'closed in good order'] as const) {
      app = await startApp(userData)
      if (reasons.length === 0) value(await app.workspace.importProject(sampleData(), { label: 'Import' }))
      reasons.push(app.checks.at(-1)?.rebuild)
      await endings[ending](userData, app)
    }
    app = undefined
    expect(reasons).toEqual([null, null, 'not-closed', 'files-changed'])
  })

  test('whatever was done, and however often it ended', { timeout: 120_000 }, async () => {
    const step = fc.oneof({ weight: 8, arbitrary: arbitraryDeed }, fc.constantFrom(...endingNames))
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.array(step, { minLength: 5, maxLength: 25 }), async (seed, steps) => {
        const imports = importsOf(seed)
        const userData = await temporaryFolder()
        let running = await startApp(userData)
        try {
          for (const each of [...steps, 'killed' as const]) {
            if (typeof each !== 'string') {
              await doDeed(running.workspace, each, imports)
              continue
            }
            const open = running.workspace.project()
            const { undoLabel, redoLabel } = running.workspace.snapshot()
            const [before, exports] = [await everything(running), await titlesAndExports(running)]
            await endings[each](userData, running)
            running = await startApp(userData, {
              last: { projectId: open?.projectId ?? null, articleId: null }
            })
            expect(await everything(running)).toEqual(before)
            expect(await titlesAndExports(running)).toEqual(exports)
            if (open !== null) value(await running.workspace.openProject(open.projectId))
            expect(running.workspace.snapshot()).toMatchObject({ undoLabel, redoLabel })
          }
        } finally {
          await running.kill()
        }
      }),
      { numRuns: 30 }
    )
  })

  test('the same dataset twice: two projects with the same row ids stay apart', async () => {
    const userData = await temporaryFolder()
    app = await startApp(userData)
    const { workspace } = app
    const first = value(await workspace.importProject(sampleData(), { label: 'Import' }))
    const second = value(await workspace.importProject(sampleData(), { label: 'Import', title: 'Copy' }))
    value(await workspace.openProject(second))
    const annotation = await storedAnnotation(workspace, second, 'n1')
    const gone = { table: 'annotations' as const, id: 'n1', before: annotation, after: null }
    value(await workspace.perform({ label: 'Delete', changes: [gone] }))
    const before = await everything(app)
    await app.kill()
    app = await startApp(userData)
    expect(await everything(app)).toEqual(before)
    expect(await app.database.annotations.get([first, 'n1'])).toBeDefined()
    expect(await app.database.annotations.get([second, 'n1'])).toBeUndefined()
  })
})

describe('an import that breaks off', () => {
  test.each(['cancelled', 'refused by the journal', 'refused by the store', 'killed'])(
    '%s: neither rows nor a folder are left',
    async how => {
      const userData = await temporaryFolder()
      let appended = 0
      app = await startApp(userData, {
        instead: own => ({
          'journal:append': changeSet =>
            how === 'refused by the journal' && ++appended === 3
              ? { ok: false, error: { code: 'disk-full', message: 'Full.' } }
              : own['journal:append'](changeSet)
        })
      })
      const running = app
      const cancel = new AbortController()
      let pieces = 0
      const importing = running.workspace.importProject(sampleData(2500), {
        label: 'Import',
        signal: cancel.signal,
        onProgress: () => {
          pieces += 1
          if (pieces < 2) return
          if (how === 'cancelled') cancel.abort()
          if (how === 'refused by the store' || how === 'killed') running.database.close()
        }
      })
      expect(await importing).toMatchObject({ ok: false })
      const incoming = await readdir(join(userData, 'projects'))
      expect(incoming.filter(name => name !== 'complete')).toEqual([])
      await running.kill()
      app = await startApp(userData)
      const rows = await everything(app)
      expect(Object.values(rows).flat()).toEqual([])
    }
  )
})
