import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cardGroupings, cardSorts } from '../../../src/core/perspective/card-order'
import { rowsBys } from '../../../src/core/perspective/card-rows'
import {
  columnsBys,
  loudestActors,
  mostColumns,
  perspectiveColumns,
  type ColumnsOptions,
  type PerspectiveColumns
} from '../../../src/core/perspective/columns'
import { perspectivesOn } from '../../../src/core/perspective/filter-perspectives'
import { perspectivesOf } from '../../../src/core/perspective/perspective'
import type { ActorId } from '../../../src/core/project/ids'
import type { Study } from '../../../src/core/project/study'
import { smallStudy, type Said } from './small-study'

const plain: ColumnsOptions = {
  columnsBy: 'stance',
  actors: null,
  rowsBy: 'story',
  sort: 'story',
  grouping: 'none'
}

function columnsOf(study: Study, options: Partial<ColumnsOptions> = {}, issueId: string | null = null) {
  const issue = study.issues.find(({ id }) => id === issueId) ?? null
  const perspectives = perspectivesOn(perspectivesOf(study), issue, study.issues)
  return perspectiveColumns(study, perspectives, issue, { ...plain, ...options })
}

/** "Supports: a b | c" for two rows. */
function written({ columns, rows }: PerspectiveColumns): string[] {
  return columns.map(({ name }, i) => {
    const cells = rows.map(row =>
      (row.cells[i]?.groups ?? [])
        .map(group => group.cards.map(({ perspective }) => perspective.annotation.id).join(' '))
        .join(' + ')
    )
    return `${name}: ${cells.join(' | ')}`
  })
}

describe('columns by stance', () => {
  const stances = ['opposes', 'supports', 'neutral', 'unclear', 'mixed', 'supports']
  const said = stances.map((stance, i): Said => ({ id: `p${i}`, paragraph: i + 1, attributes: { stance } }))

  test('each stands on its side in story order; neutral and unclear share one', () => {
    expect(written(columnsOf(smallStudy({ said })))).toEqual([
      'Supports: p1 p5',
      'Mixed: p4',
      'Neutral or unclear: p2 p3',
      'Opposes: p0'
    ])
  })

  test('a side without a voice is shown silent, and what has no stance only when there is some', () => {
    const { columns } = columnsOf(smallStudy({ said: [{ id: 'p' }] }))
    expect(columns.map(({ name, count }) => `${name} ${count}`)).toEqual([
      'Supports 0',
      'Mixed 0',
      'Neutral or unclear 0',
      'Opposes 0',
      'No stance yet 1'
    ])
    expect(columns[3]?.silence).toBe('Silent. No opposing voice is quoted.')
  })

  test('stances of the researcher’s own have columns of their own', () => {
    const study = smallStudy({ said: [{ id: 'p', attributes: { stance: 'ironic' } }] })
    const layers = study.codebook.layers.map(layer => ({
      ...layer,
      attributes: layer.attributes.map(attribute =>
        attribute.id === 'stance' ? { ...attribute, options: [{ id: 'ironic', name: 'Ironic' }] } : attribute
      )
    }))
    expect(written(columnsOf({ ...study, codebook: { ...study.codebook, layers } }))).toEqual(['Ironic: p'])
  })
})

describe('columns by actors', () => {
  const holders = ['a', 'b', 'b', 'c', 'c', 'c', 'd', undefined]
  const said = holders.map((holder, i): Said => ({
    id: `p${i}`,
    paragraph: i + 1,
    attributes: holder === undefined ? {} : { holder }
  }))
  const study = smallStudy({ said, actors: ['a', 'b', 'c', 'd'] })

  test('begin with those who are quoted most', () => {
    expect(loudestActors(perspectivesOf(study))).toEqual(['c', 'b', 'a'])
  })

  test('stand as they were chosen, and everyone else is gathered behind them', () => {
    const actors = ['d', 'c'] as ActorId[]
    expect(written(columnsOf(study, { columnsBy: 'actors', actors }))).toEqual([
      'Name of d: p6',
      'Name of c: p3 p4 p5',
      'Everyone else: p0 p1 p2',
      'No holder yet: p7'
    ])
  })
})

describe('columns by role', () => {
  const roles = ['judge', 'witness', 'witness', 'expert', 'expert', 'victim', 'platform']
  const said = [...roles, 'advocate', 'advocate'].map((role, i): Said => ({
    id: `p${i}`,
    paragraph: i + 1,
    attributes: { role }
  }))

  test('are never more than can be read side by side: the rest stand together', () => {
    const written6 = written(columnsOf(smallStudy({ said }), { columnsBy: 'role' }))
    expect(written6).toEqual([
      'Witness: p1 p2',
      'Expert: p3 p4',
      'Advocate: p7 p8',
      'Judge: p0',
      'Other roles: p5 p6'
    ])
    expect(written6).toHaveLength(mostColumns)
  })

  test('have no rest when all of them have room', () => {
    const { columns } = columnsOf(smallStudy({ said: said.slice(0, 3) }), { columnsBy: 'role' })
    expect(columns.map(({ name }) => name)).toEqual(['Witness', 'Judge'])
  })
})

describe('rows', () => {
  const issues = ['whole', 'first<whole', 'silent<whole', 'other']
  const about = (id: string, issue: string | undefined, paragraph: number): Said => ({
    id,
    paragraph,
    attributes: { stance: 'supports', ...(issue !== undefined && { issue }) }
  })
  const said = [
    about('p1', 'first', 1),
    about('p2', 'whole', 2),
    about('p3', 'other', 3),
    about('p4', undefined, 4)
  ]
  const study = smallStudy({ said, issues })
  const titles = (columns: PerspectiveColumns) => columns.rows.map(({ title, count }) => `${title} ${count}`)

  test('by sub-issue show the parts of an issue, those without a voice too', () => {
    expect(titles(columnsOf(study, { rowsBy: 'sub-issue' }, 'whole'))).toEqual([
      'The issue as a whole 1',
      'first 1',
      'silent 0'
    ])
    expect(columnsOf(study, { rowsBy: 'sub-issue' }, 'whole').rows[1]?.detail).toBe('Question of first?')
  })

  test('by sub-issue of all issues show those that somebody speaks to', () => {
    expect(titles(columnsOf(study, { rowsBy: 'sub-issue' }))).toEqual([
      'whole 1',
      'first 1',
      'other 1',
      'No issue yet 1'
    ])
  })

  test('a sub-issue can be looked at alone', () => {
    expect(titles(columnsOf(study, { rowsBy: 'sub-issue' }, 'first'))).toEqual(['first 1'])
  })

  test('by frame show a perspective in the row of each of its frames, marked, and count it once', () => {
    const frames = ['political', 'economic', 'economic']
    const columns = columnsOf(
      smallStudy({
        said: [
          { id: 'p1', attributes: { frames } },
          { id: 'p2', paragraph: 2 }
        ]
      }),
      { rowsBy: 'frame' }
    )
    expect(titles(columns)).toEqual(['Economic 1', 'Political 1', 'No frame yet 1'])
    expect(columns.count).toBe(2)
    expect(columns.columns.at(-1)?.count).toBe(2)
    const cards = columns.rows.flatMap(row => row.cells.flatMap(cell => cell.groups[0]?.cards ?? []))
    expect(cards.map(({ isRepeated }) => isRepeated)).toEqual([true, true, false])
    expect(new Set(cards.map(({ key }) => key)).size).toBe(3)
  })
})

describe('the order in a cell', () => {
  const said: Said[] = [
    { id: 'p1', paragraph: 1, attributes: { holder: 'b', stance: 'mixed' } },
    { id: 'p2', paragraph: 2, attributes: { holder: 'a', stance: 'mixed' } },
    { id: 'p3', paragraph: 3, attributes: { holder: 'b', stance: 'mixed' } }
  ]
  const study = smallStudy({ said, actors: ['a', 'b'] })

  test.each([
    ['story', 'none', 'p1 p2 p3'],
    ['words', 'none', 'p1 p2 p3'],
    ['holder', 'none', 'p2 p1 p3'],
    ['story', 'holder', 'p1 p3 + p2'],
    ['holder', 'holder', 'p2 + p1 p3'],
    ['story', 'article', 'p1 p2 p3']
  ] as const)('by %s, gathered by %s', (sort, grouping, expected) => {
    expect(written(columnsOf(study, { sort, grouping }))[1]).toBe(`Mixed: ${expected}`)
  })

  test('the longest come first', () => {
    const [first] = study.articles
    if (first === undefined) throw new Error('No article')
    const annotations = first.annotations.map((annotation, i) => ({
      ...annotation,
      spans: annotation.spans.map(span => ({ ...span, quote: 'word '.repeat(i + 1) }))
    }))
    const columns = columnsOf({ ...study, articles: [{ ...first, annotations }] }, { sort: 'words' })
    expect(written(columns)[1]).toBe('Mixed: p3 p2 p1')
  })
})

describe('any study', () => {
  const option = (...ids: string[]) => fc.option(fc.constantFrom(...ids), { nil: undefined })
  const anySaid = fc.record({
    paragraph: fc.integer({ min: 1, max: 9 }),
    article: fc.integer({ min: 0, max: 2 }),
    holder: option('a', 'b', 'c', 'd', 'e', 'f', 'gone'),
    role: option('judge', 'witness', 'expert', 'victim', 'platform', 'advocate', 'other', 'gone'),
    issue: option('whole', 'part<whole', 'other', 'gone'),
    stance: option('supports', 'opposes', 'mixed', 'neutral', 'unclear', 'gone'),
    frames: fc.array(fc.constantFrom('economic', 'political', 'morality', 'gone'), { maxLength: 4 })
  })
  const anyOptions = fc.record({
    columnsBy: fc.constantFrom(...columnsBys),
    actors: fc.option(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 6 })),
    rowsBy: fc.constantFrom(...rowsBys),
    sort: fc.constantFrom(...cardSorts),
    grouping: fc.constantFrom(...cardGroupings)
  })

  test('every perspective stands in exactly one column and in at least one row, and counts agree', () => {
    fc.assert(
      fc.property(
        fc.array(anySaid, { maxLength: 30 }),
        anyOptions,
        fc.constantFrom(null, 'whole', 'part'),
        (all, options, issue) => {
          const study = smallStudy({
            actors: ['a', 'b', 'c', 'd', 'e', 'f'],
            issues: ['whole', 'part<whole', 'other'],
            articles: 3,
            said: all.map(({ paragraph, article, issue: about, ...attributes }, i) => ({
              id: `p${i}`,
              paragraph,
              article,
              attributes: definedOf({ ...attributes, issue: about?.split('<')[0] })
            }))
          })
          const columns = columnsOf(study, options as ColumnsOptions, issue)
          const wanted = perspectivesOn(
            perspectivesOf(study),
            study.issues.find(({ id }) => id === issue) ?? null,
            study.issues
          ).map(({ annotation }) => annotation.id)
          const inColumns = columns.columns.map((column, i) => {
            const cards = columns.rows.flatMap(row => {
              const cell = row.cells[i]
              const cards = cell?.groups.flatMap(group => group.cards) ?? []
              expect(cards.length).toBe(cell?.count)
              return cards
            })
            const ids = new Set(cards.map(({ perspective }) => perspective.annotation.id))
            expect(ids.size).toBe(column.count)
            return [...ids]
          })
          expect(inColumns.flat().sort()).toEqual([...wanted].sort())
          expect(columns.columns.reduce((sum, { count }) => sum + count, 0)).toBe(columns.count)
          for (const row of columns.rows)
            expect(row.cells.reduce((sum, { count }) => sum + count, 0)).toBe(row.count)
          const keys = [...columns.columns, ...columns.rows].map(({ key }) => key)
          expect(new Set(keys).size).toBe(keys.length)
        }
      )
    )
  })
})

function definedOf(values: Record<string, string | string[] | undefined>): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))
  )
}
