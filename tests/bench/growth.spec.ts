import { test, type Page } from '@playwright/test'
import { isQuick, record, rounds } from './figure'
import { measureOpen } from './page-probe'
import { sizeM } from './seeded-dataset'
import { clickArticle, goToLibrary, launchWithArticles } from './workspace-with-articles'

const annotationsInAll = isQuick ? 100_000 : 1_000_000
const perArticle = 10_000
const sections = Math.ceil(sizeM.paragraphs / 50)

/** What opening one article costs, however many annotations the project has beside its own. */
test('growth', async () => {
  test.setTimeout(900_000)
  const app = await launchWithArticles([sizeM])
  const { page } = app
  const measure = async () => {
    const opened: number[] = []
    for (let i = 0; i < rounds(7, 3); i++) {
      await goToLibrary(page)
      opened.push((await measureOpen(page, sections, () => clickArticle(page, new RegExp(sizeM.id)))).painted)
    }
    return opened
  }
  const few = await measure()
  for (let added = 0; added < annotationsInAll; added += perArticle)
    await addRows(page, `more-${added}`, perArticle)
  // The database goes on tidying up after so much writing.
  await page.waitForTimeout(isQuick ? 10_000 : 60_000)
  const many = await measure()
  record('9-growth', [
    {
      name: `open M among ${annotationsInAll.toLocaleString('en')} annotations → painted`,
      unit: 'ms',
      samples: many,
      limit: { name: 'among 2,000', samples: few },
      targets: [{ of: 'ratio', atMost: 1.2 }]
    }
  ])
  await app.close()
})

/** Copies of the article's own rows under another article, written past the application. */
function addRows(page: Page, articleId: string, count: number): Promise<void> {
  return page.evaluate(
    async ([article, wanted]) => {
      const done = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result)
          request.onerror = () => reject(request.error ?? new Error('The database did not answer'))
        })
      const [found] = (await indexedDB.databases()).filter(({ name }) =>
        name?.toLowerCase().includes('counterpoint')
      )
      const database = await done(indexedDB.open(found?.name ?? ''))
      try {
        const rows = (await done(
          database.transaction('annotations').objectStore('annotations').getAll(null, 2_000)
        )) as { id: string; articleId: string }[]
        const transaction = database.transaction('annotations', 'readwrite', { durability: 'relaxed' })
        const store = transaction.objectStore('annotations')
        for (let i = 0; i < wanted; i++)
          store.put({ ...rows[i % rows.length], id: `${article}-${i}`, articleId: article })
        await new Promise<void>((resolve, reject) => {
          transaction.oncomplete = () => resolve()
          transaction.onabort = () => reject(transaction.error ?? new Error('Aborted'))
        })
      } finally {
        database.close()
      }
    },
    [articleId, count] as const
  )
}
