import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildImporter, type BuiltImporter } from '../importer/built-importer'
import { runCli } from './run-cli'

const folder = mkdtempSync(path.join(tmpdir(), 'counterpoint-tables-'))
let importer: BuiltImporter

/** The application's folder as the command line looks for it. */
beforeAll(async () => {
  importer = await buildImporter()
  mkdirSync(path.join(folder, 'out', 'main'), { recursive: true })
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module", "version": "1.0.0" }')
  const entry = pathToFileURL(importer.entry).href
  writeFileSync(path.join(folder, 'out', 'main', 'importer.js'), `await import(${JSON.stringify(entry)})\n`)
}, 60_000)
afterAll(() => {
  importer.remove()
  rmSync(folder, { recursive: true, force: true })
})

const root = pathToFileURL(`${folder}/`)
const stats = (files: readonly [name: string, text: string][], args: readonly string[]) => {
  const paths = files.map(([name, text]) => {
    writeFileSync(path.join(folder, name), text)
    return path.join(folder, name)
  })
  return runCli(['stats', ...paths, ...args], '', root)
}
const corpus = ['corpus.csv', 'body,name\n"The court met.",First\n"It ruled.",Second\n'] as [string, string]

test('of articles: the columns are said, and each row is one', async () => {
  const { code, out, err } = await stats([corpus], ['--columns', 'text=body, title=name'])
  expect([code, err]).toEqual([0, ''])
  expect(out).toMatch(/^articles +2$/m)
  expect(out).toMatch(/^words +5$/m)
})

test.each([
  [[], 1, /Say with --columns what its columns are, such as text=/],
  [['--columns', 'body'], 2, /--columns is written as/],
  [['--columns', 'code=body'], 2, /No column of articles can be “code”/]
])('of articles, said wrongly: %j', async (args, code, words) => {
  const answered = await stats([corpus], args)
  expect([answered.code, answered.out]).toEqual([code, ''])
  expect(answered.err).toMatch(words)
})

test('of annotations: the same, with the format named', async () => {
  const { out } = await stats(
    [
      ['coded.csv', 'was,a,b\nPER,0,3\n'],
      ['only.txt', 'Ana spoke.']
    ],
    ['--from', 'csv', '--columns', 'layer=was,start=a,end=b']
  )
  expect(out).toMatch(/^layer per +1$/m)
})

test('a dataset without texts, its notes and the articles in Markdown are one project again', async () => {
  const first = path.join(folder, 'quay.md')
  const shared = path.join(folder, 'shared')
  writeFileSync(first, 'The *quay* was closed.\n\nIts owners object.')
  const withheld = ['convert', first, '--to', 'dataset', '--without-text', '--notes', '--out', shared]
  expect(await runCli(withheld, '', root)).toMatchObject({ code: 0 })
  expect(readdirSync(shared)).toEqual(['articles.counterpoint.json', 'losses.json', 'methods.md'])
  const alone = await runCli(['validate', shared], '', root)
  expect([alone.code, alone.err]).toEqual([1, expect.stringContaining('Choose the articles’ files')])
  const { code, out, err } = await runCli(['stats', shared, first], '', root)
  expect([code, err]).toEqual([0, ''])
  expect(out).toMatch(/^words +7$/m)
})
