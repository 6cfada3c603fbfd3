import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { datasetFormat } from '../../../src/core/formats/dataset/dataset-format'
import type { SourceFile } from '../../../src/core/formats/format'
import type { ProjectData } from '../../../src/core/project/entities'
import { goldenProject } from '../../fixtures/golden-project'
import { arbitraryProject } from './arbitrary-project'
import { readContext, toSource, writeAll, writeContext } from './in-memory'

const withheldOf = (data: ProjectData): SourceFile =>
  writeAll(datasetFormat, data, { ...writeContext, withholdsText: true }).files[0]!
/** Under names that say nothing, in another order. */
const textsOf = (data: ProjectData): SourceFile[] =>
  data.revisions.map(({ text }, i) => toSource(`press/file ${i}.txt`, text)).reverse()
const read = (files: readonly SourceFile[]) => datasetFormat.read!(files, readContext())
const withheld = withheldOf(goldenProject())
const texts = textsOf(goldenProject())

test('with the texts beside it a dataset without texts is the dataset with them', () => {
  fc.assert(
    fc.property(arbitraryProject, data => {
      // Files hold no empty text, and no half of a character.
      fc.pre(data.revisions.every(({ text }) => text.trim() !== ''))
      const files = [withheldOf(data), ...textsOf(data)]
      expect(datasetFormat.recognises!(files)).toBe(true)
      expect(read(files)).toEqual(read(writeAll(datasetFormat, data).files))
    }),
    { numRuns: 50 }
  )
  expect(read([...texts, withheld])).toEqual(read(writeAll(datasetFormat, goldenProject()).files))
})

test('line breaks of another system and a byte order mark are no other text', () => {
  const [first, ...rest] = texts
  const text = `\uFEFF${new TextDecoder().decode(first!.bytes).replaceAll('\n', '\r\n')}`
  expect(read([withheld, toSource('windows.txt', text), ...rest]).ok).toBe(true)
})

describe('what is not the text is refused by name', () => {
  const changed = (change: (text: string) => string) =>
    toSource('a.json', change(new TextDecoder().decode(withheld.bytes)))
  const title = goldenProject().articles[0]!.title
  test.each<[string, readonly SourceFile[], string, string]>([
    ['no text at all', [withheld], 'text-withheld', 'together with it'],
    ['another text', [withheld, toSource('a.txt', 'Something else.')], 'text-withheld', title],
    [
      'one letter changed',
      [withheld, ...texts.map(({ name, bytes }) => toSource(name, `${new TextDecoder().decode(bytes)}.`))],
      'text-withheld',
      'unchanged'
    ],
    [
      'another passage',
      [
        changed(text => text.replace(/"quoteSha256": "[0-9a-f]{64}"/, `"quoteSha256": "${'0'.repeat(64)}"`)),
        ...texts
      ],
      'quote-differs',
      'not what was marked'
    ],
    [
      'a place behind the text',
      [changed(text => text.replace(/"end": \d+/, '"end": 99999')), ...texts],
      'offset-outside-text',
      ''
    ],
    [
      'half a hash',
      [changed(text => text.replace(/"textSha256": "[0-9a-f]{9}/, '"textSha256": "')), ...texts],
      'wrong-shape',
      ''
    ],
    ['two datasets', [withheld, { ...withheld, name: 'b.json' }, ...texts], 'not-a-dataset', 'one at a time'],
    [
      'no text but bytes',
      [withheld, { name: 'a.txt', bytes: new Uint8Array([0, 1, 2]) }],
      'binary-file',
      'a.txt'
    ]
  ])('%s', (_, files, code, words) => {
    const result = read(files)
    expect(result).toMatchObject({ ok: false, error: { code } })
    expect(!result.ok && result.error.message).toContain(words)
  })
})

test('a dataset with its texts is not taken for a corpus with files beside it', () => {
  const [whole] = writeAll(datasetFormat, goldenProject()).files
  expect(datasetFormat.recognises!([whole!, ...texts])).toBe(false)
})
