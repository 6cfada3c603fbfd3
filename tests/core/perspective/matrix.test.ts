import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { perspectiveMatrix, rowGroups, transposeMatrix } from '../../../src/core/perspective/matrix'
import { matrixFigure } from '../../../src/core/perspective/matrix-figure'
import { matrixOrders, orderUnits } from '../../../src/core/perspective/matrix-order'
import { dominantSide } from '../../../src/core/perspective/matrix-tally'
import { cellName, cellWords } from '../../../src/core/perspective/matrix-words'
import { perspectivesOf } from '../../../src/core/perspective/perspective'
import { mergeRanges } from '../../../src/core/perspective/union-words'
import type { SvgNode } from '../../../src/core/report/svg'
import { smallStudy, type Said, type SmallStudy } from './small-study'

const options = { issue: null, order: 'story', isGrouped: true, hasSilent: false } as const

function matrixOf(study: SmallStudy, changed: Partial<Parameters<typeof perspectiveMatrix>[2]> = {}) {
  const made = smallStudy(study)
  return perspectiveMatrix(made, perspectivesOf(made), { ...options, ...changed })
}

const speak = (id: string, holder: string, issue: string, stance = 'supports', role = 'judge'): Said => ({
  id,
  paragraph: Number(id.slice(1)),
  attributes: { holder, issue, stance, role }
})

describe('the side of a cell', () => {
  test.each([
    ['nothing coded has no side', {}, null],
    ['a majority decides', { supports: 3, opposes: 1 }, 'supports'],
    ['half is no majority', { supports: 2, opposes: 2 }, 'mixed'],
    ['both sides, and neither has more than half', { supports: 2, opposes: 1, unclear: 2 }, 'mixed'],
    ['unclear has more than half', { supports: 1, opposes: 1, unclear: 3 }, 'unclear'],
    ['as many take a side as do not', { opposes: 1, unclear: 1 }, 'opposes'],
    ['mixed says more than unclear', { mixed: 1, unclear: 1 }, 'mixed']
  ])('%s', (_, counts, side) =>
    expect(dominantSide({ supports: 0, mixed: 0, unclear: 0, opposes: 0, ...counts })).toBe(side)
  )
})

describe('rows and columns', () => {
  const study: SmallStudy = {
    actors: ['ann', 'ben', 'cal'],
    issues: ['i', 'j', 'part<i', 'quiet'],
    said: [
      speak('p1', 'ben', 'part', 'opposes', 'advocate'),
      speak('p2', 'ann', 'i', 'supports', 'expert'),
      speak('p3', 'ann', 'i', 'supports', 'judge'),
      speak('p4', 'ann', 'j', 'opposes', 'judge'),
      { id: 'p5', paragraph: 5, attributes: { role: 'judge' } }
    ]
  }

  test('an actor stands under the role most often coded; who is not named has a row per role', () => {
    const matrix = matrixOf(study)
    expect(matrix.rows.map(({ name, group }) => [name, group?.title])).toEqual([
      ['Name of ben', 'Advocate'],
      ['Name of ann', 'Judge'],
      ['Holder not named', 'Judge']
    ])
    expect(rowGroups(matrix).map(({ count, share }) => [count, share])).toEqual([
      [1, 0.2],
      [4, 0.8]
    ])
  })

  test('a sub-issue follows its issue; what has no issue comes last', () => {
    expect(matrixOf(study).columns.map(({ name, isPart }) => [name, isPart])).toEqual([
      ['i', false],
      ['part', true],
      ['j', false],
      ['No issue set', false]
    ])
  })

  test('silence can be shown: actors who are not quoted, issues on which nobody is', () => {
    const matrix = matrixOf(study, { hasSilent: true })
    expect(matrix.rows.at(-1)).toMatchObject({ name: 'Name of cal', group: { title: 'Not quoted here' } })
    expect(matrix.columns.map(({ name }) => name)).toContain('quiet')
  })

  test('cells are named in words', () => {
    const { cells } = matrixOf(study)
    expect(cells[1]?.map(cell => cellName(cell, 'passages'))).toEqual([
      'Supports, 2 perspectives, 100 percent of this issue',
      'Silent',
      'Opposes, 1 perspective, 100 percent of this issue',
      'Silent'
    ])
  })

  test('words that two perspectives cover count once', () => {
    const twice = [speak('p1', 'ann', 'i'), { ...speak('p1', 'ann', 'i'), id: 'q1' }]
    const { total } = matrixOf({ actors: ['ann'], issues: ['i'], said: twice })
    // "Words of paragraph 1 in A0."
    expect(cellWords(total)).toBe(6)
  })
})

test('by similarity, those who take the same sides stand together', () => {
  const { rows } = matrixOf(
    {
      actors: ['a', 'b', 'c', 'd'],
      issues: ['i', 'j'],
      said: [
        speak('p1', 'a', 'i'),
        speak('p2', 'b', 'i', 'opposes'),
        speak('p3', 'c', 'i'),
        speak('p4', 'd', 'i', 'opposes'),
        speak('p5', 'a', 'j'),
        speak('p6', 'b', 'j', 'opposes')
      ]
    },
    { order: 'similarity', isGrouped: false }
  )
  expect(rows.map(({ name }) => name.slice(-1))).toEqual(['a', 'c', 'b', 'd'])
})

const side = fc.constantFrom('supports', 'opposes', 'mixed', 'neutral', 'own', undefined)
const who = fc.constantFrom('a', 'b', 'c', 'd', 'gone', undefined)
const anySaid = fc
  .array(
    fc.record({
      paragraph: fc.integer({ min: 1, max: 9 }),
      holder: who,
      issue: fc.constantFrom('i', 'j', 'k', undefined),
      stance: side,
      role: fc.constantFrom('judge', 'expert', undefined)
    }),
    { maxLength: 40 }
  )
  .map(all =>
    all.map(({ paragraph, ...set }, i): Said => {
      const attributes: Record<string, string> = {}
      for (const [name, value] of Object.entries(set)) if (value !== undefined) attributes[name] = value
      return { id: `p${i}`, paragraph, attributes }
    })
  )
const anyOptions = fc.record({
  order: fc.constantFrom(...matrixOrders),
  isGrouped: fc.boolean(),
  hasSilent: fc.boolean()
})

describe('whatever is coded', () => {
  const registers = { actors: ['a', 'b', 'c', 'd', 'e'], issues: ['i', 'j<i', 'k'] }

  test('each perspective is in one cell, and cells add up to totals', () => {
    fc.assert(
      fc.property(anySaid, anyOptions, (said, chosen) => {
        const { rows, columns, cells, total } = matrixOf({ ...registers, said }, chosen)
        const ids = cells.flat().flatMap(cell => cell.perspectives.map(one => one.annotation.id))
        expect([...ids].sort()).toEqual(said.map(({ id }) => id).sort())
        const sum = (some: readonly { perspectives: readonly unknown[] }[]) =>
          some.reduce((all, { perspectives }) => all + perspectives.length, 0)
        rows.forEach((row, r) => expect(sum(cells[r] ?? [])).toBe(row.total.perspectives.length))
        columns.forEach((column, c) =>
          expect(sum(cells.flatMap(row => row[c] ?? []))).toBe(column.total.perspectives.length)
        )
        expect(total.perspectives).toHaveLength(said.length)
      })
    )
  })

  test('an order leaves nothing out and adds nothing, and transposing twice changes nothing', () => {
    fc.assert(
      fc.property(anySaid, anyOptions, (said, chosen) => {
        const keys = (order: (typeof matrixOrders)[number]) => {
          const { rows, columns } = matrixOf({ ...registers, said }, { ...chosen, order })
          return [rows.map(({ key }) => key).sort(), columns.map(({ key }) => key).sort()]
        }
        expect(keys(chosen.order)).toEqual(keys('story'))
        const matrix = matrixOf({ ...registers, said }, chosen)
        expect(transposeMatrix(transposeMatrix(matrix))).toEqual(matrix)
      })
    )
  })

  test('rows of one group follow each other', () => {
    fc.assert(
      fc.property(anySaid, anyOptions, (said, chosen) => {
        const groups = rowGroups(matrixOf({ ...registers, said }, { ...chosen, isGrouped: true }))
        expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length)
      })
    )
  })
})

test('merged stretches neither overlap nor touch, and cover the same', () => {
  const range = fc
    .tuple(fc.nat(60), fc.integer({ min: 1, max: 12 }))
    .map(([start, length]) => ({ startUtf16: start, endUtf16: start + length }))
  const cover = (ranges: readonly { startUtf16: number; endUtf16: number }[]) =>
    new Set(
      ranges.flatMap(({ startUtf16: s, endUtf16: e }) => Array.from({ length: e - s }, (_, i) => s + i))
    )
  fc.assert(
    fc.property(fc.array(range), ranges => {
      const merged = mergeRanges(ranges)
      expect(cover(merged)).toEqual(cover(ranges))
      merged.slice(1).forEach((one, i) => expect(one.startUtf16).toBeGreaterThan(merged[i]?.endUtf16 ?? 0))
    })
  )
})

test('300 actors and 50 issues are put in order in 50 ms', () => {
  const units = Array.from({ length: 300 }, (_, i) => ({
    count: (i * 7) % 31,
    first: i,
    sides: Array.from({ length: 50 }, (_, j) => ({
      supports: (i * j) % 3,
      opposes: (i + j) % 2,
      mixed: 0,
      unclear: 0
    }))
  }))
  // The best of several: other tests share the processor.
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now()
    expect(new Set(orderUnits(units, 'similarity')).size).toBe(300)
    return performance.now() - start
  })
  expect(Math.min(...times)).toBeLessThan(50)
})

describe('the figure', () => {
  const made = smallStudy({
    actors: ['a', 'b'],
    issues: ['i', 'j'],
    said: [speak('p1', 'a', 'i'), speak('p2', 'b', 'j', 'opposes')]
  })
  const all = perspectivesOf(made)
  const matrix = perspectiveMatrix(made, all, options)
  const figure = matrixFigure(made, all, matrix, {
    ...options,
    measure: 'words',
    ofAll: 2,
    filter: 'words: “closed”'
  })

  test('has a row for every cell, silent ones too', () => {
    expect(figure.table.rows.map(row => row.slice(0, 6))).toEqual([
      ['Name of a', 'Question of i?', 'Judge', 'Supports', 1, 6],
      ['Name of a', 'Question of j?', 'Judge', 'Silent', 0, 0],
      ['Name of b', 'Question of i?', 'Judge', 'Silent', 0, 0],
      ['Name of b', 'Question of j?', 'Judge', 'Opposes', 1, 6]
    ])
    for (const row of figure.table.rows) expect(row).toHaveLength(figure.table.columns.length)
    expect(figure.method.join(' ')).toContain('counts once')
  })

  test('draws inside its width, also when columns go on below', () => {
    const measure = (text: string) => text.length * 7
    const wide = figure.draw({ width: 900, measure })
    const narrow = figure.draw({ width: 320, measure })
    expect(narrow.height).toBeGreaterThan(wide.height)
    const words = (node: SvgNode): string =>
      typeof node === 'string' ? node : node.children.map(words).join(' ')
    for (const { content } of [wide, narrow]) expect(content.map(words).join(' ')).toContain('silent')
  })
})
