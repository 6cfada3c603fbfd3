import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { longestRise, storyOrderOf, type StoryOrder } from '../../../src/core/chronology/story-order'
import { storyOrderFigure } from '../../../src/core/chronology/story-order-figure'
import { layOutStory } from '../../../src/core/chronology/story-layout'
import {
  silenceInWords,
  storySentence,
  storySummary,
  toldAndHappened
} from '../../../src/core/chronology/story-words'
import { timeScale } from '../../../src/core/chronology/time-axis'
import type { Study } from '../../../src/core/project/study'
import { legalStudy, type Told } from './legal-study'

/** "name date", each in a paragraph of its own. */
function studyOf(texts: readonly string[], relations: readonly string[] = []): Study {
  const told = texts.map((text, i): Told => {
    const [id = '', date] = text.split(' ')
    return { id, paragraph: Math.min(9, i + 1), ...(date !== undefined && { date }) }
  })
  return legalStudy(told, { relations })
}

function storyOf(study: Study): StoryOrder {
  const [of] = study.articles
  if (of === undefined) throw new Error('No article')
  return storyOrderOf(study, of)
}

describe('storyOrderOf', () => {
  // The order in which a long article told nine events, by their years.
  const article = [
    'a 2018-02-06',
    'b 2024',
    'c 2004',
    'd 2010',
    'e 2013',
    'f 2016',
    'g 2017-01',
    'h 2021',
    'i 2023-08'
  ]

  test('tells flashbacks and flash-forwards from the main line', () => {
    const study = studyOf(article)
    const story = storyOf(study)
    expect(
      story.told
        .filter(({ anachrony }) => anachrony !== null)
        .map(({ event, anachrony }) => [event.id, anachrony])
    ).toEqual([
      ['a', 'flash-forward'],
      ['b', 'flash-forward']
    ])
    expect(story.told.map(toldAndHappened).slice(0, 3)).toEqual([
      'Told first, happened sixth',
      'Told second, happened ninth',
      'Told third, happened first'
    ])
    expect(story.pairs).toEqual({ agreeing: 24, inverted: 12, unordered: 0 })
    expect(story.tau).toBeCloseTo((24 - 12) / 36)
    expect(story.silences.map(silenceInWords)[0]).toBe('Nothing told from 2005-01 to 2010-01: 5 years')
  })

  test('says in a sentence what telling it here does', () => {
    const study = studyOf(['a 2018-02', 'b 2016-08', 'c 2019', 'd 2015', 'e 2020'])
    const story = storyOf(study)
    expect(story.told.map(one => storySentence(study, story, one))).toEqual([
      'The story opens here and goes back 17 to 19 months, to “Words of paragraph 2 in A0.”.',
      'Told in its place.',
      'On the main line of the story.',
      'A step back: it happened 3 to 5 years earlier than “Words of paragraph 3 in A0.”, told just before.',
      'Told in its place.'
    ])
  })

  test.each([
    { told: ['a 2016', 'b 2018'], tau: 1, unordered: 0, why: 'as it happened' },
    { told: ['a 2018', 'b 2016'], tau: -1, unordered: 0, why: 'backwards' },
    { told: ['a 2018', 'b 2018-05'], tau: null, unordered: 1, why: 'nothing can be ordered' },
    {
      told: ['a 2018', 'b 2018-05', 'c 2016'],
      tau: -1,
      unordered: 1,
      why: 'what cannot be ordered is left out'
    }
  ])('tau of $told is $tau: $why', ({ told, tau, unordered }) => {
    const story = storyOf(studyOf(told))
    expect(story.tau).toBe(tau)
    expect(story.pairs.unordered).toBe(unordered)
    expect(storySummary(story)).toMatch(tau === null ? /^No two/u : /τ = −?1\.00/u)
  })

  test('relations order what dates do not, each pair counted once', () => {
    const story = storyOf(studyOf(['a 2018', 'b 2018', 'c 2016'], ['b precedes a', 'c precedes b']))
    expect(story.pairs).toEqual({ agreeing: 0, inverted: 3, unordered: 0 })
  })

  test('leaves out what is undated or not told as having happened', () => {
    const study = legalStudy([
      { id: 'a', date: '2018' },
      { id: 'b', paragraph: 2 },
      { id: 'c', paragraph: 3, date: '2019', attributes: { modality: 'planned' } }
    ])
    expect(storyOf(study).told.map(({ event }) => event.id)).toEqual(['a'])
  })

  test('a step that a proceeding presupposes and nobody tells', () => {
    const ofCase = (type: string) => ({ type, case: 'case-1', modality: 'actual' })
    const study = legalStudy([
      { id: 'a', date: '2018', attributes: ofCase('sentence') },
      { id: 'b', paragraph: 2, date: '2017', attributes: ofCase('conviction') },
      { id: 'c', paragraph: 3, date: '2017', attributes: { ...ofCase('charge'), modality: 'planned' } }
    ])
    expect(storyOf(study).missing.map(({ event, step }) => [event.id, step])).toEqual([['b', 'a charge']])
  })

  test('the picture has a line for each, and its table a row', () => {
    const study = studyOf(article)
    const story = storyOf(study)
    const figure = storyOrderFigure(study, story)
    expect(figure.table.rows).toHaveLength(9)
    expect(figure.passages).toHaveLength(9)
    const drawing = figure.draw({ width: 800, measure: text => text.length * 6 })
    expect(JSON.stringify(drawing.content)).not.toMatch(/NaN|null|undefined/u)
  })

  test('what happened outside the span that is shown has no line, but keeps its place', () => {
    const story = storyOf(studyOf(['a 2010', 'b 2018-06']))
    const { lines, paragraphs } = layOutStory(story, timeScale({ from: 17_532, until: 17_897 }, 500), 100)
    expect(lines.map(({ xHappened, xTold }) => [xHappened === null, xTold])).toEqual([
      [true, 16],
      [false, 484]
    ])
    expect(paragraphs.map(({ paragraph }) => paragraph)).toEqual([1, 2])
  })
})

describe('for any dates', () => {
  const date = fc
    .tuple(fc.integer({ min: 2000, max: 2010 }), fc.constantFrom('', '~', '-05', '-11-03', '/..'))
    .map(([y, more]) => `${y}${more}`)

  test('every pair is counted once, and turning a story around turns tau around', () => {
    fc.assert(
      fc.property(fc.array(date, { minLength: 2, maxLength: 9 }), dates => {
        const there = storyOf(studyOf(dates.map((text, i) => `e${i} ${text}`)))
        const back = storyOf(studyOf([...dates].reverse().map((text, i) => `e${i} ${text}`)))
        const { agreeing, inverted, unordered } = there.pairs
        expect(agreeing + inverted + unordered).toBe((dates.length * (dates.length - 1)) / 2)
        expect(back.pairs).toEqual({ agreeing: inverted, inverted: agreeing, unordered })
        // Whoever is called a flashback certainly happened before something told earlier.
        for (const { anachrony, told } of there.told)
          if (anachrony !== null) expect(inverted).toBeGreaterThan(0)
          else expect(told).toBeGreaterThan(0)
        if (inverted === 0) expect(there.told.every(({ anachrony }) => anachrony === null)).toBe(true)
      }),
      { numRuns: 200 }
    )
  })

  test('the longest rise rises, and no single value fits in between', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(99), { maxLength: 10 }), values => {
        const rise = [...longestRise(values)].sort((a, b) => a - b).map(index => values[index] ?? 0)
        rise.slice(1).forEach((value, i) => expect(value).toBeGreaterThan(rise[i] ?? 0))
        // Against trying all of them.
        let longest = 0
        for (let mask = 0; mask < 2 ** values.length; mask++) {
          const chosen = values.filter((_, i) => ((mask >> i) & 1) === 1)
          if (chosen.every((value, i) => i === 0 || value > (chosen[i - 1] ?? 0)))
            longest = Math.max(longest, chosen.length)
        }
        expect(rise).toHaveLength(longest)
      }),
      { numRuns: 60 }
    )
  })
})
