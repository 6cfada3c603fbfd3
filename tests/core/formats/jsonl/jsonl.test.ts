import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { datasetFormat } from '../../../../src/core/formats/dataset/dataset-format'
import { jsonlFormat } from '../../../../src/core/formats/jsonl/jsonl-format'
import { goldenProject } from '../../../fixtures/golden-project'
import { readContext, toSource, writeAll, writeContext } from '../in-memory'

type Line = Record<string, unknown> & { record: string }

function linesOf(context = writeContext): Line[] {
  const { files } = writeAll(jsonlFormat, goldenProject(), context)
  const text = new TextDecoder().decode(files[0]!.bytes)
  expect(text.endsWith('}\n')).toBe(true)
  return text
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line) as Line)
}

function read(lines: readonly (Line | string)[]) {
  const text = lines.map(line => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')
  const result = jsonlFormat.read!([toSource('a.counterpoint.jsonl', text)], readContext())
  return result.ok ? result.value : result.error
}

test('an article is followed by its annotations, so that a program need not look back', () => {
  let article = ''
  for (const line of linesOf()) {
    if (line.record === 'article') article = line.id as string
    if (line.record === 'annotation') expect(line.articleId).toBe(article)
  }
})

test('a dataset comes out of it the same to the last byte, rows being in the order of articles', () => {
  const { files } = writeAll(jsonlFormat, goldenProject())
  const result = jsonlFormat.read!(files, readContext())
  if (!result.ok) throw new Error(result.error.message)
  const order = result.value.data.articles.map(row => row.id)
  const annotations = [...goldenProject().annotations].sort(
    (a, b) => order.indexOf(a.articleId) - order.indexOf(b.articleId)
  )
  expect(writeAll(datasetFormat, result.value.data).files).toEqual(
    writeAll(datasetFormat, { ...goldenProject(), annotations }).files
  )
})

test('lines may come in any order after the first one', () => {
  const [first, ...rest] = linesOf()
  const turned = read([first!, ...rest.reverse()])
  expect(turned).toMatchObject({ data: { project: { title: goldenProject().project.title } } })
})

describe('what is wrong is named with its line', () => {
  const lines = linesOf()
  const annotationAt = lines.findIndex(line => line.record === 'annotation')
  const changed = (at: number, change: object | string): (Line | string)[] =>
    lines.map((line, index) =>
      index !== at ? line : typeof change === 'string' ? change : { ...line, ...change }
    )
  test.each([
    ['no project', lines.slice(1), 'not-jsonl', 'line 1'],
    ['a newer version', changed(0, { version: 2 }), 'newer-version', 'line 1'],
    ['not JSON', changed(3, '{"record":'), 'not-json', 'line 4, column 11'],
    ['an unknown record', changed(2, { record: 'person' }), 'wrong-shape', 'line 3, record'],
    ['a list', changed(2, '[]'), 'wrong-shape', 'line 3'],
    [
      'an unknown key',
      changed(annotationAt, { colour: 'red' }),
      'wrong-shape',
      `line ${annotationAt + 1}, colour`
    ],
    [
      'an annotation of an article that is not there',
      changed(annotationAt, { articleId: 'nowhere', revision: undefined }),
      'dangling-id',
      `line ${annotationAt + 1}, articleId`
    ],
    [
      'an attribute that the codebook has not',
      changed(annotationAt, { attributes: { nothing: 'x' } }),
      'invalid-attribute',
      `line ${annotationAt + 1}, attributes.nothing`
    ],
    ['the same line twice', [...lines, lines[annotationAt]!], 'duplicate-id', `line ${lines.length + 1}, id`]
  ])('%s', (_, given, code, place) => {
    expect(read(given)).toMatchObject({ code, place })
  })
})

test('without the texts there are positions and checksums, and reading it back is refused', () => {
  const withheld = linesOf({ ...writeContext, withholdsText: true })
  const [golden] = goldenProject().articles
  const text = goldenProject().revisions.find(row => row.number === golden!.revision)!.text
  expect(JSON.stringify(withheld)).not.toContain(JSON.stringify(text).slice(1, 30))
  const span = goldenProject().annotations[0]!.spans[0]!
  const line = withheld.find(
    row => row.record === 'annotation' && row.id === goldenProject().annotations[0]!.id
  )
  expect(line).toMatchObject({
    spans: expect.arrayContaining([
      expect.objectContaining({ quoteSha256: createHash('sha256').update(span.quote).digest('hex') })
    ]) as unknown
  })
  expect(JSON.stringify(withheld)).not.toContain('"quote":')
  expect(read(withheld)).toMatchObject({ code: 'text-withheld' })
})
