import { expect, test } from 'vitest'
import { plainExport } from '../../../../src/core/export/export-options'
import { bratFormat } from '../../../../src/core/formats/brat/brat-format'
import { datasetFormat } from '../../../../src/core/formats/dataset/dataset-format'
import {
  addsNotes,
  firstChoices,
  readChoices,
  rememberChoices,
  toExportOptions,
  type ExportChoices
} from '../../../../src/renderer/features/export/export-choices'

const rows = { layers: [{ id: 'claim' }, { id: 'other' }], annotators: [{ id: 'ann' }] }

/** What is kept between two starts. */
function shelf(before?: string) {
  let stored = before ?? null
  return { getItem: () => stored, setItem: (_: string, value: string) => void (stored = value) }
}

test('the first choices are the whole project, unchanged', () => {
  expect(toExportOptions(firstChoices, datasetFormat, rows)).toEqual(plainExport)
})

test('only what narrows is named', () => {
  const choices: ExportChoices = {
    ...firstChoices,
    ...{ scope: 'chosen', articles: ['a'], statuses: ['done'], withoutLayers: ['other', 'gone'] },
    ...{ includesText: false, onlyComplete: true, isSplit: true }
  }
  expect(toExportOptions(choices, datasetFormat, rows)).toEqual({
    choice: { articles: ['a'], statuses: ['done'], layers: ['claim'], onlyComplete: true },
    split: firstChoices.split,
    withholdsText: true,
    usesPseudonyms: false,
    addsNotes: false
  })
})

test('notes come along by themselves where something is lost, unless somebody decided', () => {
  expect(addsNotes(firstChoices, datasetFormat)).toBe(false)
  expect(addsNotes(firstChoices, bratFormat)).toBe(true)
  expect(addsNotes({ ...firstChoices, notes: false }, bratFormat)).toBe(false)
})

test('how somebody exports is remembered, what they exported is not', () => {
  const storage = shelf()
  const choices: ExportChoices = {
    ...firstChoices,
    ...{ formatId: 'brat', usesPseudonyms: true, notes: false, split: { ...firstChoices.split, seed: 9 } }
  }
  rememberChoices({ ...choices, scope: 'chosen', articles: ['a'], withoutLayers: ['claim'] }, storage)
  expect(readChoices(storage)).toEqual(choices)
})

test.each([
  '',
  'null',
  '[]',
  '{"split":{"shares":{"train":-1},"seed":1},"isSplit":"yes","formatId":3,"notes":1}'
])('what was stored as %j and makes no sense is as at first', stored => {
  expect(readChoices(shelf(stored))).toEqual(firstChoices)
})
