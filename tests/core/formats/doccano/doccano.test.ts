import { expect, test } from 'vitest'
import { doccanoFormat } from '../../../../src/core/formats/doccano/doccano-format'
import { goldenProject } from '../../../fixtures/golden-project'
import { readContext, toSource, writeAll } from '../in-memory'

const read = (...lines: string[]) =>
  doccanoFormat.read!([toSource('all.jsonl', lines.join('\n'))], readContext())

test('every label covers, by code points, what it was given to', () => {
  const { files, issues } = writeAll(doccanoFormat, goldenProject())
  const row = JSON.parse(new TextDecoder().decode(files[0]?.bytes)) as {
    text: string
    entities: { label: string; start_offset: number; end_offset: number }[]
  }
  const covered = row.entities.map(({ start_offset, end_offset }) =>
    [...row.text].slice(start_offset, end_offset).join('')
  )
  expect(covered[4]).toBe('👩‍👩‍👧‍👦')
  expect(covered[7]).toBe('silence.')
  // Its browser counts otherwise, and whoever looks at it there has to know.
  expect(issues).toMatchObject([{ place: 'articles[0]' }])
})

test('projects for sequence labelling are read, whichever key has the labels', () => {
  const result = read(
    '{"id":1,"text":"😀 Ana spoke","label":[[2,5,"PER"]]}',
    '{"text":"Bo","labels":[[0,2,"PER"]]}'
  )
  if (!result.ok) throw new Error(result.error.message)
  expect(result.value.data.annotations.map(row => row.spans[0]?.quote)).toEqual(['Ana', 'Bo'])
})

test.each([
  ['{"text":"Ana","label":[[0,9,"PER"]]}', 'offset-outside-text', 'all.jsonl, line 1'],
  ['{"text":"Ana","label":[["0",9,"PER"]]}', 'wrong-shape', 'all.jsonl, line 1, label[0][0]'],
  ['{"text":"Ana","label":', 'not-json', 'all.jsonl, line 1, column 23'],
  [
    '{"text":"Ana","entities":[],"relations":[{"from_id":1,"to_id":2,"type":"supports"}]}',
    'dangling-id',
    'all.jsonl, line 1'
  ],
  ['   ', 'empty-file', 'all.jsonl']
])('%s is refused with its place', (line, code, place) => {
  expect(read(line)).toMatchObject({ ok: false, error: { code, place } })
})
