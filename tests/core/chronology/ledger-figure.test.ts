import { describe, expect, test } from 'vitest'
import { ledgerNames, ledgersOf } from '../../../src/core/chronology/ledger'
import { ledgerFigures } from '../../../src/core/chronology/ledger-figure'
import { ledgerTsv } from '../../../src/core/chronology/ledger-tables'
import { svgText } from '../../../src/core/report/svg'
import { ledgerStudy, longProceeding, type Told } from './ledger-study'

const kit = { width: 900, measure: (text: string, font: { size: number }) => text.length * font.size * 0.55 }
const study = longProceeding()
const figures = ledgerFigures(ledgersOf(study), ledgerNames(study))

describe('the ledger as figures', () => {
  test.each(figures.map(figure => [figure.id, figure] as const))('%s stays within its width', (_, figure) => {
    const { content, width, height } = figure.draw(kit)
    const drawn = content.map(svgText).join('')
    const places = [...drawn.matchAll(/ x="([\d.]+)"(?: y="([\d.]+)")?/gu)]
    expect(width).toBe(900)
    expect(places.length).toBeGreaterThan(10)
    expect(places.every(([, x, y]) => Number(x) <= width && Number(y ?? 0) <= height)).toBe(true)
  })

  test.each(figures.map(figure => [figure.id, figure] as const))(
    '%s has a table behind it',
    (_, { table }) => {
      expect(table.rows.length).toBeGreaterThan(0)
      expect(table.rows.every(cells => cells.length === table.columns.length)).toBe(true)
    }
  )

  test('say what the events did, and what is open or assumed', () => {
    const [accounts] = figures
    expect(accounts?.subtitle).toBe('93 counts charged in 3 cases, and charges without a number')
    const judge = accounts?.table.rows.find(row => row.includes('April 2024'))
    expect(judge).toEqual([
      'Case federal',
      'April 2024',
      'Acquittal',
      '53 acquitted, of those where the jury was divided',
      ...[93, 1, 0, 54, 0, 31, 0, 7]
    ])
    expect(accounts?.method).toContain('7 counts have no disposition.')
    expect(accounts?.legend.map(({ label }) => label)).toEqual([
      'convicted',
      'acquitted',
      'jury divided',
      'no disposition'
    ])
    expect(accounts?.passages).toContain('verdict')
  })

  test('there is nothing to save without charges', () => {
    expect(ledgerFigures([], ledgerNames(study))).toEqual([])
  })
})

test('the copied table has the cells of the screen, and no cell that a spreadsheet would run', () => {
  const told: Told[] = [{ id: 'c', type: 'charge', date: '2018', charged: 3, of: '=x' }]
  const made = ledgerStudy(told)
  const actors = made.actors.map(actor => ({ ...actor, name: '=1+1' }))
  const copied = ledgerTsv(ledgersOf({ ...made, actors }), ledgerNames({ ...made, actors }))
  expect(copied.split('\n')).toEqual(['Case federal', "Charge\t'=1+1\tCounts", 'Charge\t3 no disposition\t3'])
})

test('superseding charges say whose place they take', () => {
  const made = ledgerStudy([
    { id: 'c', type: 'charge', date: '2018', charged: 3 },
    { id: 's', type: 'superseding-charge', date: '2019', charged: 4 }
  ])
  const [accounts] = ledgerFigures(ledgersOf(made), ledgerNames(made))
  expect(accounts?.table.rows.map(row => row[3])).toEqual([
    '+3 charged',
    '4 charged, in the place of earlier charges'
  ])
})
