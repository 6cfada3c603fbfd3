import { strToU8, zipSync } from 'fflate'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { datasetFormat } from '../../src/core/formats/dataset/dataset-format'
import { ProjectBuilder } from '../../src/core/formats/exchange/project-builder'
import type { SourceFile } from '../../src/core/formats/format'
import { forkImporter } from '../../src/importer/host/fork-importer'
import { importFiles, type ImportOptions, type ImportRun } from '../../src/importer/host/import-files'
import { ImporterHost, type ImporterProcess } from '../../src/importer/host/importer-host'
import { importerCaps, type Caps, type FromImporter } from '../../src/importer/protocol'
import { writeAll, writeContext } from '../core/formats/in-memory'
import { smallDataset } from '../core/formats/small-dataset'
import { buildImporter, type BuiltImporter } from './built-importer'
import { docxOf, wordParagraph } from './documents/office-files'

let built: BuiltImporter
const hosts: ImporterHost[] = []

beforeAll(async () => {
  built = await buildImporter()
}, 60_000)
afterAll(() => built.remove())
afterEach(() => {
  for (const host of hosts.splice(0)) host.end()
})

function newHost(caps: Partial<Caps> = {}): ImporterHost {
  const all = { ...importerCaps, ...caps }
  const host = new ImporterHost(() => forkImporter(built.entry, all), all)
  hosts.push(host)
  return host
}

const now = '2026-01-01T00:00:00.000Z'
const file = (name: string, content: string | Uint8Array): SourceFile => ({
  name,
  bytes: typeof content === 'string' ? strToU8(content) : content
})
const run = (host: ImporterHost, files: SourceFile[], options: Partial<ImportOptions> = {}) =>
  importFiles(host, files, { now, ...options })

test('articles come in with what is slow to compute, in the order of the files', async () => {
  const { pieces, failures } = await run(newHost(), [
    file('one.txt', 'A headline\n\nSome words here.'),
    file('press/two.md', '# Another\n\nText.')
  ])
  expect(failures).toEqual([])
  expect(pieces.map(({ file: number, name, piece }) => [number, name, piece.kind])).toEqual([
    [0, 'one.txt', 'article'],
    [1, 'press/two.md', 'article']
  ])
  expect(pieces[0]?.piece).toMatchObject({
    read: { wordCount: 5, article: { title: 'A headline', text: 'A headline\n\nSome words here.' } }
  })
})

test('a dataset is a project, in pieces that come to the same rows', async () => {
  const { pieces, failures } = await run(newHost(), [
    file('small.counterpoint.json', JSON.stringify(smallDataset))
  ])
  expect(failures).toEqual([])
  expect(pieces[0]?.piece).toMatchObject({ kind: 'project', formatId: 'dataset' })
  const rows = pieces.flatMap(({ piece }) => (piece.kind === 'rows' ? [piece.rows] : []))
  expect(rows.map(({ table, rows: { length } }) => [table, length])).toEqual([
    ['articles', smallDataset.articles.length],
    ['revisions', smallDataset.articles.length],
    ['annotations', smallDataset.annotations.length],
    ['relations', smallDataset.relations.length]
  ])
})

test('an archive is taken apart, and what is in it comes in', async () => {
  const archive = zipSync({ 'press/a.txt': strToU8('One article.'), 'press/b.xyz': strToU8('?') })
  const { files, pieces, failures } = await run(newHost(), [file('press.zip', archive)])
  expect(files.map(({ name }) => name)).toEqual(['press/a.txt', 'press/b.xyz'])
  expect(pieces).toHaveLength(1)
  expect(failures).toMatchObject([{ name: 'press/b.xyz', code: 'unsupported-file' }])
})

describe('an export by this program', () => {
  const texts = ['The quay was closed.', 'Its owners object.']
  const builder = new ProjectBuilder({ newId: () => crypto.randomUUID(), now }, { title: 'The quay' })
  const article = builder.addArticle({ text: texts.join('\n\n'), unit: 'utf-16', title: 'A' }, 'a')!
  builder.addAnnotation(article, { label: 'claim', spans: [{ start: 4, end: 8 }] }, 'a')
  const built = builder.build()
  const exported = (withholdsText: boolean) => {
    if (!built.ok) throw new Error(built.error.message)
    return writeAll(datasetFormat, built.value.data, { ...writeContext, withholdsText }).files[0]!
  }
  const notes = {
    'methods.md': strToU8('# Methods'),
    'losses.json': strToU8('{"format": "counterpoint-losses"}')
  }
  const packed = (withholdsText: boolean) =>
    file('quay.zip', zipSync({ 'quay.counterpoint.json': exported(withholdsText).bytes, ...notes }))
  const kindsOf = (pieces: ImportRun['pieces']) => pieces.map(({ piece }) => piece.kind)
  const marked = (pieces: ImportRun['pieces']) =>
    pieces.flatMap(({ piece }) =>
      piece.kind === 'rows' && piece.rows.table === 'annotations' ? piece.rows.rows : []
    )

  test('comes in without the notes that went with it', async () => {
    const { pieces, failures } = await run(newHost(), [packed(false)])
    expect(failures).toEqual([])
    expect(kindsOf(pieces)).toEqual(['project', 'rows', 'rows', 'rows'])
  })

  test('whose texts were withheld is put together with the documents chosen beside it', async () => {
    const word = file('any name.docx', docxOf(texts.map(text => wordParagraph(text)).join('')))
    const { pieces, failures } = await run(newHost(), [packed(true), word])
    expect(failures).toEqual([])
    expect(marked(pieces)).toMatchObject([{ spans: [{ quote: 'quay' }] }])
    const alone = await run(newHost(), [packed(true)])
    expect(alone.failures).toMatchObject([{ code: 'text-withheld', wanted: 'project' }])
  })
})

describe('a table that a person called annotations', () => {
  const table = file('coded.csv', 'doc,what,von,bis\nstory,Blame,4,9\n')
  const columns = { article: 'doc', layer: 'what', start: 'von', end: 'bis' }
  const tables = { 'coded.csv': { rows: 'annotations' as const, columns } }

  test('is a project with the texts beside it', async () => {
    const text = file('story.docx', docxOf(wordParagraph('Ana spoke to Bo about it.')))
    const { pieces, failures } = await run(newHost(), [table, text], { tables })
    expect(failures).toEqual([])
    expect(pieces[0]?.piece).toMatchObject({ kind: 'project', formatId: 'csv' })
    const rows = pieces.flatMap(({ piece }) => (piece.kind === 'rows' ? [piece.rows] : []))
    expect(rows.find(({ table }) => table === 'annotations')?.rows).toMatchObject([
      { spans: [{ quote: 'spoke' }] }
    ])
  })

  test('is refused without them, and for columns that it does not have', async () => {
    const alone = await run(newHost(), [table], { tables })
    expect(alone.failures).toMatchObject([{ name: 'coded.csv', code: 'missing-text', wanted: 'project' }])
    const wrong = { 'coded.csv': { rows: 'annotations' as const, columns: { ...columns, layer: 'gone' } } }
    const other = await run(newHost(), [table], { tables: wrong })
    expect(other.failures).toMatchObject([{ name: 'coded.csv', code: 'wrong-columns' }])
  })
})

describe('caps', () => {
  /** What a hostile file would make of a reader, without having to find one. */
  const busy = file('busy.md', `${'*a **a '.repeat(600_000)}`)

  test('of time: the file is named, the process ended, and the next file is read', async () => {
    const host = newHost({ timeMs: 3000 })
    const { pieces, failures } = await run(host, [busy, file('next.txt', 'Words.')])
    expect(failures).toMatchObject([{ name: 'busy.md', code: 'took-too-long' }])
    expect(pieces.map(({ name }) => name)).toEqual(['next.txt'])
  })

  test('of memory: the same', async () => {
    // Less than any Node process has: even the smallest file goes beyond it.
    const host = newHost({ memoryBytes: 1024 })
    const { failures } = await run(host, [busy])
    expect(failures).toMatchObject([{ name: 'busy.md', code: 'too-much-memory' }])
  })

  test('a cancelled import answers at once', async () => {
    const abort = new AbortController()
    setTimeout(() => abort.abort(), 200)
    const began = Date.now()
    const outcome = await run(newHost(), [busy, file('next.txt', 'Words.')], { signal: abort.signal })
    expect(outcome.isCancelled).toBe(true)
    expect(Date.now() - began).toBeLessThan(2000)
  })
})

describe('a process that does not do as it should', () => {
  /** A process that answers a job by one message, or by ending. */
  function fake(answer: FromImporter | 'exit'): ImporterProcess {
    let tell: (message: FromImporter) => void = () => undefined
    let exit: () => void = () => undefined
    return {
      send: () => (answer === 'exit' ? exit() : tell(answer)),
      onMessage: listener => {
        tell = listener
      },
      onExit: listener => {
        exit = listener
      },
      kill: () => undefined
    }
  }

  test('one that breaks off is a failure of this file alone', async () => {
    let starts = 0
    const host = new ImporterHost(() => {
      starts += 1
      return fake(starts === 1 ? 'exit' : { type: 'done', failure: null })
    })
    const { failures } = await run(host, [file('a.txt', 'x'), file('b.txt', 'x')])
    expect(failures).toMatchObject([{ name: 'a.txt', code: 'importer-stopped' }])
    expect(starts).toBe(2)
  })
})
