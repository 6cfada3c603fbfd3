import 'fake-indexeddb/auto'
import { afterEach, expect, test } from 'vitest'
import type { ArticleId } from '../../src/core/project/ids'
import { dataForExport } from '../../src/renderer/persistence/data-for-export'
import { temporaryFolder } from '../main/storage/temporary-folder'
import { startApp, type App } from './app'
import { sampleData } from './sample-data'
import { rename, value } from './test-workspace'

let app: App | undefined
afterEach(async () => {
  await app?.kill()
  app = undefined
})

async function openSample() {
  app = await startApp(await temporaryFolder())
  const projectId = value(await app.workspace.importProject(sampleData(40), { label: 'Import' }))
  value(await app.workspace.openProject(projectId))
  value(await app.workspace.perform(await rename(app.workspace, projectId, 'Renamed')))
  const article = value(await dataForExport(app, projectId)).articles[0]?.id
  return { app, projectId, article: article as ArticleId }
}

// As after its disk ran full: the browser closes the store, and every later question fails.
test.each(['all articles', 'one article'])('%s: the journal says what a broken store cannot', async which => {
  const { app, projectId, article } = await openSample()
  const articleIds = which === 'all articles' ? undefined : [article]
  const before = value(await dataForExport(app, projectId, articleIds))
  expect(before.articles.length).toBeGreaterThan(0)
  app.database.close()
  expect(value(await dataForExport(app, projectId, articleIds))).toEqual(before)
})

test('when the journal cannot be read either, the store says what is wrong', async () => {
  const { app, projectId } = await openSample()
  app.database.close()
  const bridge = {
    ...app.bridge,
    request: () => Promise.resolve({ ok: false, error: { code: 'disk-error', message: 'no journal' } })
  } as unknown as App['bridge']
  expect(await dataForExport({ database: app.database, bridge }, projectId)).toMatchObject({
    ok: false,
    error: { code: 'store-closed' }
  })
})

test('a project that is not there is not looked for elsewhere', async () => {
  const { app } = await openSample()
  expect(await dataForExport(app, 'none' as never)).toMatchObject({
    ok: false,
    error: { code: 'no-such-project' }
  })
})
