import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readZip } from '../../src/core/archive/read-zip'
import { datasetFormat } from '../../src/core/formats/dataset/dataset-format'
import { formats } from '../../src/core/formats/registry'
import { generalHelp, helpTexts, summaries } from '../../src/cli/help'
import { goldenProject } from '../fixtures/golden-project'
import { toSource, writeAll } from '../core/formats/in-memory'
import { readContext } from '../core/formats/in-memory'
import { runCli } from './run-cli'

const folder = mkdtempSync(path.join(tmpdir(), 'counterpoint-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const inFolder = (name: string) => path.join(folder, name)

const sample = inFolder('golden.counterpoint.json')
const sampleText = Buffer.from(writeAll(datasetFormat, goldenProject()).files[0]!.bytes).toString('utf8')
writeFileSync(sample, sampleText)

describe('help', () => {
  test('is there for every command, with examples', async () => {
    for (const name of Object.keys(summaries)) {
      const { code, out } = await runCli([name, '--help'])
      expect([code, out]).toEqual([0, helpTexts[name as keyof typeof summaries]])
      expect(out).toContain('Examples:')
    }
    expect(await runCli(['--help'])).toMatchObject({ code: 0, out: generalHelp() })
    expect((await runCli([])).code).toBe(2)
    expect((await runCli(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})

describe('wrong usage is 2, and says what is wrong', () => {
  test.each([
    [['sing'], 'no command “sing”'],
    [['convert', sample], '--to names'],
    [['convert', '--to', 'jsonl'], 'No input'],
    [['convert', sample, '--to', 'nothing'], 'no format “nothing”'],
    [['convert', sample, '--to', 'jsonl', '--from', 'conll'], 'cannot be read'],
    [['convert', sample, '--to', 'jsonl', '--loud'], '--loud'],
    [['convert', sample, '--to', 'jsonl', '--layer', 'weather'], 'no layer “weather”'],
    [['convert', sample, '--to', 'jsonl', '--status', 'old'], 'no status “old”'],
    [['convert', sample, '--to', 'brat'], '--out names'],
    [['convert', '-', sample, '--to', 'jsonl'], 'alone'],
    [['split', sample], '--out names'],
    [['split', sample, '--out', folder, '--shares', '1,2'], 'three numbers'],
    [['diff', sample], 'Two projects'],
    [['schema', 'poem'], 'no schema “poem”'],
    [['formats', 'poem'], 'no format “poem”']
  ])('%j', async (args, words) => {
    const { code, err, out } = await runCli(args)
    expect(err).toContain(words)
    expect([code, out]).toEqual([2, ''])
  })
})

describe('convert', () => {
  test('goes through JSONL and back without a change to a row', async () => {
    const lines = inFolder('a.counterpoint.jsonl')
    expect(await runCli(['convert', sample, '--to', 'jsonl', '--out', lines])).toMatchObject({
      code: 0,
      out: ''
    })
    const { out } = await runCli(['convert', lines, '--to', 'dataset'])
    const back = inFolder('back.counterpoint.json')
    writeFileSync(back, out)
    expect(await runCli(['diff', sample, back])).toEqual({
      code: 0,
      out: 'The projects are the same.\n',
      err: ''
    })
  })

  test('reads standard input and writes standard output', async () => {
    const { code, out } = await runCli(['convert', '-', '--to', 'dataset'], sampleText)
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ project: { title: goldenProject().project.title } })
  })

  test('says what is lost, in words or as JSON', async () => {
    const said = await runCli(['convert', sample, '--to', 'brat', '--out', inFolder('brat')])
    expect(said.err).toContain('leaves out:\n  - ')
    const { out } = await runCli(['convert', sample, '--to', 'brat', '--out', inFolder('brat'), '--json'])
    const report = JSON.parse(out) as { losses: { id: string }[]; files: { path: string; bytes: number }[] }
    expect(report.losses.map(loss => loss.id)).toEqual(formats.find(one => one.id === 'brat')!.losses)
    for (const { path: name, bytes } of report.files) expect(readFileSync(name)).toHaveLength(bytes)
  })

  test('a folder and an archive of what it wrote are read again', async () => {
    expect((await runCli(['validate', inFolder('brat')])).out).toMatch(/^brat stand-off: /)
    const zip = inFolder('brat.zip')
    expect((await runCli(['convert', sample, '--to', 'brat', '--out', zip])).code).toBe(0)
    expect((await runCli(['validate', zip])).out).toMatch(/^brat stand-off: /)
  })

  test('takes the choices of an export, and notes', async () => {
    const zip = inFolder('shared.zip')
    const layer = goldenProject().annotations[0]!.layer
    const chosen = ['--layer', layer, '--without-text', '--notes']
    expect(await runCli(['convert', sample, '--to', 'jsonl', '--out', zip, ...chosen])).toMatchObject({
      code: 0
    })
    const files = readZip(readFileSync(zip), zip)
    if (!files.ok) throw new Error(files.error.message)
    expect(files.value.map(file => file.name.split('.').at(-1))).toEqual(['jsonl', 'md', 'json'])
    const lines = Buffer.from(files.value[0]!.bytes).toString().trim().split('\n')
    const rows = lines.map(line => JSON.parse(line) as { record: string; layer?: string })
    expect(new Set(rows.filter(row => row.record === 'annotation').map(row => row.layer))).toEqual(
      new Set([layer])
    )
    expect(lines.join()).not.toContain('"quote":')
  })

  test('a format that cannot do without the texts is refused them', async () => {
    const refused = await runCli(['convert', sample, '--to', 'brat', '--without-text'])
    expect(refused).toMatchObject({ code: 1, out: '' })
    expect(refused.err).toContain('without the texts')
  })
})

describe('what cannot be read', () => {
  const broken = inFolder('broken.counterpoint.json')
  writeFileSync(broken, sampleText.replace(/"offsetUnit": "[^"]+"/, '"offsetUnit": "byte"'))

  test('is 1, with place and reason, and leaves no file behind', async () => {
    const before = readdirSync(folder)
    const { code, err, out } = await runCli(['convert', broken, '--to', 'jsonl', '--out', inFolder('never')])
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(/^counterpoint: offsetUnit: /)
    expect(readdirSync(folder)).toEqual(before)
  })

  test('is an object with --json', async () => {
    const { out } = await runCli(['validate', broken, '--json'])
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      error: { code: 'unsupported-unit', place: 'offsetUnit' }
    })
  })

  test('a file that is not there is 3', async () => {
    const missing = await runCli(['stats', inFolder('missing.json')])
    expect(missing.code).toBe(3)
    expect(missing.err).toContain('no such file')
  })
})

test('stats count what is there', async () => {
  const { out } = await runCli(['stats', sample, '--json'])
  const data = goldenProject()
  expect(JSON.parse(out)).toMatchObject({
    articles: data.articles.length,
    annotations: data.annotations.length,
    relations: data.relations.length,
    spans: data.annotations.reduce((sum, row) => sum + row.spans.length, 0)
  })
  expect((await runCli(['stats', sample])).out).toContain(data.project.title)
})

test('diff names rows and what of them differs, and is 1', async () => {
  const changed = goldenProject()
  const [first, second] = changed.annotations
  first!.memo = 'Another memo.'
  changed.annotations = changed.annotations.filter(row => row !== second)
  changed.relations = changed.relations.filter(row => row.from !== second!.id && row.to !== second!.id)
  const after = inFolder('after.counterpoint.json')
  writeFileSync(after, writeAll(datasetFormat, changed).files[0]!.bytes)
  const { code, out } = await runCli(['diff', sample, after, '--json'])
  expect(code).toBe(1)
  const { differences } = JSON.parse(out) as { differences: unknown[] }
  expect(differences).toContainEqual({
    table: 'annotations',
    id: first!.id,
    change: 'changed',
    keys: ['memo']
  })
  expect(differences).toContainEqual({ table: 'annotations', id: second!.id, change: 'removed' })
  expect((await runCli(['diff', after, sample])).out).toContain(`added annotations ${second!.id}`)
})

test('split puts every article into one subset', async () => {
  const out = inFolder('parts')
  const result = await runCli(['split', sample, '--out', out, '--shares', '50,0,50', '--json'])
  expect(result).toMatchObject({ code: 0 })
  const report = JSON.parse(result.out) as { subsets: { articles: number }[]; files: { path: string }[] }
  const dealt = report.subsets.reduce((sum, subset) => sum + subset.articles, 0)
  expect(dealt).toBe(goldenProject().articles.length)
  for (const file of report.files) expect(file.path).toMatch(/parts[\\/](train|test)[\\/]/)
})

test('the table of formats has a line for each', async () => {
  const { out } = await runCli(['formats'])
  for (const { id, name } of formats)
    expect(out).toMatch(new RegExp(`^${id} +${name.replace(/[/()]/g, '.')}`, 'm'))
  expect(JSON.parse((await runCli(['formats', '--json'])).out)).toHaveLength(formats.length)
  expect((await runCli(['formats', 'conll'])).out).toContain('- Relations\n')
})

test('the schema is the one that ships', async () => {
  const { out } = await runCli(['schema'])
  expect(JSON.parse(out)).toMatchObject({ $id: 'urn:counterpoint:dataset:1' })
  const withheld = await runCli(['schema', 'dataset-without-texts'])
  expect(JSON.parse(withheld.out)).toMatchObject({ $id: 'urn:counterpoint:dataset-without-texts:1' })
  expect(datasetFormat.read!([toSource('a', sampleText)], readContext()).ok).toBe(true)
})
