import { test, type Page } from '@playwright/test'
import { launchBarePage, measureBareKey, showBareText, type BarePage } from './bare-page'
import { record, rounds } from './figure'
import { MainThread, measureKey, measureOpen } from './page-probe'
import { changePeer, hitTestPeer, launchPeer, peerSpans, showPeerText, type PeerSpan } from './peer-page'
import { seededRandom, sizeL } from './seeded-dataset'
import { clickArticle, launchWithArticles } from './workspace-with-articles'

const tagKeys = { claim: '1', perspective: '2' } as const

test('tagging', async () => {
  const app = await launchWithArticles([sizeL])
  const bare = await launchBarePage()
  const { page } = app
  const paragraphs = app.paragraphsOf(sizeL)
  await showBareText(bare.page, paragraphs)
  await measureOpen(page, paragraphs.length / 50, () => clickArticle(page, /article-l/))
  await page.waitForTimeout(1000)
  const peer = await launchPeer()
  const spans = peerSpans(app.dataset, sizeL.id)
  await showPeerText(peer.page, paragraphs, spans, 'ranges', 'SPANS')
  await measureTags(page, bare, { page: peer.page, span: spans[0] })
  record('4b-hits', [
    {
      name: 'what lies under a point at L: the place in the text, without the lookup',
      unit: 'µs',
      samples: await hitTest(page, 50),
      peer: { name: 'Recogito', samples: await hitTestPeer(peer.page, 50) },
      targets: [{ of: 'p95', atMost: 100 }]
    }
  ])
  await peer.close()
  await measureCommits(page)
  await app.close()
  await bare.close()
})

async function measureTags(
  page: Page,
  bare: BarePage,
  peer: { page: Page; span: PeerSpan | undefined }
): Promise<void> {
  const peerAdded: number[] = []
  const peerRemoved: number[] = []
  const mainThread = await MainThread.of(page)
  const bareThread = await MainThread.of(bare.page)
  const random = seededRandom(7)
  const tagged: number[] = []
  const tagWork: number[] = []
  const removed: number[] = []
  const removeWork: number[] = []
  const plain: number[] = []
  const plainWork: number[] = []
  for (let i = 0; i < rounds(30, 10); i++) {
    await scrollToShare(page, random())
    const quote = await dragOverWords(page)
    tagWork.push(
      await mainThread.workDuring(async () => {
        const times = await measureKey(page, tagKeys.claim, { annotations: sizeL.annotations + 1, quote })
        tagged.push(times.painted)
      })
    )
    await page.waitForTimeout(200)
    removeWork.push(
      await mainThread.workDuring(async () => {
        removed.push((await measureKey(page, 'Delete', { annotations: sizeL.annotations })).painted)
      })
    )
    if (peer.span !== undefined) {
      const { added, removed: gone } = await changePeer(peer.page, peer.span)
      peerAdded.push(added)
      peerRemoved.push(gone)
    }
    plainWork.push(await bareThread.workDuring(async () => plain.push(await measureBareKey(bare.page))))
    await page.waitForTimeout(200)
  }
  const limit = { name: 'bare page', samples: plain }
  const workLimit = { name: 'bare page', samples: plainWork }
  const painted = [{ of: 'p95', atMost: 50 } as const]
  const work = [{ of: 'p95', atMost: 8 } as const]
  record('4-tagging', [
    {
      name: 'tag at L → painted with card, inspector, count',
      unit: 'ms',
      samples: tagged,
      limit,
      peer: { name: 'Recogito, its lines alone', samples: peerAdded },
      targets: painted
    },
    { name: 'tag at L: main thread', unit: 'ms', samples: tagWork, limit: workLimit, targets: work },
    {
      name: 'remove at L → painted',
      unit: 'ms',
      samples: removed,
      limit,
      peer: { name: 'Recogito, its lines alone', samples: peerRemoved },
      targets: painted
    },
    { name: 'remove at L: main thread', unit: 'ms', samples: removeWork, limit: workLimit, targets: work }
  ])
}

async function measureCommits(page: Page): Promise<void> {
  await scrollToShare(page, 0.5)
  const quote = await dragOverWords(page)
  await measureKey(page, tagKeys.perspective, { annotations: sizeL.annotations + 1, quote })
  const mainThread = await MainThread.of(page)
  const random = seededRandom(11)
  const saved: number[] = []
  const painted: number[] = []
  const puts: number[] = []
  const work: number[] = []
  await prepareBarePuts(page)
  for (let i = 0; i < rounds(100, 30); i++) {
    const [key, option] = i % 2 === 0 ? ['s', 'Supports'] : ['o', 'Opposes']
    work.push(
      await mainThread.workDuring(async () => {
        const times = await measureKey(page, key ?? '', { saved: option ?? '' })
        saved.push(times.changed)
        painted.push(times.painted)
      })
    )
    puts.push(await barePut(page, i))
    await page.waitForTimeout(20 + 20 * random())
  }
  const limit = { name: 'bare IndexedDB put', samples: puts }
  record('5-commit', [
    {
      name: 'one attribute by key → “Saved” in the document',
      unit: 'ms',
      samples: saved,
      limit,
      targets: [
        { of: 'median', atMost: 2 },
        { of: 'p99', atMost: 20 }
      ]
    },
    { name: 'one attribute by key → painted', unit: 'ms', samples: painted },
    { name: 'one attribute by key: main thread', unit: 'ms', samples: work }
  ])
}

/** Brings a place of the article on screen and waits until its cards are laid out. */
async function scrollToShare(page: Page, share: number): Promise<void> {
  await page.evaluate(part => {
    const scroller = document.querySelector('.reader-scroll')
    if (scroller !== null) scroller.scrollTop = (scroller.scrollHeight - scroller.clientHeight) * part
  }, share)
  await page.waitForTimeout(400)
}

/** Selects a few words of a paragraph in the middle of the screen with the mouse, and answers one of them. */
async function dragOverWords(page: Page): Promise<string> {
  const { from, to } = await page.evaluate(() => {
    const blocks = [...document.querySelectorAll('[aria-label="Article text"] [data-block]')]
    const block = blocks.find(candidate => {
      const { top, bottom } = candidate.getBoundingClientRect()
      return top > window.innerHeight * 0.3 && bottom < window.innerHeight * 0.85
    })
    const node = block && document.createTreeWalker(block, NodeFilter.SHOW_TEXT).nextNode()
    if (!node) throw new Error('No paragraph is in view')
    const text = node.textContent ?? ''
    const start = text.indexOf(' ') + 1
    const end = text.indexOf(' ', start + 20)
    const rectAt = (offset: number) => {
      const range = document.createRange()
      range.setStart(node, offset)
      range.setEnd(node, offset + 1)
      const { left, top, height } = range.getBoundingClientRect()
      return { x: left + 2, y: top + height / 2 }
    }
    return { from: rectAt(start), to: rectAt(end - 1) }
  })
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 3 })
  await page.mouse.up()
  await page.getByRole('toolbar', { name: 'Tag selection' }).waitFor()
  await page.waitForTimeout(150)
  return page.evaluate(() => getSelection()?.toString() ?? '')
}

/** How long the browser takes to say which letter lies under a point of the article, in µs each. */
function hitTest(page: Page, count: number): Promise<number[]> {
  return page.evaluate(times => {
    const text = document.querySelector('[aria-label="Article text"]')
    if (text === null) throw new Error('No article text')
    const { left, top } = text.getBoundingClientRect()
    const from = Math.max(top, 120)
    return Array.from({ length: times }, (_, i) => {
      const start = performance.now()
      for (let j = 0; j < 20; j++)
        document.caretPositionFromPoint(left + 10 + (i % 40) * 10, from + (i % 60) * 8 + j)
      return ((performance.now() - start) * 1000) / 20
    })
  }, count)
}

/** A database of its own beside the application's, in the same page, for what one write costs by itself. */
function prepareBarePuts(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('bench-limit')
        request.onupgradeneeded = () => request.result.createObjectStore('rows', { keyPath: 'id' })
        request.onsuccess = () => {
          request.result.close()
          resolve()
        }
        request.onerror = () => reject(request.error ?? new Error('No database'))
      })
  )
}

/** One row of about 390 bytes written with the durability the application asks for, in ms. */
function barePut(page: Page, number: number): Promise<number> {
  return page.evaluate(
    id =>
      new Promise<number>((resolve, reject) => {
        const request = indexedDB.open('bench-limit')
        request.onerror = () => reject(request.error ?? new Error('No database'))
        request.onsuccess = () => {
          const database = request.result
          const start = performance.now()
          const transaction = database.transaction('rows', 'readwrite', { durability: 'strict' })
          transaction.objectStore('rows').put({ id, text: 'x'.repeat(390) })
          transaction.oncomplete = () => {
            resolve(performance.now() - start)
            database.close()
          }
        }
      }),
    number
  )
}
