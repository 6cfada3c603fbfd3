import { describe, expect, test } from 'vitest'
import { cardContext } from '../../../src/core/perspective/card-context'
import { cardLinks } from '../../../src/core/perspective/card-links'
import { cardName, cardWords, quotationWithSource } from '../../../src/core/perspective/card-words'
import { cardOf, moveCard, type CardMove } from '../../../src/core/perspective/card-moves'
import { perspectiveColumns } from '../../../src/core/perspective/columns'
import {
  anyPerspective,
  countConditions,
  filterPerspectives,
  type PerspectiveFilter
} from '../../../src/core/perspective/filter-perspectives'
import { issueTree } from '../../../src/core/perspective/issue-tree'
import { perspectivesOf } from '../../../src/core/perspective/perspective'
import type { AnnotationId } from '../../../src/core/project/ids'
import { smallStudy } from './small-study'

describe('links of a card', () => {
  const study = smallStudy({
    articles: 2,
    said: [
      { id: 'a', paragraph: 2 },
      { id: 'b', paragraph: 5 },
      { id: 'c', paragraph: 3, layer: 'claim' },
      { id: 'd', paragraph: 1, article: 1 }
    ],
    relations: [
      'b responds-to a',
      'b disputes c',
      'd supports a',
      'a supports gone',
      'a precedes b',
      'c evidence-for a'
    ]
  })
  const wordsOf = (id: string) => cardLinks(study, id as AnnotationId).map(({ words }) => words)

  test('say where the other passage stands, from both ends', () => {
    expect(wordsOf('b')).toEqual(['answers ¶2', 'disputes claim in ¶3'])
    expect(wordsOf('d')).toEqual(['supports ¶2 of “A0”'])
    expect(wordsOf('a')).toEqual([
      'supports a passage outside these articles',
      'answered in ¶5',
      'supported in ¶1 of “A1”',
      'rests on claim in ¶3'
    ])
  })

  test('tell nothing of relations between events', () => {
    expect(wordsOf('a').join()).not.toContain('precedes')
  })
})

describe('moving between cards', () => {
  // By article: supports a1 a2 · opposes b1 in the first, c1 · mixed m1 in the second, supports d1 in the third.
  const said = [
    ['a1', 'supports', 0],
    ['a2', 'supports', 0],
    ['b1', 'opposes', 0],
    ['c1', 'opposes', 1],
    ['m1', 'mixed', 1],
    ['d1', 'supports', 2]
  ] as const
  const study = smallStudy({
    articles: 3,
    said: said.map(([id, stance, article], i) => ({ id, article, paragraph: i + 1, attributes: { stance } }))
  })
  const columns = perspectiveColumns(study, perspectivesOf(study), null, {
    columnsBy: 'stance',
    actors: null,
    rowsBy: 'article',
    sort: 'story',
    grouping: 'none'
  })
  const open = () => false
  const go = (from: string, move: CardMove, isFolded: (key: string) => boolean = open) =>
    moveCard(columns, cardOf(columns, from, open)?.key ?? null, move, isFolded)?.perspective.annotation.id ??
    null

  test.each([
    ['a1', 'down', 'a2'],
    ['a2', 'down', 'd1'],
    ['d1', 'up', 'a2'],
    ['d1', 'down', null],
    ['a1', 'up', null],
    ['a2', 'right', 'b1'],
    ['b1', 'left', 'a1'],
    ['b1', 'down', 'c1'],
    ['c1', 'left', 'm1'],
    ['m1', 'left', null],
    ['d1', 'right', null],
    ['c1', 'first', 'a1'],
    ['a1', 'last', 'd1']
  ] as const)('from %s %s leads to %s', (from, move, to) => expect(go(from, move)).toBe(to))

  test('what is folded is passed over', () => {
    const secondRow = columns.rows[1]?.key
    expect(go('a2', 'right', key => key === 'stance:opposes')).toBeNull()
    expect(go('b1', 'down', key => key === secondRow)).toBeNull()
    expect(cardOf(columns, 'c1', key => key === secondRow)).toBeNull()
  })

  test('a card that is gone leads to the first', () => {
    expect(moveCard(columns, 'gone', 'down', open)?.perspective.annotation.id).toBe('a1')
  })
})

describe('the filter', () => {
  const study = smallStudy({
    actors: ['Müller', 'b'],
    said: [
      { id: 'p1', paragraph: 1, attributes: { holder: 'Müller', role: 'judge', frames: ['political'] } },
      { id: 'p2', paragraph: 2, attributes: { holder: 'b', role: 'expert', form: 'direct' } },
      { id: 'p3', paragraph: 3, attributes: { role: 'judge', form: 'direct' } }
    ]
  })
  const names = new Map<string, string>(study.actors.map(({ id, name }) => [id, name]))
  const cases: [PerspectiveFilter, string][] = [
    [anyPerspective, 'p1 p2 p3'],
    [{ words: 'PARAGRAPH 2', options: {} }, 'p2'],
    [{ words: 'muller', options: {} }, 'p1'],
    [{ words: '', options: { role: ['judge'] } }, 'p1 p3'],
    [{ words: '', options: { role: ['judge', 'expert'], form: ['direct'] } }, 'p2 p3'],
    [{ words: '', options: { frames: ['political', 'economic'] } }, 'p1'],
    [{ words: 'paragraph', options: { role: ['judge'], form: ['direct'] } }, 'p3'],
    [{ words: ' ', options: { role: [] } }, 'p1 p2 p3']
  ]

  test.each(cases)('%j', (filter, expected) => {
    const found = filterPerspectives(perspectivesOf(study), filter, id => names.get(id))
    expect(found.map(({ annotation }) => annotation.id).join(' ')).toBe(expected)
    expect(countConditions(filter) === 0).toBe(found.length === 3)
  })
})

describe('issues and their parts', () => {
  test.each([
    [['a', 'b<a', 'c'], 'a(b) c'],
    [['b<gone', 'c'], 'b c'],
    [['a<a'], 'a'],
    // A second level cannot be made; one that came in anyway is not lost.
    [['a', 'b<a', 'c<b'], 'a(b) c'],
    [['a<b', 'b<a'], 'a b']
  ])('%j', (issues, expected) => {
    const tree = issueTree(smallStudy({ said: [], issues }).issues)
    expect(
      tree
        .map(
          ({ issue, parts }) => issue.id + (parts.length === 0 ? '' : `(${parts.map(({ id }) => id).join()})`)
        )
        .join(' ')
    ).toBe(expected)
  })
})

describe('the text around a card', () => {
  const study = smallStudy({ said: [{ id: 'p', paragraph: 2 }] })
  const [of] = study.articles
  const [perspective] = perspectivesOf(study)
  if (of === undefined || perspective === undefined) throw new Error('Nothing said')
  const { text } = of.revision
  const over = (...quotes: string[]) => {
    let from = text.indexOf(quotes[0] ?? '')
    const ranges = quotes.map(quote => {
      const startUtf16 = text.indexOf(quote, from)
      from = startUtf16
      return { startUtf16, endUtf16: startUtf16 + quote.length }
    })
    const startUtf16 = ranges[0]?.startUtf16 ?? 0
    return { ...perspective, ranges, pieces: quotes, place: { ...perspective.place, startUtf16 } }
  }

  test.each([
    [['paragraph 2'], 'Words of [paragraph 2] in A0.'],
    [['Words of paragraph 2 in A0.'], '[Words of paragraph 2 in A0.]'],
    [['paragraph 2', 'A0.'], 'Words of [paragraph 2] in [A0.]'],
    [['graph 2 in A0.\n\nWords of para'], 'Words of para[graph 2 in A0.\n\nWords of para]graph 3 in A0.']
  ])('%j', (quotes, expected) => {
    const pieces = cardContext(over(...quotes))
    expect(pieces.map(({ text: piece, isQuoted }) => (isQuoted ? `[${piece}]` : piece)).join('')).toBe(
      expected
    )
  })
})

describe('the words of a card', () => {
  const study = smallStudy({
    actors: ['a'],
    articles: 2,
    said: [
      {
        id: 'p',
        paragraph: 4,
        attributes: {
          holder: 'a',
          role: 'affected-community',
          stance: 'opposes',
          form: 'indirect',
          anonymity: 'named',
          frames: ['political', 'gone']
        }
      },
      { id: 'q', article: 1, attributes: { anonymity: 'role-only' } }
    ]
  })
  const [p, q] = perspectivesOf(study)
  if (p === undefined || q === undefined) throw new Error('Nothing said')

  test('are those of the codebook; what is not set is left out, and so is that somebody is named', () => {
    expect(cardWords(study, p)).toEqual({
      holder: 'Name of a',
      role: 'Affected community',
      stance: 'Opposes',
      form: 'Paraphrase',
      attitude: null,
      anonymity: null,
      frames: ['Political', 'gone']
    })
    expect(cardWords(study, q)).toMatchObject({ holder: 'No holder yet', role: null, anonymity: 'Role only' })
  })

  test('name it for those who do not see it', () => {
    expect(cardName(study, p)).toBe(
      'Name of a, Affected community, Opposes, Paraphrase, paragraph 4 of A0: Words of paragraph 4 in A0.'
    )
  })

  test.each([
    [['Plain words.'], '“Plain words.”'],
    [['“Spoken words.”'], '“Spoken words.”'],
    [['“First,”', '“second.”'], '“First,” […] “second.”'],
    [['He called it “theft”'], '“He called it “theft””']
  ])('copied with their source, %j are in quotation marks once', (pieces, expected) => {
    expect(quotationWithSource(study, { ...p, pieces })).toBe(`${expected} (Name of a, in “A0”, ¶4)`)
  })
})
