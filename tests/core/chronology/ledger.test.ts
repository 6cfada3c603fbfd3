import { describe, expect, test } from 'vitest'
import { ledgersOf, totalOf, type CaseLedger } from '../../../src/core/chronology/ledger'
import { dispositions } from '../../../src/core/chronology/ledger-types'
import type { Charge } from '../../../src/core/project/entities'
import type { Study } from '../../../src/core/project/study'
import { ledgerStudy, longProceeding, type Told } from './ledger-study'

function ledgerOf(study: Study, id = 'federal'): CaseLedger {
  const found = ledgersOf(study).find(({ key }) => key === id)
  if (found === undefined) throw new Error(`No case ${id}`)
  return found
}

/** "93: 1 convicted, 84 hung, 7 open" */
function written(standing: CaseLedger['account']['standing']): string {
  const parts = dispositions.filter(kind => standing[kind] > 0).map(kind => `${standing[kind]} ${kind}`)
  return `${standing.charged}${standing.isAtLeast ? '+' : ''}: ${parts.join(', ')}`
}

const rulesOf = ({ flags }: CaseLedger) => flags.map(({ rule }) => rule)

describe('the proceeding with 93 counts', () => {
  const federal = ledgerOf(longProceeding())

  test('is reckoned event by event like a bank statement', () => {
    expect(federal.account.lines.map(({ event, standing }) => `${event.id} ${written(standing)}`)).toEqual([
      'indictment 93: 93 open',
      'plea 93: 93 open',
      'trial-1 93: 93 open',
      'mistrial 93: 93 open',
      'death 93: 93 open',
      'trial-2 93: 93 open',
      'verdict 93: 1 convicted, 1 acquitted, 84 hung, 7 open',
      'judge 93: 1 convicted, 54 acquitted, 31 hung, 7 open',
      'sentence 93: 1 convicted, 54 acquitted, 31 hung, 7 open'
    ])
    expect(federal.account.lines.find(({ event }) => event.id === 'judge')?.fromHung).toBe(53)
  })

  test('leaves open what the story leaves open', () => {
    expect(federal.flags.map(({ title }) => title)).toEqual([
      '7 counts have no disposition.',
      '31 counts stand where the jury was divided.',
      'Name of larsen died with counts undecided.',
      'What became of the charges against Name of four-others is not told.',
      'Plea (April 2018) tells no number of counts.',
      '53 counts acquitted are taken from the hung counts.'
    ])
    expect(federal.flags[0]).toMatchObject({
      severity: 'gap',
      detail: '93 charged. 86 counts are accounted for.',
      ids: ['indictment', 'verdict', 'judge']
    })
    expect(federal.flags.at(-1)?.ids).toEqual(['verdict', 'judge'])
  })

  test('what might come is listed and not reckoned', () => {
    expect(federal.notReckoned.map(({ id }) => id)).toEqual(['third'])
    expect(federal.account.lines.map(({ event }) => event.id)).not.toContain('third')
  })

  test('a relation confirms which counts were acquitted', () => {
    const linked = ledgerOf(longProceeding(['judge disposes-of verdict']))
    expect(rulesOf(linked)).not.toContain('taken-from-hung')
    expect(written(linked.account.standing)).toBe('93: 1 convicted, 54 acquitted, 31 hung, 7 open')
  })

  test('each defendant has what is told of them', () => {
    const [row, ...more] = federal.table.rows
    expect(more).toEqual([])
    expect(federal.table.defendants).toEqual(['lund', 'larsen', 'ferro', 'four-others'])
    const cells = row?.cells.map(cell =>
      cell?.entries
        .map(({ disposition, count, isUpTo }) => `${isUpTo ? '≤' : ''}${count ?? '?'} ${disposition}`)
        .join(', ')
    )
    expect(cells).toEqual([
      '1 convicted, 54 acquitted, 31 hung, ≤7 open',
      '≤93 open',
      '? pleaded',
      '≤93 open'
    ])
  })

  test('the state’s charges have no numbers, and nothing is invented for them', () => {
    const [state, again] = [ledgerOf(longProceeding(), 'state'), ledgerOf(longProceeding(), 'state-again')]
    expect([written(state.account.standing), written(again.account.standing)]).toEqual(['0+: ', '0+: '])
    expect(rulesOf(state)).toEqual(['no-number'])
    expect(state.table.rows[0]?.cells[0]?.entries).toEqual([
      { disposition: 'dismissed', count: null, isUpTo: false }
    ])
    expect(written(totalOf(ledgersOf(longProceeding())))).toBe(
      '93+: 1 convicted, 54 acquitted, 31 hung, 7 open'
    )
  })
})

describe('reckoning', () => {
  const charge: Told = { id: 'c', type: 'charge', date: '2018', charged: 10, of: 'a' }
  const cases: [string, Told[], string[], string, string[]][] = [
    [
      'a plea counts as one',
      [charge, { id: 'p', type: 'plea', date: '2019', convicted: 10, of: 'a' }],
      [],
      '10: 10 pleaded',
      []
    ],
    [
      'a plea in a case of its own brings its charge',
      [{ id: 'p', type: 'plea', date: '2018', charged: 1, convicted: 1, of: 'a' }],
      [],
      '1: 1 pleaded',
      []
    ],
    [
      'superseding charges replace what was not decided',
      [
        charge,
        { id: 'd', type: 'dismissal', date: '2019', dismissed: 2, of: 'a' },
        { id: 's', type: 'superseding-charge', date: '2020', charged: 12, of: 'a' },
        { id: 'v', type: 'verdict', date: '2021', convicted: 12, of: 'a' }
      ],
      [],
      '14: 12 convicted, 2 dismissed',
      []
    ],
    [
      'a verdict on charges that were superseded is one on those in their place',
      [
        charge,
        { id: 's', type: 'superseding-charge', date: '2020', charged: 12, of: 'a' },
        { id: 'v', type: 'verdict', date: '2021', acquitted: 12, of: 'a' }
      ],
      ['s supersedes c', 'v disposes-of c'],
      '12: 12 acquitted',
      []
    ],
    [
      'superseding charges without a number keep the number',
      [
        charge,
        { id: 's', type: 'superseding-charge', date: '2020', of: 'a' },
        { id: 'v', type: 'verdict', date: '2021', convicted: 10 }
      ],
      [],
      '10: 10 convicted',
      ['superseded-without-number']
    ],
    [
      'two charges are added up, with a note',
      [
        charge,
        { id: 'c2', type: 'indictment', date: '2019', charged: 5, of: 'a' },
        { id: 'v', type: 'verdict', date: '2021', convicted: 15 }
      ],
      [],
      '15: 15 convicted',
      ['charges-added-up']
    ],
    [
      'more decided than charged',
      [charge, { id: 'v', type: 'verdict', date: '2021', convicted: 8, acquitted: 4, of: 'a' }],
      [],
      '10: 8 convicted, 2 acquitted',
      ['more-than-charged']
    ],
    [
      'a mistrial resets nothing',
      [charge, { id: 'm', type: 'mistrial', date: '2019', of: 'a' }],
      [],
      '10: 10 open',
      ['no-disposition', 'defendant-without-end']
    ],
    [
      'a whole dismissal without a number',
      [charge, { id: 'd', type: 'dismissal', date: '2019', of: 'a' }],
      ['d disposes-of c'],
      '10: 10 dismissed',
      ['whole-dismissal']
    ],
    [
      'not when a later event decides counts of it',
      [
        charge,
        { id: 'd', type: 'dismissal', date: '2019', of: 'a' },
        { id: 'v', type: 'verdict', date: '2020', convicted: 4, of: 'a' }
      ],
      ['d disposes-of c'],
      '10: 4 convicted, 6 open',
      ['no-disposition', 'no-number']
    ],
    [
      'pending is what is left of the hung counts, not more',
      [
        charge,
        { id: 'v', type: 'verdict', date: '2020', convicted: 2, hung: 8, of: 'a' },
        { id: 'j', type: 'acquittal', date: '2021', acquitted: 5, pending: 3, of: 'a' }
      ],
      ['j disposes-of v'],
      '10: 2 convicted, 5 acquitted, 3 hung',
      ['divided-jury']
    ],
    [
      'more pending than left',
      [charge, { id: 'd', type: 'dismissal', date: '2020', dismissed: 8, pending: 4, of: 'a' }],
      [],
      '10: 8 dismissed, 2 pending',
      ['more-pending-than-left']
    ],
    [
      'a retrial decides the hung counts',
      [
        charge,
        { id: 'v', type: 'verdict', date: '2020', convicted: 2, hung: 8, of: 'a' },
        { id: 'r', type: 'verdict', date: '2021', acquitted: 8, of: 'a' }
      ],
      ['r amends v'],
      '10: 2 convicted, 8 acquitted',
      []
    ],
    [
      'what a co-defendant was acquitted of may be the same counts',
      [
        { ...charge, of: 'a b' },
        { id: 'v', type: 'conviction', date: '2020', convicted: 10, of: 'a' },
        { id: 'w', type: 'acquittal', date: '2020', acquitted: 10, of: 'b' }
      ],
      [],
      '10: 10 convicted',
      ['already-decided-for-another']
    ],
    [
      'alleged, planned and negated events change nothing',
      [
        charge,
        { id: 'x', type: 'dismissal', date: '2019', dismissed: 10, modality: 'requested', of: 'a' },
        { id: 'y', type: 'conviction', date: '2019', convicted: 10, modality: 'negated', of: 'a' }
      ],
      [],
      '10: 10 open',
      ['no-disposition', 'defendant-without-end']
    ],
    [
      'a number told in passing must fit',
      [charge, { id: 'v', type: 'verdict', date: '2020', charged: 12, convicted: 10, of: 'a' }],
      [],
      '10: 10 convicted',
      ['other-number-charged']
    ],
    [
      'an undated verdict comes after its charge',
      [{ id: 'v', type: 'verdict', convicted: 10, of: 'a' }, charge],
      [],
      '10: 10 convicted',
      []
    ],
    [
      'one event told twice counts once, and says where the reports differ',
      [
        charge,
        { id: 'c2', type: 'indictment', date: '2018', charged: 12, of: 'a', article: 1 },
        { id: 'v', type: 'verdict', date: '2020', convicted: 10, of: 'a' }
      ],
      ['c same-event c2'],
      '10: 10 convicted',
      ['reports-disagree']
    ]
  ]

  test.each(cases)('%s', (_, told, relations, expected, rules) => {
    const ledger = ledgerOf(ledgerStudy(told, { relations }))
    expect(written(ledger.account.standing)).toBe(expected)
    expect(rulesOf(ledger)).toEqual(rules)
  })
})

describe('orders that cannot be', () => {
  const charge: Told = { id: 'c', type: 'charge', date: '2018', of: 'a' }
  const cases: [string, Told[], string[]][] = [
    [
      'decided-before-charged',
      [charge, { id: 'v', type: 'verdict', date: '2017', convicted: 1, of: 'a' }],
      []
    ],
    [
      'verdict-before-trial',
      [
        { id: 't', type: 'trial', date: '2019' },
        { id: 'v', type: 'verdict', date: '2018', convicted: 1 }
      ],
      []
    ],
    [
      'sentence-before-guilt',
      [
        { id: 's', type: 'sentence', date: '2017', of: 'a' },
        { id: 'p', type: 'plea', date: '2018', of: 'a' }
      ],
      []
    ],
    [
      'appeal-before-judgment',
      [
        { id: 'x', type: 'appeal', date: '2017' },
        { id: 'p', type: 'ruling', date: '2018' }
      ],
      []
    ],
    [
      'release-before-custody',
      [
        { id: 'x', type: 'release', date: '2017' },
        { id: 'p', type: 'arrest', date: '2018' }
      ],
      []
    ],
    ['dismissed-before-charged', [charge, { id: 'd', type: 'dismissal', date: '2016', of: 'a' }], []],
    [
      'superseded-before-charged',
      [charge, { id: 's', type: 'superseding-charge', date: '2016', of: 'a' }],
      []
    ],
    ['against-disposes-of', [charge, { id: 'd', type: 'hearing', date: '2016' }], ['d disposes-of c']],
    ['against-precedes', [charge, { id: 'd', type: 'hearing', date: '2019' }], ['d precedes c']],
    [
      'after-death',
      [
        { id: 'x', type: 'death-of-party', date: '2017', of: 'a' },
        { id: 'p', type: 'plea', date: '2018', of: 'a' }
      ],
      []
    ],
    [
      'after-everything-ended',
      [
        { ...charge, charged: 2 },
        { id: 'd', type: 'dismissal', dismissed: 2, date: '2019' },
        { id: 't', type: 'trial', date: '2020', of: 'a' }
      ],
      []
    ],
    ['after-publication', [{ id: 't', type: 'trial', date: '2025' }], []]
  ]
  test.each(cases)('%s', (rule, told, relations) => {
    const found = ledgerOf(ledgerStudy(told, { relations })).flags.filter(
      ({ severity }) => severity === 'contradiction'
    )
    expect(found.map(flag => flag.rule)).toContain(rule)
    expect(found.every(({ ids, title, mend }) => ids.length > 0 && !title.includes('{') && mend !== '')).toBe(
      true
    )
  })

  const harmless: [string, Told[], string[]][] = [
    [
      'dates that may be the other way round',
      [
        { ...charge, date: '2018~' },
        { id: 'v', type: 'verdict', date: '2017', convicted: 1, of: 'a' }
      ],
      []
    ],
    [
      'events of different defendants',
      [charge, { id: 'v', type: 'verdict', date: '2017', convicted: 1, of: 'b' }],
      []
    ],
    [
      'a charge before and one after',
      [
        charge,
        { id: 'c0', type: 'charge', date: '2016', of: 'a' },
        { id: 'v', type: 'verdict', date: '2017', convicted: 1, of: 'a' }
      ],
      []
    ],
    ['what is only planned', [{ id: 't', type: 'trial', date: '2025', modality: 'planned' }], []],
    [
      'the trial of the others after a death',
      [
        { id: 'x', type: 'death-of-party', date: '2017', of: 'a' },
        { id: 't', type: 'trial', date: '2018', of: 'a b' }
      ],
      []
    ],
    [
      'a trial on new charges',
      [
        { ...charge, charged: 2 },
        { id: 'd', type: 'dismissal', dismissed: 2, date: '2019' },
        { id: 'c2', type: 'charge', charged: 1, date: '2020' },
        { id: 't', type: 'trial', date: '2021', of: 'a' }
      ],
      []
    ]
  ]
  test.each(harmless)('not %s', (_, told, relations) => {
    const found = ledgerOf(ledgerStudy(told, { relations })).flags.filter(
      ({ severity }) => severity === 'contradiction'
    )
    expect(found).toEqual([])
  })
})

describe('the charges of the register', () => {
  const charges = {
    federal: [
      { statute: '18 U.S.C. § 371', description: 'Conspiracy', counts: 1, defendants: ['a', 'b'] },
      { statute: '18 U.S.C. §§ 1956, 1957', description: 'Money laundering', counts: 4, defendants: ['a'] }
    ]
  } as unknown as Record<string, Charge[]>
  const told: Told[] = [
    { id: 'c', type: 'indictment', date: '2018', charged: 6, of: 'a b c' },
    {
      id: 'v',
      type: 'verdict',
      date: '2020',
      convicted: 3,
      hung: 1,
      of: 'a',
      statute: '18 U.S.C. § 1956(a)'
    },
    { id: 'w', type: 'acquittal', date: '2020', acquitted: 1, of: 'b' }
  ]

  test('must agree with what the reports tell', () => {
    const ledger = ledgerOf(ledgerStudy(told, { charges }))
    expect(ledger.flags.map(({ title }) => title)).toEqual(
      expect.arrayContaining([
        'The register lists 5 counts, the reports tell of 6.',
        'Name of c: charged in the reports, not in the register.'
      ])
    )
  })

  test('make the rows; a decision goes to the charge whose law it names', () => {
    const { rows, totals } = ledgerOf(ledgerStudy(told, { charges })).table
    const shown = rows.map(({ charge, cells }) => [
      charge?.description ?? 'charge not told',
      ...cells.map(
        cell => cell?.entries.map(({ count, disposition }) => `${count} ${disposition}`).join(', ') ?? '–'
      )
    ])
    expect(shown).toEqual([
      ['Conspiracy', '1 charged', '1 acquitted', '–'],
      ['Money laundering', '3 convicted, 1 hung', '–', '–']
    ])
    expect(totals.map(({ count }) => count)).toEqual([5, 1, 6])
  })
})
