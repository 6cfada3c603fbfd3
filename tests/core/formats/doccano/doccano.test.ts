import { describe, expect, test } from 'vitest'
import { doccanoFormat } from '../../../../src/core/formats/doccano/doccano-format'
import type { ProjectData } from '../../../../src/core/project/entities'
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

// The layouts of its exports and imports: data_export and data_import in doccano's backend.
describe('doccano’s layouts', () => {
  const own = (data: ProjectData) =>
    JSON.parse(new TextDecoder().decode(writeAll(doccanoFormat, data).files[0]?.bytes)) as object

  test('are written as a project without or with relations imports them', () => {
    const withRelations = own(goldenProject())
    expect(withRelations).toHaveProperty('entities')
    expect(withRelations).toHaveProperty('relations')
    expect(withRelations).not.toHaveProperty('label')
    const without = own({ ...goldenProject(), relations: [] })
    expect(without).toHaveProperty('label', expect.arrayContaining([[4, 11, 'claim']]))
    expect(without).not.toHaveProperty('entities')
    // Keys that doccano does not know become its metadata: an empty list would stand there for ever.
    expect(without).not.toHaveProperty('Comments')
  })

  test.each([
    ['a list of lists', '{"text":"Ana","label":[[0,3,"PER"]],"Comments":[]}', 0],
    [
      'objects under the same key',
      '{"text":"Ana","label":[{"start_offset":0,"end_offset":3,"label":"PER"}]}',
      0
    ],
    ['with text under “data”', '{"id":1,"data":"Ana","label":[[0,3,"PER"]]}', 0],
    ['with categories', '{"text":"Ana","cats":["A"],"entities":[[0,3,"PER"]]}', 1],
    ['with comments', '{"text":"Ana","label":[[0,3,"PER"]],"Comments":["Sure?"]}', 1],
    [
      'with relations and comments',
      '{"text":"Ana","entities":[{"id":7,"label":"PER","start_offset":0,"end_offset":3}],"relations":[],"Comments":[{"id":1,"comment":"Sure?"}]}',
      1
    ]
  ])('%s', (_, line, issues) => {
    expect(doccanoFormat.recognises?.([toSource('all.jsonl', line)])).toBe(true)
    const result = read(line)
    if (!result.ok) throw new Error(result.error.message)
    expect(result.value.data.annotations).toMatchObject([{ layer: 'per', spans: [{ quote: 'Ana' }] }])
    expect(result.value.issues).toHaveLength(issues)
  })
})

test.each([
  ['{"label":[]}', 'wrong-shape', 'all.jsonl, line 1, text'],
  ['{"text":"Ana","label":[[0,9,"PER"]]}', 'offset-outside-text', 'all.jsonl, line 1'],
  ['{"text":"Ana","label":[["0",9,"PER"]]}', 'wrong-shape', 'all.jsonl, line 1, label[0].start_offset'],
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
