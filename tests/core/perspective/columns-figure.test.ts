import { describe, expect, test } from 'vitest'
import { perspectiveColumns, type ColumnsOptions } from '../../../src/core/perspective/columns'
import { columnsFigure } from '../../../src/core/perspective/columns-figure'
import { filterInWords } from '../../../src/core/perspective/counts-in-words'
import { perspectivesOf } from '../../../src/core/perspective/perspective'
import type { SvgNode } from '../../../src/core/report/svg'
import { smallStudy, type Said } from './small-study'

const kit = { width: 900, measure: (text: string) => text.length * 7 }
const said: Said[] = [
  {
    id: 'p1',
    paragraph: 1,
    attributes: { stance: 'supports', holder: 'a', frames: ['economic', 'political'] }
  },
  { id: 'p2', paragraph: 2, attributes: { stance: 'opposes', form: 'indirect', issue: 'i' } },
  { id: 'p3', paragraph: 3, attributes: { stance: 'opposes', anonymity: 'named' } }
]
const study = smallStudy({ said, actors: ['a'], issues: ['i'], relations: ['p2 responds-to p1'] })

function figureOf(options: Partial<ColumnsOptions> = {}) {
  const all = perspectivesOf(study)
  const wanted: ColumnsOptions = {
    columnsBy: 'stance',
    actors: null,
    rowsBy: 'frame',
    sort: 'story',
    grouping: 'none',
    ...options
  }
  const columns = perspectiveColumns(study, all, null, wanted)
  return columnsFigure(study, all, columns, { issue: null, ofAll: all.length, filter: '', ...wanted })
}

/** Every piece of text in a picture, and how far right it can begin. */
function textsOf(node: SvgNode): { text: string; x: number; y: number }[] {
  if (typeof node === 'string') return []
  if (node.name !== 'text') return node.children.flatMap(textsOf)
  return [
    {
      text: node.children.filter(child => typeof child === 'string').join(''),
      x: Number(node.attributes['x']),
      y: Number(node.attributes['y'])
    }
  ]
}

describe('the picture', () => {
  const drawing = figureOf().draw(kit)
  const texts = drawing.content.flatMap(textsOf)

  test('holds every quotation whole, however narrow its column', () => {
    const words = texts.map(({ text }) => text).join(' ')
    for (const number of [1, 2, 3]) expect(words).toContain(`Words of paragraph ${number} in A0.`)
    expect(words).toContain('Silent. No mixed voice is quoted.')
    expect(words).toContain('answers ¶1')
  })

  test('stays inside its own size', () => {
    expect(drawing.width).toBe(kit.width)
    for (const { text, x, y } of texts) {
      expect(x).toBeGreaterThanOrEqual(0)
      expect(x + kit.measure(text)).toBeLessThanOrEqual(kit.width)
      expect(y).toBeLessThan(drawing.height)
    }
  })
})

describe('the table', () => {
  test('has each perspective once, with all the rows it stands in', () => {
    const { columns, rows } = figureOf().table
    expect(columns.map(({ title }) => title).slice(0, 5)).toEqual([
      'Column',
      'Row',
      'Holder',
      'Role',
      'Stance'
    ])
    expect(rows.map(row => row.slice(0, 3))).toEqual([
      ['Supports', 'Economic; Political', 'Name of a'],
      ['Opposes', 'No frame yet', null],
      ['Opposes', 'No frame yet', null]
    ])
    for (const row of rows) expect(row).toHaveLength(columns.length)
    expect(rows[1]?.slice(-3)).toEqual([2, 'Words of paragraph 2 in A0.', null])
  })

  test('has no column for rows where nothing is aligned', () => {
    const { columns, rows } = figureOf({ rowsBy: 'story' }).table
    expect(columns.map(({ title }) => title)).not.toContain('Row')
    for (const row of rows) expect(row).toHaveLength(columns.length)
  })
})

test('says what it shows, how, and of which passages', () => {
  const figure = figureOf()
  expect(figure.subtitle).toBe('3 perspectives from 1 voice in 1 article')
  expect(figure.passages).toEqual(['p1', 'p2', 'p3'])
  expect(figure.legend.map(({ label }) => label)).toEqual([
    'Supports',
    'Mixed',
    'Neutral or unclear',
    'Opposes'
  ])
  expect(figure.method.join(' ')).toContain('counted once')
})

test.each([
  [{ words: '', options: {} }, ''],
  [{ words: ' closed ', options: {} }, 'words: “closed”'],
  [
    { words: 'x', options: { role: ['judge', 'expert'], form: ['direct'] } },
    'Role in the story: judge or expert; Form: direct; words: “x”'
  ]
])('a filter in words: %j', (filter, expected) => expect(filterInWords(study, filter)).toBe(expected))
