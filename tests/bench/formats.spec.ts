import { test } from '@playwright/test'
import { AnnotationIndex } from '../../src/core/annotation/annotation-index'
import { sourceOf } from '../../src/core/formats/project-source'
import { datasetFormat } from '../../src/core/formats/dataset/dataset-format'
import type { ProjectData } from '../../src/core/project/entities'
import { record, rounds } from './figure'
import { seededDataset, seededRandom, sizeL } from './seeded-dataset'

const articles = Array.from({ length: 5 }, (_, i) => ({ ...sizeL, id: `article-${i}` }))
const context = { generator: { name: 'Bench', version: '0' }, exportedAt: '2026-01-01T00:00:00.000Z' }

test('formats', () => {
  const text = JSON.stringify(seededDataset('Formats', articles), null, 2)
  const bytes = new TextEncoder().encode(text)
  const parse: number[] = []
  const read: number[] = []
  const stringify: number[] = []
  const write: number[] = []
  const longestPiece: number[] = []
  let data = readDataset(bytes)
  for (let i = 0; i < rounds(3, 1); i++) {
    parse.push(timed(() => JSON.parse(new TextDecoder().decode(bytes)) as unknown))
    read.push(timed(() => (data = readDataset(bytes))))
    const written = writeDataset(data)
    write.push(written.ms)
    longestPiece.push(written.longestMs)
    const whole = JSON.parse(written.text) as unknown
    stringify.push(timed(() => JSON.stringify(whole, null, 2)))
  }
  const megabytes = Math.round(bytes.length / 1e6)
  record('7-formats', [
    {
      name: `write a dataset of 100,000 annotations (${megabytes} MB)`,
      unit: 'ms',
      samples: write,
      limit: { name: 'JSON.stringify', samples: stringify },
      // Half as fast as the limit is twice its time.
      targets: [{ of: 'ratio', atMost: 2 }]
    },
    {
      name: 'write it: longest piece',
      unit: 'ms',
      samples: longestPiece,
      targets: [{ of: 'max', atMost: 50 }]
    },
    { name: 'read it back', unit: 'ms', samples: read, limit: { name: 'JSON.parse', samples: parse } },
    {
      name: 'annotations at a place among 20,000: lookup without geometry',
      unit: 'µs',
      samples: lookups(data),
      targets: [{ of: 'p95', atMost: 100 }]
    }
  ])
})

function readDataset(bytes: Uint8Array): ProjectData {
  let minted = 0
  const result = datasetFormat.read?.([{ name: 'bench.counterpoint.json', bytes }], {
    newId: () => `minted-${minted++}`,
    now: context.exportedAt
  })
  if (result?.ok !== true) throw new Error(result?.error.message ?? 'The format cannot be read')
  return result.value.data
}

function writeDataset(data: ProjectData) {
  const [file] = datasetFormat.write?.(sourceOf(data), context).files ?? []
  if (file === undefined) throw new Error('The format cannot be written')
  const pieces: string[] = []
  let longestMs = 0
  const start = performance.now()
  let last = start
  for (const piece of file.chunks) {
    pieces.push(String(piece))
    const now = performance.now()
    longestMs = Math.max(longestMs, now - last)
    last = now
  }
  return { text: pieces.join(''), ms: last - start, longestMs }
}

/** Each sample is the mean of a thousand lookups: one alone is below what the clock tells apart. */
function lookups(data: ProjectData): number[] {
  const revision = data.revisions[0]
  if (revision === undefined) throw new Error('The dataset has no text')
  const annotations = data.annotations.filter(row => row.articleId === revision.articleId)
  const index = new AnnotationIndex(revision.blocks, annotations)
  const random = seededRandom(3)
  return Array.from({ length: 50 }, () => {
    const places = Array.from({ length: 1000 }, () => Math.floor(random() * revision.text.length))
    return timed(() => places.forEach(place => index.atOffset(place)))
  })
}

function timed(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}
