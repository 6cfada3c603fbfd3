import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareEdtf } from '../../../src/core/chronology/edtf'
import { orderEvents, placesAmong, type EventOrder } from '../../../src/core/chronology/event-order'
import type { MergedEvent } from '../../../src/core/chronology/same-event'
import type { AnnotationId } from '../../../src/core/project/ids'
import { eventsTold, legalStudy, type Told } from './legal-study'

interface Case {
  /** "name date", told in this order; no date is an undated event. */
  told: readonly string[]
  relations?: readonly string[]
}

function orderOf({ told, relations = [] }: Case): { events: readonly MergedEvent[]; order: EventOrder } {
  const events = eventsTold(
    told.map((text, i): Told => {
      const [id = '', date] = text.split(' ')
      return { id, paragraph: Math.min(9, i + 1), ...(date !== undefined && { date }) }
    })
  )
  return { events, order: orderEvents(events, legalStudy([], { relations }).relations) }
}

const ids = (events: readonly MergedEvent[]) => events.map(({ id }) => id).join(' ')
const compare = (order: EventOrder, a: string, b: string) =>
  order.compare(a as AnnotationId, b as AnnotationId)

describe('orderEvents', () => {
  // A story that begins with its end, and returns to where it began.
  test('puts in order what a story tells otherwise', () => {
    const { order } = orderOf({
      told: [
        'h 2018-02-06',
        'i 2024',
        'f 2016',
        'e 2013',
        'g 2017-01',
        'a 2004',
        'c 2010',
        'k 2021',
        'l 2023-08'
      ]
    })
    expect(ids(order.sequence)).toBe('a c e f g h k l i')
  })

  test.each<{ a: string; b: string; is: string; drawn: string; why: string }>([
    { a: '2018', b: '2019', is: 'before', drawn: 'a b', why: 'years apart' },
    { a: '2018', b: '2018-06', is: 'unordered', drawn: 'a b', why: 'a month of that year' },
    { a: '2018-06', b: '2018', is: 'unordered', drawn: 'b a', why: 'a year begins with its first day' },
    { a: '2018-06', b: '2018-06', is: 'unordered', drawn: 'a b', why: 'told first comes first' },
    { a: '2016~', b: '2017', is: 'unordered', drawn: 'a b', why: 'about 2016 may be 2017' },
    { a: '2016~', b: '2018-02', is: 'before', drawn: 'a b', why: 'but not February 2018' },
    { a: '2030', b: '2017/..', is: 'unordered', drawn: 'b a', why: 'what began in 2017 may go on' },
    { a: '2015', b: '../2016', is: 'unordered', drawn: 'a b', why: 'without a beginning, its end tells' },
    { a: '201X', b: '2020-05', is: 'before', drawn: 'a b', why: 'a decade ends' },
    { a: '2017-24', b: '2018-01', is: 'unordered', drawn: 'a b', why: 'winter reaches into the next year' },
    { a: '2018-21', b: '2018-22', is: 'unordered', drawn: 'a b', why: 'seasons overlap in June' },
    { a: 'XXXX', b: '2018', is: 'unordered', drawn: 'b', why: 'a year that is not known has no place' }
  ])('$a and $b: $is, for $why', ({ a, b, is, drawn }) => {
    const { order } = orderOf({ told: [`a ${a}`, `b ${b}`] })
    expect(compare(order, 'a', 'b')).toBe(is)
    expect(ids(order.sequence)).toBe(drawn)
  })

  test.each<Case & { is: string; drawn: string; why: string }>([
    { told: ['a', 'b 2018'], relations: ['b precedes a'], is: 'after', drawn: 'b a', why: 'precedes' },
    { told: ['a', 'b 2018'], relations: ['a precedes b'], is: 'before', drawn: 'a b', why: 'precedes' },
    { told: ['a 2018', 'b 2018'], relations: ['a appeals b'], is: 'after', drawn: 'b a', why: 'an appeal' },
    { told: ['a 2018', 'b 2018'], relations: ['a disposes-of b'], is: 'after', drawn: 'b a', why: 'an end' },
    { told: ['a 2018', 'b 2018'], relations: ['a amends b'], is: 'after', drawn: 'b a', why: 'a change' },
    {
      told: ['a 2018', 'b 2018'],
      relations: ['a supersedes b'],
      is: 'after',
      drawn: 'b a',
      why: 'a new one'
    },
    {
      told: ['a', 'b 2018'],
      relations: ['a supports b'],
      is: 'unordered',
      drawn: 'b',
      why: 'not about time'
    },
    {
      told: ['a', 'x 2017', 'b 2020', 'y 2018'],
      relations: ['y precedes a', 'a precedes x2'],
      is: 'unordered',
      drawn: 'x y a b',
      why: 'after 2018 may be after 2020'
    },
    {
      told: ['a', 'y 2018', 'b 2016'],
      relations: ['y precedes a'],
      is: 'after',
      drawn: 'b y a',
      why: 'after 2018 is after 2016, too'
    }
  ])('$relations with $told: $is, $why', ({ told, relations, is, drawn }) => {
    const { order } = orderOf({ told, ...(relations !== undefined && { relations }) })
    expect(compare(order, 'a', 'b')).toBe(is)
    expect(ids(order.sequence)).toBe(drawn)
    expect(order.contradictions).toEqual([])
  })

  test.each<Case & { kind: string; together: string; why: string }>([
    {
      told: ['a 2018', 'b 2016'],
      relations: ['a precedes b'],
      kind: 'against-date',
      together: 'a b',
      why: 'dates'
    },
    {
      told: ['a', 'b', 'c'],
      relations: ['a precedes b', 'b precedes c', 'c precedes a'],
      kind: 'circle',
      together: 'a b c',
      why: 'a circle'
    },
    {
      told: ['a 2018', 'u', 'b 2016'],
      relations: ['a precedes u', 'u precedes b'],
      kind: 'chain-against-dates',
      together: 'a u b',
      why: 'a step between that no date forbids'
    },
    {
      told: ['a 2018', 'b 2019'],
      relations: ['a precedes b', 'b precedes a'],
      kind: 'against-date',
      together: 'a b',
      why: 'dates say which of two is wrong'
    }
  ])('reports what cannot be: $why', ({ told, relations, kind, together }) => {
    const { order } = orderOf({ told, ...(relations !== undefined && { relations }) })
    expect(order.contradictions.map(one => [one.kind, ids(one.events)])).toEqual([[kind, together]])
  })

  test('undated events are placed only by relations to dated ones', () => {
    const { order } = orderOf({
      told: ['a', 'b', 'c', 'd 2018'],
      relations: ['a precedes b', 'd precedes c']
    })
    expect(ids(order.sequence)).toBe('d c')
    expect(ids(order.unplaced)).toBe('a b')
    expect(compare(order, 'a', 'b')).toBe('before')
  })

  test('places are exact where all is certain, and a range where it is not', () => {
    const { events, order } = orderOf({
      told: ['a 2018', 'b 2016', 'c 2018-05', 'd 2020'],
      relations: ['c precedes a']
    })
    expect([...placesAmong(order, events).entries()]).toEqual([
      ['a', { first: 3, last: 3 }],
      ['b', { first: 1, last: 1 }],
      ['c', { first: 2, last: 2 }],
      ['d', { first: 4, last: 4 }]
    ])
    const loose = orderOf({ told: ['a 2018', 'b 2018', 'c 2019'] })
    expect(placesAmong(loose.order, loose.events).get('a' as AnnotationId)).toEqual({ first: 1, last: 2 })
  })
})

const year = fc.integer({ min: 2000, max: 2008 })
const date = fc.oneof(
  year.map(String),
  year.map(y => `${y}~`),
  fc.tuple(year, fc.constantFrom('03', '07', '11')).map(([y, m]) => `${y}-${m}`),
  fc.tuple(year, fc.constantFrom('-02-06', '-08-31?', '-22', '-24')).map(([y, m]) => `${y}${m}`),
  year.map(y => `${y}/..`),
  year.map(y => `../${y}`),
  fc.constantFrom('XXXX', '200X', '')
)
const types = fc.constantFrom('precedes', 'appeals', 'supersedes', 'disposes-of', 'amends')
const cases = fc.array(date, { minLength: 2, maxLength: 9 }).chain(dates =>
  fc.record({
    told: fc.constant(dates.map((text, i) => `e${i} ${text}`.trim())),
    relations: fc.array(
      fc
        .tuple(fc.nat(dates.length - 1), types, fc.nat(dates.length - 1))
        .map(([a, type, b]) => `e${a} ${type} e${b}`),
      { maxLength: 8 }
    )
  })
)

describe('for any events and relations', () => {
  test('the sequence holds each event once and contradicts neither dates nor what is certain', () => {
    fc.assert(
      fc.property(cases, one => {
        const { events, order } = orderOf(one)
        const drawn = order.sequence
        expect([...drawn, ...order.unplaced].map(({ id }) => id).sort()).toEqual(
          events.map(({ id }) => id).sort()
        )
        drawn.forEach((a, i) => {
          for (const b of drawn.slice(i + 1)) {
            expect(order.compare(a.id, b.id)).not.toBe('after')
            if (a.date !== null && b.date !== null) expect(compareEdtf(a.date, b.date)).not.toBe('after')
          }
        })
      }),
      { numRuns: 400 }
    )
  })

  test('what is before is never also after, and before what is after it', () => {
    fc.assert(
      fc.property(cases, one => {
        const { events, order } = orderOf(one)
        for (const a of events)
          for (const b of events) {
            const isBefore = order.compare(a.id, b.id) === 'before'
            expect(order.compare(b.id, a.id) === 'after').toBe(isBefore)
            if (isBefore)
              for (const c of events)
                if (order.compare(b.id, c.id) === 'before') expect(order.compare(a.id, c.id)).toBe('before')
          }
      }),
      { numRuns: 200 }
    )
  })

  test('a relation more breaks no order that the dates are sure of, and hides nothing', () => {
    fc.assert(
      fc.property(cases, one => {
        const dates = orderOf({ told: one.told })
        const { order } = orderOf(one)
        for (const a of dates.events)
          for (const b of dates.events) {
            const certain = dates.order.compare(a.id, b.id)
            if (certain !== 'unordered') expect(order.compare(a.id, b.id)).toBe(certain)
          }
        const aside = order.contradictions.flatMap(({ relations }) => relations)
        for (const relation of legalStudy([], { relations: one.relations }).relations) {
          const [first, second] =
            relation.type === 'precedes' ? [relation.from, relation.to] : [relation.to, relation.from]
          // Each relation orders its ends, or is named among those that cannot be.
          expect(
            order.compare(first, second) === 'before' || aside.some(({ id }) => id === relation.id)
          ).toBe(true)
        }
      }),
      { numRuns: 400 }
    )
  })

  test('the order of the relations makes no difference', () => {
    fc.assert(
      fc.property(cases, one => {
        const turned = { ...one, relations: [...one.relations].reverse() }
        expect(ids(orderOf(turned).order.sequence)).toBe(ids(orderOf(one).order.sequence))
      })
    )
  })

  test('places agree with comparing each pair', () => {
    fc.assert(
      fc.property(cases, one => {
        const { events, order } = orderOf(one)
        const places = placesAmong(order, events)
        for (const { id } of events) {
          const others = events.map(other => order.compare(other.id, id))
          expect(places.get(id)).toEqual({
            first: 1 + others.filter(is => is === 'before').length,
            last: events.length - others.filter(is => is === 'after').length
          })
        }
      }),
      { numRuns: 200 }
    )
  })
})
