import { test, type Page } from '@playwright/test'
import { launchBarePage, showBareText } from './bare-page'
import { record, rounds, type Figure } from './figure'
import { MainThread, measureOpen, type OpenTimes } from './page-probe'
import { launchPeer, peerSpans, showPeerText, type PeerHelp } from './peer-page'
import { sizeL, sizeM, type ArticleSize } from './seeded-dataset'
import { clickArticle, goToLibrary, launchWithArticles } from './workspace-with-articles'

const blocksPerSection = 50

test('opening', async () => {
  const app = await launchWithArticles([sizeM, sizeL])
  const bare = await launchBarePage()
  const peer = await launchPeer()
  const mainThread = await MainThread.of(app.page)
  const figures: Figure[] = [{ name: 'import the dataset of M and L', unit: 'ms', samples: [app.importMs] }]
  const runs = [sizeM, sizeL].map(size => ({
    size,
    paragraphs: app.paragraphsOf(size),
    spans: peerSpans(app.dataset, size.id),
    opened: [] as OpenTimes[],
    bare: [] as number[],
    rows: [] as number[],
    peer: { positions: [] as number[], ranges: [] as number[] }
  }))
  for (let round = 0; round < rounds(5, 3); round++) {
    for (const run of runs) {
      await goToLibrary(app.page)
      const sections = Math.ceil(run.paragraphs.length / blocksPerSection)
      const title = new RegExp(run.size.id)
      run.opened.push(await measureOpen(app.page, sections, () => clickArticle(app.page, title)))
      run.bare.push(await showBareText(bare.page, run.paragraphs))
      run.rows.push(await readRows(app.page, run.size))
      for (const help of ['positions', 'ranges'] as const) {
        // Half a minute each time.
        if (run.size === sizeL && help === 'positions' && round > 0) continue
        run.peer[help].push(await showPeerText(peer.page, run.paragraphs, run.spans, help, 'SPANS'))
      }
    }
  }
  for (const run of runs) figures.push(...figuresOf(run))
  figures.push({ name: 'JavaScript heap with L open', unit: 'MB', samples: [await mainThread.heapMb()] })
  record('3-opening', figures)
  await app.close()
  await bare.close()
  await peer.close()
})

function figuresOf(run: {
  size: ArticleSize
  opened: OpenTimes[]
  bare: number[]
  rows: number[]
  peer: Record<PeerHelp, number[]>
}): Figure[] {
  const letter = run.size === sizeM ? 'M' : 'L'
  const limit = { name: 'bare page', samples: run.bare }
  const [asItComes, helped] = run.size === sizeM ? [6, undefined] : [100, 10]
  return [
    {
      name: `open ${letter} → painted`,
      unit: 'ms',
      samples: run.opened.map(times => times.painted),
      limit,
      peer: { name: 'Recogito', samples: run.peer.positions },
      targets: [
        { of: 'ratio', atMost: run.size === sizeM ? 2.5 : 3 },
        { of: 'peer', atLeast: asItComes }
      ]
    },
    {
      name: `open ${letter} → painted, beside the peer given ranges`,
      unit: 'ms',
      samples: run.opened.map(times => times.painted),
      peer: { name: 'Recogito, helped', samples: run.peer.ranges },
      targets: helped === undefined ? [] : [{ of: 'peer', atLeast: helped }]
    },
    {
      name: `open ${letter} → text in the document`,
      unit: 'ms',
      samples: run.opened.map(times => times.changed)
    },
    {
      name: `open ${letter} → every section there`,
      unit: 'ms',
      samples: run.opened.map(times => times.filled)
    },
    { name: `open ${letter}: longest task`, unit: 'ms', samples: run.opened.map(times => times.longestTask) },
    {
      name: `the annotations of ${letter} out of IndexedDB, nothing else`,
      unit: 'ms',
      samples: run.rows,
      limit
    }
  ]
}

/** How long the bare database takes for one article's rows by the index the application uses, in ms. */
function readRows(page: Page, size: ArticleSize): Promise<number> {
  return page.evaluate(
    async ([articleId, count]) => {
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
        const projects = await done(database.transaction('projects').objectStore('projects').getAll())
        const projectId = (projects[0] as { id: string }).id
        const start = performance.now()
        const index = database
          .transaction('annotations')
          .objectStore('annotations')
          .index('[projectId+articleId+layer+startUtf16]')
        const range = IDBKeyRange.bound([projectId, articleId], [projectId, articleId, []])
        const rows = await done(index.getAll(range))
        const took = performance.now() - start
        if (rows.length !== count) throw new Error(`Read ${rows.length} rows instead of ${count}`)
        return took
      } finally {
        database.close()
      }
    },
    [size.id, size.annotations] as const
  )
}
