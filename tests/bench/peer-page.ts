import type { Page } from '@playwright/test'
import type { DatasetInput } from '../../src/core/formats/dataset/schema'
import { launchPage, type BarePage } from './bare-page'

/** How the peer is given its annotations: as positions, or with ranges of the document made beforehand. */
export type PeerHelp = 'positions' | 'ranges'
export type PeerRenderer = 'SPANS' | 'CSS_HIGHLIGHTS'

/** A span in the paragraphs' text put end to end, as the peer counts: UTF-16 units, half open. */
export interface PeerSpan {
  quote: string
  start: number
  end: number
}

interface PeerAnnotator {
  setAnnotations(annotations: readonly unknown[]): void
  addAnnotation(annotation: unknown): void
  removeAnnotation(id: string): void
  destroy(): void
  state: { store: { getAt(x: number, y: number, all: true): unknown } }
}

declare global {
  interface Window {
    RecogitoJS: {
      createTextAnnotator(element: Element, options: { renderer: PeerRenderer }): PeerAnnotator
    }
    peer?: PeerAnnotator
  }
}

/** An Electron with Recogito's text annotator on a plain page. */
export function launchPeer(): Promise<BarePage> {
  return launchPage('peer.html')
}

/** The spans of an article in the peer's positions: it does not count the blank lines between paragraphs. */
export function peerSpans(dataset: DatasetInput, articleId: string): PeerSpan[] {
  const text = dataset.articles?.find(article => article.id === articleId)?.text ?? ''
  const breaks = [...text.matchAll(/\n\n/g)].map(match => match.index)
  const breaksBefore = (offset: number) => {
    let low = 0
    let high = breaks.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((breaks[middle] ?? Infinity) < offset) low = middle + 1
      else high = middle
    }
    return low
  }
  return (dataset.annotations ?? [])
    .filter(annotation => annotation.articleId === articleId)
    .flatMap(({ spans: [span] }) =>
      span === undefined
        ? []
        : {
            quote: span.quote.replaceAll('\n\n', ''),
            start: span.start - 2 * breaksBefore(span.start),
            end: span.end - 2 * breaksBefore(span.end)
          }
    )
}

/** Shows text with its annotations through the peer; ms until the first lines under it were painted. */
export function showPeerText(
  page: Page,
  paragraphs: readonly string[],
  spans: readonly PeerSpan[],
  help: PeerHelp,
  renderer: PeerRenderer
): Promise<number> {
  return page.evaluate(
    async ([texts, all, isHelped, kind]) => {
      const mount = document.querySelector('#text')
      if (mount === null) throw new Error('The page has no place for text')
      const frame = () => new Promise(resolve => requestAnimationFrame(resolve))
      window.peer?.destroy()
      mount.replaceChildren()
      document.querySelector('#scroller')?.scrollTo(0, 0)
      await frame()
      await frame()
      const isPainted = () =>
        kind === 'SPANS'
          ? document.querySelector('.r6o-span-highlight-layer .r6o-annotation') !== null
          : [...CSS.highlights.values()].some(highlight => highlight.size > 0)
      const start = performance.now()
      const starts: number[] = []
      const nodes: Text[] = []
      const whole = document.createDocumentFragment()
      let length = 0
      for (const text of texts) {
        const paragraph = document.createElement('p')
        const node = document.createTextNode(text)
        paragraph.append(node)
        whole.append(paragraph)
        starts.push(length)
        nodes.push(node)
        length += text.length
      }
      mount.append(whole)
      const place = (offset: number, isEnd: boolean): [Text, number] => {
        let low = 0
        let high = starts.length
        while (low < high) {
          const middle = (low + high) >> 1
          const at = starts[middle] ?? Infinity
          if (isEnd ? at < offset : at <= offset) low = middle + 1
          else high = middle
        }
        const node = nodes[low - 1]
        if (node === undefined) throw new Error('A span lies outside the text')
        return [node, offset - (starts[low - 1] ?? 0)]
      }
      const rangeOf = (span: PeerSpan) => {
        const range = document.createRange()
        range.setStart(...place(span.start, false))
        range.setEnd(...place(span.end, true))
        return range
      }
      window.peer = window.RecogitoJS.createTextAnnotator(mount, { renderer: kind })
      window.peer.setAnnotations(
        all.map((span, i) => ({
          id: `a${i}`,
          bodies: [],
          target: {
            annotation: `a${i}`,
            selector: [isHelped ? { ...span, range: rangeOf(span) } : span]
          }
        }))
      )
      while (!isPainted()) await frame()
      await frame()
      await frame()
      return performance.now() - start
    },
    [paragraphs, spans, help === 'ranges', renderer] as const
  )
}

/** Adds and removes one annotation; ms until each was painted. */
export function changePeer(page: Page, span: PeerSpan): Promise<{ added: number; removed: number }> {
  return page.evaluate(async added => {
    const peer = window.peer
    if (peer === undefined) throw new Error('The peer is not there')
    const frame = () => new Promise(resolve => requestAnimationFrame(resolve))
    const timed = async (change: () => void) => {
      await frame()
      const start = performance.now()
      change()
      await frame()
      await frame()
      return performance.now() - start
    }
    const target = { annotation: 'added', selector: [added] }
    return {
      added: await timed(() => peer.addAnnotation({ id: 'added', bodies: [], target })),
      removed: await timed(() => peer.removeAnnotation('added'))
    }
  }, span)
}

/** How long the peer takes to say what lies under points of the screen, in µs each. */
export function hitTestPeer(page: Page, count: number): Promise<number[]> {
  return page.evaluate(times => {
    const mount = document.querySelector('#text')
    const peer = window.peer
    if (mount === null || peer === undefined) throw new Error('The peer is not there')
    const { left, top } = mount.getBoundingClientRect()
    return Array.from({ length: times }, (_, i) => {
      const x = 100 + (i % 40) * 10
      const y = 100 + (i % 60) * 10
      const start = performance.now()
      for (let j = 0; j < 20; j++) peer.state.store.getAt(x - left, y - top + j, true)
      return ((performance.now() - start) * 1000) / 20
    })
  }, count)
}
