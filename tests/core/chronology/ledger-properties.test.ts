import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reckon } from '../../../src/core/chronology/ledger-account'
import { ledgerEvent } from '../../../src/core/chronology/ledger-event'
import { ledgersOf } from '../../../src/core/chronology/ledger'
import { dispositions } from '../../../src/core/chronology/ledger-types'
import { legalEventsOf } from '../../../src/core/chronology/legal-event'
import { mergeReports } from '../../../src/core/chronology/same-event'
import { countKinds } from '../../../src/core/project/entities'
import { ledgerStudy, type Told } from './ledger-study'

const types = [
  'charge',
  'indictment',
  'superseding-charge',
  'plea',
  'trial',
  'mistrial',
  'verdict',
  'acquittal',
  'dismissal',
  'hung-jury',
  'hearing',
  'death-of-party'
]
const count = fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined })
const anyTold = fc.record({
  type: fc.constantFrom(...types),
  date: fc.constantFrom(undefined, '2018', '2018-04', '2019~', '2019-02-01', '2020/2021', '../2020', '2021'),
  of: fc.constantFrom('', 'a', 'b', 'a b'),
  modality: fc.constantFrom('actual', 'actual', 'actual', 'alleged'),
  counts: fc.record(Object.fromEntries(countKinds.map(kind => [kind, count])))
})
const relation = fc.tuple(
  fc.nat(11),
  fc.constantFrom('disposes-of', 'supersedes', 'amends', 'appeals', 'precedes', 'same-event'),
  fc.nat(11)
)
const anyCase = fc
  .tuple(fc.array(anyTold, { minLength: 1, maxLength: 12 }), fc.array(relation, { maxLength: 8 }))
  .map(([events, links]) => ({
    told: events.map(({ counts, date, ...event }, i): Told => {
      const numbers = Object.fromEntries(Object.entries(counts).filter(([, number]) => number !== undefined))
      return { id: `e${i}`, ...event, ...(date !== undefined && { date }), ...numbers }
    }),
    relations: links
      .filter(([from, , to]) => from !== to && Math.max(from, to) < events.length)
      .map(([from, type, to]) => `e${from} ${type} e${to}`)
  }))

function eventsOf({ told, relations }: { told: readonly Told[]; relations: readonly string[] }) {
  const study = ledgerStudy(told, { relations })
  return { events: mergeReports(legalEventsOf(study), study.relations).map(ledgerEvent), study }
}

test('no account is ever negative, and its parts are its whole after every event', () => {
  fc.assert(
    fc.property(anyCase, made => {
      const { events, study } = eventsOf(made)
      const { lines, lots } = reckon(events, study.relations)
      for (const { standing } of lines) {
        expect(dispositions.every(kind => standing[kind] >= 0)).toBe(true)
        expect(dispositions.reduce((sum, kind) => sum + standing[kind], 0)).toBe(standing.charged)
      }
      for (const lot of lots) {
        const sum = dispositions.reduce((all, kind) => all + lot[kind], 0)
        if (lot.charged !== null) expect(sum).toBe(lot.charged)
        expect([...lot.hungBy.values()].reduce((all, hung) => all + hung, 0)).toBe(lot.hung)
      }
    }),
    { numRuns: 400 }
  )
})

test('the order in which events are given does not matter', () => {
  fc.assert(
    fc.property(
      anyCase.chain(made => {
        const { events, study } = eventsOf(made)
        return fc.tuple(
          fc.constant({ events, study }),
          fc.shuffledSubarray(events, { minLength: events.length })
        )
      }),
      ([{ events, study }, shuffled]) => {
        const [one, other] = [
          reckon(events, study.relations),
          reckon(shuffled, [...study.relations].reverse())
        ]
        expect(other.lines.map(({ event }) => event.id)).toEqual(one.lines.map(({ event }) => event.id))
        expect(other.standing).toEqual(one.standing)
        expect(other.notes.map(({ kind }) => kind)).toEqual(one.notes.map(({ kind }) => kind))
      }
    ),
    { numRuns: 200 }
  )
})

test('a second report that says the same changes nothing', () => {
  fc.assert(
    fc.property(anyCase, fc.nat(11), (made, at) => {
      const twin = made.told[at % made.told.length]
      if (twin === undefined) return
      // Of reports that differ the first told holds, so that which one is repeated would matter.
      const relations = made.relations.filter(text => !text.includes('same-event'))
      const once = eventsOf({ told: made.told, relations })
      const twice = eventsOf({
        told: [...made.told, { ...twin, id: 'z', article: 1 }],
        relations: [...relations, `${twin.id} same-event z`]
      })
      expect(reckon(twice.events, twice.study.relations).standing).toEqual(
        reckon(once.events, once.study.relations).standing
      )
    }),
    { numRuns: 200 }
  )
})

test('every flag has words, and its passages are in the study', () => {
  fc.assert(
    fc.property(anyCase, made => {
      const ids = new Set<string>(made.told.map(({ id }) => id))
      for (const { flags } of ledgersOf(ledgerStudy(made.told, { relations: made.relations })))
        for (const flag of flags) {
          expect(flag.title).toMatch(/^.{3,}\.$/u)
          expect(flag.mend).toMatch(/\.$/u)
          expect(flag.ids.length).toBeGreaterThan(0)
          expect(flag.ids.every(id => ids.has(id))).toBe(true)
        }
    }),
    { numRuns: 200 }
  )
})

test('3,000 events in 30 cases against 300 defendants are reckoned without growing with their square', () => {
  const told = Array.from({ length: 3000 }, (_, i): Told => ({
    id: `e${i}`,
    type: types[i % types.length] ?? 'charge',
    date: `20${10 + (i % 12)}-0${1 + (i % 9)}`,
    case: `case-${i % 30}`,
    of: `d${i % 300} d${(i * 7) % 300}`,
    ...(i % 3 === 0 && { charged: 9, acquitted: 2 })
  }))
  const study = ledgerStudy(told)
  const before = performance.now()
  ledgersOf(study)
  const took = performance.now() - before
  // Some 250 ms on an idle machine; this only catches what grows with the square of the events.
  expect(took).toBeLessThan(2500)
})
