import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { timelineFigure } from '../../../src/core/chronology/timeline-figure'
import { eventLanes, undatedEvents } from '../../../src/core/chronology/timeline-lanes'
import { barParts, layOutTimeline, placeLinks } from '../../../src/core/chronology/timeline-layout'
import { stretchOf, timeScale } from '../../../src/core/chronology/time-axis'
import { differenceInWords } from '../../../src/core/chronology/time-difference'
import { drawDate, type DrawnDate } from '../../../src/core/chronology/time-axis'
import { parseEdtf } from '../../../src/core/chronology/edtf'
import type { Study } from '../../../src/core/project/study'
import { legalStudy, type Told } from './legal-study'

const measure = (text: string) => text.length * 6

function layout(study: Study, width = 900) {
  const lanes = eventLanes(study, 'case')
  const whole = stretchOf(lanes.flatMap(({ items }) => items.map(({ drawn }) => drawn)))
  if (whole === null) throw new Error('Nothing is dated')
  const scale = timeScale(whole, width)
  return { scale, ...layOutTimeline(lanes, scale, measure) }
}

function drawn(text: string): DrawnDate {
  const date = parseEdtf(text)
  const found = date.ok ? drawDate(date.value) : null
  if (found === null) throw new Error(text)
  return found
}

describe('eventLanes', () => {
  const inCase = (id: string, date: string, type: string, more = {}): Told => ({
    id,
    date,
    attributes: { type, case: 'c', ...more }
  })

  test('by case, by court and by party; who is named nowhere comes last', () => {
    const study = legalStudy([
      { id: 'a', date: '2019' },
      {
        id: 'b',
        date: '2018',
        attributes: {
          case: 'c',
          court: 'High Court',
          parties: [
            { role: 'judge', actor: 'x' as never },
            { role: 'defendant', actor: 'y' as never }
          ]
        }
      },
      { id: 'c', attributes: { case: 'c' } }
    ])
    const lanes = (grouping: 'case' | 'court' | 'actor') =>
      eventLanes(study, grouping).map(({ title, items }) => [title, items.map(({ id }) => id).join()])
    expect(lanes('case')).toEqual([
      ['c', 'b'],
      ['Outside any case', 'a']
    ])
    expect(lanes('court')).toEqual([
      ['High Court', 'b'],
      ['No court named', 'a']
    ])
    expect(lanes('actor')).toEqual([
      ['x', 'b'],
      ['y', 'b'],
      ['No party named', 'a']
    ])
    expect(undatedEvents(study).map(({ id }) => id)).toEqual(['c'])
  })

  test.each([
    ['fades when nothing closes it', [inCase('a', '2017', 'charge')], 'no closing event'],
    [
      'ends with its last closing event',
      [inCase('a', '2017', 'charge'), inCase('b', '2018', 'dismissal')],
      ''
    ],
    [
      'is not closed by what was only planned',
      [inCase('a', '2017', 'charge'), inCase('b', '2018', 'dismissal', { modality: 'planned' })],
      'no closing event'
    ],
    [
      'stays open while counts are pending',
      [inCase('a', '2017', 'charge'), inCase('b', '2018', 'verdict', { counts: { pending: 31 } })],
      '31 counts pending'
    ]
  ])('a case %s', (_, told, words) => {
    const [lane] = eventLanes(legalStudy(told), 'case')
    expect(lane?.course?.words).toBe(words)
    expect(lane?.course?.until === null).toBe(words !== '')
  })
})

describe('layOutTimeline', () => {
  test('a crowd becomes clusters, and none of it is lost', () => {
    const told = Array.from({ length: 300 }, (_, i): Told => ({
      id: `e${i}`,
      date: i % 2 === 0 ? '2018-04-06' : '2019-01-01'
    }))
    const { lanes } = layout(legalStudy(told))
    const [lane] = lanes
    expect(
      (lane?.placed.length ?? 0) + (lane?.clusters.reduce((sum, { items }) => sum + items.length, 0) ?? 0)
    ).toBe(300)
    expect(lane?.clusters.length).toBeLessThan(5)
  })

  test('marks and labels of a lane never cover one another, and every event is there', () => {
    const date = fc
      .tuple(fc.integer({ min: 2000, max: 2012 }), fc.constantFrom('', '~', '-05', '-11-03', '-11', '/..'))
      .map(([year, more]) => `${year}${more}`)
    fc.assert(
      fc.property(
        fc.array(date, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 300, max: 1500 }),
        (dates, width) => {
          const { lanes, height } = layout(
            legalStudy(dates.map((text, i) => ({ id: `e${i}`, date: text }))),
            width
          )
          let below = 0
          for (const { placed, clusters, top, height: own } of lanes) {
            expect(top).toBe(below)
            below += own
            expect(placed.length + clusters.reduce((sum, { items }) => sum + items.length, 0)).toBe(
              dates.length
            )
            const boxes = placed.flatMap(({ item, x1, x2, y, label }) => {
              const wide = measure(item.title)
              const text =
                label === null
                  ? []
                  : [
                      {
                        y: label.y,
                        from: label.anchor === 'start' ? label.x : label.x - wide,
                        to: label.anchor === 'start' ? label.x + wide : label.x
                      }
                    ]
              return [{ y, from: x1, to: x2 }, ...text]
            })
            boxes.forEach((a, i) => {
              for (const b of boxes.slice(i + 1))
                if (Math.abs(a.y - b.y) < 12)
                  expect(Math.min(a.to, b.to) - Math.max(a.from, b.from)).toBeLessThan(1)
            })
          }
          expect(height).toBe(below)
        }
      ),
      { numRuns: 100 }
    )
  })

  test('bars lie on the axis and have no gaps', () => {
    const { lanes, scale } = layout(
      legalStudy([
        { id: 'a', date: '2016~' },
        { id: 'b', date: '2018/..' },
        { id: 'c', date: '../2015' }
      ])
    )
    for (const { item } of lanes[0]?.placed ?? []) {
      const parts = barParts(item, scale)
      parts
        .slice(1)
        .forEach((part, i) => expect(part.x).toBeCloseTo((parts[i]?.x ?? 0) + (parts[i]?.width ?? 0)))
      expect(parts[0]?.x).toBeGreaterThanOrEqual(0)
    }
  })

  test('links lead between marks of the events that relations join', () => {
    const study = legalStudy([{ id: 'a', date: '2016' }, { id: 'b', date: '2018' }, { id: 'c' }], {
      relations: ['a precedes b', 'a supports b', 'a precedes c']
    })
    const links = placeLinks(layout(study), study.relations, id => id)
    expect(links.map(({ relation }) => relation.id)).toEqual(['a-precedes-b'])
  })

  test('ten thousand events are laid out in the time of a frame or a few', () => {
    const told = Array.from({ length: 10_000 }, (_, i): Told => ({
      id: `e${i}`,
      date: `${1990 + (i % 30)}-0${1 + (i % 9)}-1${i % 9}`,
      attributes: { case: `case-${i % 40}` }
    }))
    const study = legalStudy(told)
    const lanes = eventLanes(study, 'case')
    const scale = timeScale({ from: 7_305, until: 18_263 }, 900)
    layOutTimeline(lanes, scale, measure)
    const start = performance.now()
    layOutTimeline(lanes, scale, measure)
    // 30 ms here; the limit leaves room for a machine that is busy with other tests.
    expect(performance.now() - start).toBeLessThan(300)
  })

  test('the picture and its table hold every event', () => {
    const study = legalStudy([
      { id: 'a', date: '2018' },
      { id: 'b' },
      { id: 'c', date: '2016~', attributes: { modality: 'planned' } }
    ])
    const figure = timelineFigure(study, 'case')
    expect(figure.table.rows.map(([, date]) => date)).toEqual(['about 2016', '2018', null])
    expect(figure.subtitle).toBe('2 dated of 3 events in one article, in lanes by case')
    const { content, height } = figure.draw({ width: 900, measure })
    expect(height).toBeGreaterThan(60)
    expect(JSON.stringify(content)).not.toMatch(/NaN|null|undefined/u)
  })
})

describe('differenceInWords', () => {
  test.each([
    ['2018-04-06', '2018-04-09', '3 days later'],
    ['2018-04-06', '2018-04-05', '1 day earlier'],
    ['2018-04-06', '2018-04-06', 'on the same day'],
    ['2018-04', '2018-04', 'about the same time'],
    ['2018-04-06', '2018-07/2018-09', '3 to 6 months later'],
    ['2018', '2024', '5 to 7 years later'],
    ['2018-02-06', '2016-08-06', '18 months earlier'],
    ['2018-04-06', '2019/..', '9 to 21 months or more later']
  ])('from %s to %s: %s', (first, second, words) => {
    expect(differenceInWords(drawn(first), drawn(second))).toBe(words)
  })
})
