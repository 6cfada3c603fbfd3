import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { fileSource } from '../../src/cli/input/file-source'
import { scanDatasetFile, scanJsonlFile } from '../../src/cli/input/file-scans'
import { datasetFormat } from '../../src/core/formats/dataset/dataset-format'
import type { Format } from '../../src/core/formats/format'
import { jsonlFormat } from '../../src/core/formats/jsonl/jsonl-format'
import { dataOf } from '../../src/core/formats/project-source'
import type { ProjectData } from '../../src/core/project/entities'
import { arbitraryProject } from '../core/formats/arbitrary-project'
import { readContext, writeAll } from '../core/formats/in-memory'
import { goldenProject } from '../fixtures/golden-project'

const folder = mkdtempSync(path.join(tmpdir(), 'counterpoint-source-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function open(format: Format, bytes: Uint8Array | string): ProjectData {
  const file = path.join(folder, `a${format.extensions[0]}`)
  writeFileSync(file, bytes)
  const fd = openSync(file, 'r')
  try {
    const scan = format === datasetFormat ? scanDatasetFile(fd) : scanJsonlFile(fd, 'a')
    return dataOf(fileSource(fd, scan, readContext()).source)
  } finally {
    closeSync(fd)
  }
}

const textOf = (format: Format) =>
  Buffer.from(writeAll(format, goldenProject()).files[0]!.bytes).toString('utf8')

describe.each([
  ['dataset', datasetFormat],
  ['jsonl', jsonlFormat]
])('a %s file that stays on disk', (_, format) => {
  test('says the same as one that is read whole', () => {
    const check = (data: ProjectData) => {
      const { files } = writeAll(format, data)
      const whole = format.read!(files, readContext())
      if (!whole.ok) throw new Error(whole.error.message)
      const order = new Map(whole.value.data.articles.map((row, index) => [row.id, index]))
      const annotations = [...whole.value.data.annotations].sort(
        (a, b) => (order.get(a.articleId) ?? 0) - (order.get(b.articleId) ?? 0)
      )
      expect(open(format, files[0]!.bytes)).toEqual({ ...whole.value.data, annotations })
    }
    check(goldenProject())
    fc.assert(fc.property(arbitraryProject, check), { numRuns: 40 })
  })

  test('is refused when it was cut off anywhere', () => {
    const text = textOf(format)
    for (let share = 1; share < 10; share += 1) {
      const cut = text.slice(0, Math.floor((text.length * share) / 10))
      expect(() => open(format, cut)).toThrow()
    }
  })

  test.each([
    [
      'an id that is used twice',
      (id: string, other: string) => [`"id":"${other}"`, `"id":"${id}"`],
      'used twice'
    ]
  ])('%s is refused', (__, change, words) => {
    const [first, second] = goldenProject().annotations
    const [from = '', to = ''] = change(first!.id, second!.id)
    const text = textOf(format).replaceAll('"id": ', '"id":')
    expect(() => open(format, text.replace(from, to))).toThrow(words)
  })

  test('an annotation without its article is refused', () => {
    const [first] = goldenProject().annotations
    const text = textOf(format).replaceAll('"articleId": ', '"articleId":')
    const changed = text.replace(`"articleId":"${first!.articleId}"`, '"articleId":"nowhere"')
    expect(() => open(format, changed)).toThrow('no article with the id “nowhere”')
  })

  test('a quote that differs is refused when its article is read', () => {
    const quote = JSON.stringify(goldenProject().annotations[0]!.spans[0]!.quote)
    const text = textOf(format).replaceAll('"quote": ', '"quote":')
    expect(() => open(format, text.replace(`"quote":${quote}`, '"quote":"other"'))).toThrow('“other”')
  })
})

test('what parts the rows of a dataset is checked', () => {
  const text = textOf(datasetFormat)
  for (const changed of [
    text.replace('"articles": [', '"articles" ['),
    text.replace(/\},\n {4}\{/, '}\n    {'),
    `${text}x`,
    text.replace('"annotations": [', '"annotations": [,'),
    text.slice(1)
  ])
    expect(() => open(datasetFormat, changed)).toThrow(/not valid JSON|too early/)
})
