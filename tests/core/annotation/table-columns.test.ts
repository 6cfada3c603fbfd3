import { describe, expect, test } from 'vitest'
import {
  cellText,
  compareKeys,
  sortKey,
  tableColumns,
  toItems,
  type CellContext,
  type Grouping
} from '../../../src/core/annotation/table-columns'
import { builtInCodebook } from '../../../src/core/project/built-in-codebook'
import type { Annotation } from '../../../src/core/project/entities'

const context: CellContext = {
  codebook: builtInCodebook,
  registers: {
    actorName: id => ({ f: 'Ferris', z: 'Álvarez' })[id],
    issueName: () => 'Closing',
    caseName: () => undefined
  },
  articleTitle: id => `Article ${id}`,
  annotatorName: () => 'Haas',
  day: instant => instant.slice(0, 10)
}

function annotation(id: string, layer: string, attributes: Record<string, unknown>): Annotation {
  return {
    id,
    layer,
    articleId: 'x',
    annotatorId: 'n',
    attributes,
    spans: [{ role: 'content', startUtf16: 0, endUtf16: 4, quote: `Quote ${id}` }],
    memo: '',
    createdAt: '2026-01-02T00:00:00.000Z',
    updatedAt: '2026-01-03T00:00:00.000Z'
  } as unknown as Annotation
}

const rows = [
  annotation('1', 'perspective', { holder: 'f', stance: 'opposes', issue: 'i' }),
  annotation('2', 'legal-event', { date: '2018-04', parties: [{ role: 'defendant', actor: 'z' }] }),
  annotation('3', 'perspective', { holder: 'z', stance: 'supports' }),
  annotation('4', 'claim', {})
]
const columns = tableColumns(builtInCodebook.layers)
const column = (id: string) => columns.find(candidate => candidate.id === id)!

describe('columns', () => {
  test('one for each attribute, also when several layers have it', () => {
    expect(columns.filter(({ title }) => title === 'Type')).toHaveLength(1)
    expect(columns.at(0)?.title).toBe('Layer')
    expect(columns.at(-1)?.title).toBe('Changed')
  })

  test.each([
    ['layer', 'Perspective'],
    ['quote', 'Quote 1'],
    ['attribute:holder', 'Ferris'],
    ['attribute:stance', 'Opposes'],
    ['attribute:date', ''],
    ['annotator', 'Haas'],
    ['article', 'Article x'],
    ['memo', ''],
    ['created', '2026-01-02']
  ])('%s', (id, text) => expect(cellText(rows[0]!, column(id), context)).toBe(text))
})

describe('sorting', () => {
  const sorted = (id: string, isDescending = false) =>
    [...rows]
      .sort((a, b) =>
        compareKeys(sortKey(a, column(id), context), sortKey(b, column(id), context), isDescending)
      )
      .map(row => row.id)
  test.each([
    ['names without regard to accents, empty ones last', 'attribute:holder', false, ['3', '1', '2', '4']],
    ['the other way round empty ones are still last', 'attribute:holder', true, ['1', '3', '2', '4']],
    ["options in the codebook's order", 'attribute:stance', false, ['3', '1', '2', '4']],
    ["layers in the codebook's order", 'layer', false, ['4', '1', '3', '2']]
  ])('%s', (_, id, isDescending, expected) => expect(sorted(id, isDescending)).toEqual(expected))
})

describe('groups', () => {
  const shape = (by: Grouping) =>
    toItems(rows, by, context).map(item =>
      item.kind === 'group' ? `${item.name} ${item.count}` : item.annotation.id
    )
  test.each<[Grouping, string[]]>([
    ['none', ['1', '2', '3', '4']],
    ['layer', ['Perspective 2', '1', '3', 'Legal event 1', '2', 'Claim 1', '4']],
    ['actor', ['Ferris 1', '1', 'Álvarez 2', '2', '3', 'No actor 1', '4']],
    ['issue', ['Closing 1', '1', 'No issue 3', '2', '3', '4']]
  ])('by %s', (by, expected) => expect(shape(by)).toEqual(expected))

  test('rows are numbered as they stand', () => {
    const numbers = toItems(rows, 'actor', context).flatMap(item => (item.kind === 'row' ? item.number : []))
    expect(numbers).toEqual([0, 1, 2, 3])
  })
})
