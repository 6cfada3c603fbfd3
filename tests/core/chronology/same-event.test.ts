import { describe, expect, test } from 'vitest'
import { mergedEventsOf } from '../../../src/core/chronology/same-event'
import { eventsTold, legalStudy, type Told } from './legal-study'

function saidOf(event: ReturnType<typeof eventsTold>[number] | undefined, field: string) {
  return event?.conflicts.find(conflict => conflict.field === field)?.values.map(({ value }) => value)
}

describe('mergeReports', () => {
  test('joins reports through others and across articles, told first comes first', () => {
    const told: Told[] = [
      { id: 'a', paragraph: 3 },
      { id: 'b', paragraph: 1, article: 1 },
      { id: 'c', paragraph: 2 },
      { id: 'd', paragraph: 5, article: 2 }
    ]
    const merged = eventsTold(told, ['d same-event b', 'a same-event d', 'c precedes a', 'a same-event gone'])
    expect(merged.map(event => event.reports.map(({ annotation }) => annotation.id))).toEqual([
      ['c'],
      ['a', 'b', 'd']
    ])
    expect(merged.map(({ id }) => id)).toEqual(['c', 'a'])
  })

  test.each([
    ['2018', '2018-04', '2018-04', undefined],
    ['2018-04-06', '2018-04~', '2018-04-06', undefined],
    ['2018~', '2018', '2018', undefined],
    ['2018/..', '2018-04', '2018-04', undefined],
    ['../2016-03-14', '2015', '2015', undefined],
    // Neither can be right when the other is: the first told holds, and it is said.
    ['2018-04-06', '2018-04-07', '2018-04-06', ['2018-04-06', '2018-04-07']],
    ['2019', '2018-04', '2019', ['2019', '2018-04']]
  ])('%s and %s: %s', (first, second, date, conflict) => {
    const [event] = eventsTold(
      [
        { id: 'a', date: first },
        { id: 'b', date: second, paragraph: 2 }
      ],
      ['a same-event b']
    )
    expect(event?.date?.text).toBe(date)
    expect(saidOf(event, 'date')).toEqual(conflict)
    expect(event?.dates).toHaveLength(conflict === undefined ? 1 : 2)
  })

  test.each([
    // One who reports less precisely does not contradict.
    ['type', 'verdict', 'conviction', 'verdict', undefined],
    ['type', 'indictment', 'charge', 'charge', undefined],
    ['type', 'conviction', 'acquittal', 'conviction', ['conviction', 'acquittal']],
    ['court', 'District  Court', 'district court', 'District  Court', undefined],
    ['court', 'District Court', 'Court of Appeals', 'District Court', ['District Court', 'Court of Appeals']],
    ['outcome', 'Five years', 'A fine', 'Five years; A fine', undefined]
  ])('%s: %s and %s', (field, first, second, merged, conflict) => {
    const [event] = eventsTold(
      [
        { id: 'a', attributes: { [field]: first } },
        { id: 'b', attributes: { [field]: second }, paragraph: 2 }
      ],
      ['b same-event a']
    )
    expect(event?.[field as 'type' | 'court' | 'outcome']).toBe(merged)
    expect(saidOf(event, field)).toEqual(conflict)
  })

  test('counts and parties are put together; numbers and roles that differ are listed', () => {
    const study = legalStudy(
      [
        {
          id: 'a',
          attributes: {
            counts: { convicted: 1, hung: 84 },
            parties: [{ role: 'defendant', actor: 'lacey' as never }]
          }
        },
        {
          id: 'b',
          paragraph: 2,
          attributes: {
            counts: { acquitted: 1, hung: 85 },
            parties: [
              { role: 'witness', actor: 'lacey' as never },
              { role: 'judge', actor: 'humetewa' as never }
            ]
          }
        }
      ],
      { relations: ['a same-event b'] }
    )
    const [event] = mergedEventsOf(study)
    expect(event?.counts).toEqual({ convicted: 1, acquitted: 1, hung: 84 })
    expect(saidOf(event, 'counts.hung')).toEqual(['84', '85'])
    expect(event?.parties).toHaveLength(3)
    expect(saidOf(event, 'parties')).toEqual(['defendant lacey', 'witness lacey'])
    expect(mergedEventsOf(study)).toBe(mergedEventsOf(study))
  })
})
