import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareEdtf, describeEdtf, parseEdtf, type EdtfDate } from '../../../src/core/chronology/edtf'

function parsed(text: string): EdtfDate {
  const result = parseEdtf(text)
  if (!result.ok) throw new Error(`${text}: ${result.error.message}`)
  return result.value
}

describe('parseEdtf and describeEdtf', () => {
  test.each([
    ['2018-02-06', 'date', '2018-02-06', '2018-02-06', '6 February 2018'],
    ['2018-02', 'date', '2018-02-01', '2018-02-28', 'February 2018'],
    ['2016-02', 'date', '2016-02-01', '2016-02-29', 'February 2016'],
    ['1900-02', 'date', '1900-02-01', '1900-02-28', 'February 1900'],
    ['2018', 'date', '2018-01-01', '2018-12-31', '2018'],
    ['0050', 'date', '0050-01-01', '0050-12-31', '50'],
    ['2016~', 'date', '2016-01-01', '2016-12-31', 'about 2016'],
    ['2018?', 'date', '2018-01-01', '2018-12-31', '2018 (uncertain)'],
    ['2018-04%', 'date', '2018-04-01', '2018-04-30', 'about April 2018 (uncertain)'],
    ['201X', 'date', '2010-01-01', '2019-12-31', 'the 2010s'],
    ['20XX', 'date', '2000-01-01', '2099-12-31', 'between 2000 and 2099'],
    ['XXXX', 'date', null, null, 'year unknown'],
    ['2018-XX', 'date', '2018-01-01', '2018-12-31', '2018, month unknown'],
    ['2018-XX-XX', 'date', '2018-01-01', '2018-12-31', '2018, month and day unknown'],
    ['2018-04-XX', 'date', '2018-04-01', '2018-04-30', 'April 2018, day unknown'],
    ['2017-21', 'season', '2017-03-01', '2017-06-20', 'Spring 2017'],
    ['2018-22?', 'season', '2018-06-01', '2018-09-22', 'Summer 2018 (uncertain)'],
    ['2017-23', 'season', '2017-09-01', '2017-12-20', 'Autumn 2017'],
    ['2017-24', 'season', '2017-12-01', '2018-03-20', 'Winter 2017'],
    ['2018-04?/2018-05', 'interval', '2018-04-01', '2018-05-31', 'April 2018 (uncertain) to May 2018'],
    ['2018/2018-05-31', 'interval', '2018-01-01', '2018-05-31', '2018 to 31 May 2018'],
    ['2018-02-06/2018-02-06', 'interval', '2018-02-06', '2018-02-06', '6 February 2018 to 6 February 2018'],
    ['2017-21/2017-22', 'interval', '2017-03-01', '2017-09-22', 'Spring 2017 to Summer 2017'],
    ['2017/..', 'interval', '2017-01-01', null, 'from 2017 on'],
    ['../2017', 'interval', null, '2017-12-31', 'until 2017'],
    ['2017/', 'interval', '2017-01-01', null, '2017 to an unknown date'],
    ['/2017', 'interval', null, '2017-12-31', 'an unknown date to 2017'],
    ['/..', null, null, null, null],
    [' 2018-04 ', 'date', '2018-04-01', '2018-04-30', 'April 2018'],
    ['2018-02-06T23:30:00-05:00', 'date', '2018-02-06', '2018-02-06', '6 February 2018']
  ])('%s', (text, kind, earliest, latest, words) => {
    const result = parseEdtf(text)
    if (kind === null) return expect(result.ok).toBe(false)
    expect(result).toMatchObject({ ok: true, value: { text: text.trim(), kind, earliest, latest } })
    expect(describeEdtf(parsed(text))).toBe(words)
  })

  test.each([
    { text: '2018-04', uncertain: false, approximate: false },
    { text: '2018-04?', uncertain: true, approximate: false },
    { text: '2018-04~', uncertain: false, approximate: true },
    { text: '2018-04%', uncertain: true, approximate: true },
    { text: '2018-21~', uncertain: false, approximate: true },
    { text: '2018?/2019~', uncertain: true, approximate: true },
    { text: '2018?/..', uncertain: true, approximate: false }
  ])('$text: uncertain $uncertain, approximate $approximate', ({ text, ...flags }) => {
    expect(parsed(text)).toMatchObject(flags)
  })

  test.each([
    ...[
      '',
      ' ',
      '201',
      '18',
      '2018-4',
      '2018-4-1',
      '2018-13',
      '2018-00',
      '2018-25',
      '20X8',
      '2018-0X',
      '2018/2019/2020'
    ].map(text => [text, 'not-a-date']),
    ...[
      '6 February 2018',
      'Feb 2018',
      '02/06/2018',
      '2018..',
      '?2018',
      '2018-?04',
      '2018??',
      'Y17000',
      '-0500',
      '2018-04-XX?/..'
    ].map(text => [text, 'not-a-date']),
    ...[
      '../..',
      '/',
      '../',
      '2018-XX/2019',
      '[2016,2017]',
      '2018-02-06T25:00:00',
      '2018–2019',
      `${'2018/'.repeat(50)}`
    ].map(text => [text, 'not-a-date']),
    ...[
      '2018-02-30',
      '2018-02-29',
      '1900-02-29',
      '2018-04-31',
      '2018-13-01',
      '2018-01-00',
      '2018-06-31/..',
      '2018-02-29?'
    ].map(text => [text, 'no-such-day']),
    ...['2018-05/2018-04', '2019/2018', '2018-22/2018-04'].map(text => [text, 'interval-reversed'])
  ])('refuses "%s": %s', (text = '', code) => {
    expect(parseEdtf(text)).toMatchObject({ ok: false, error: { code } })
  })

  test('says what to try', () => {
    expect(parseEdtf('Feb')).toEqual({
      ok: false,
      error: { code: 'not-a-date', message: 'Not a date yet. Try 2018-04 or 2018?' }
    })
  })

  test('names months in another language', () => {
    expect(describeEdtf(parsed('2018-02-06'), 'de')).toBe('6. Februar 2018')
  })

  // The engine's own calendar decides which days exist.
  test('takes a day exactly when the calendar has it', () => {
    const part = (max: number) => fc.integer({ min: 0, max }).map(value => String(value).padStart(2, '0'))
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 9999 }), part(13), part(32), (year, month, day) => {
        const text = `${year}-${month}-${day}`
        const date = new Date(`${text}T00:00:00Z`)
        const isReal = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
        expect(parseEdtf(text).ok).toBe(isReal)
      }),
      { numRuns: 500 }
    )
  })

  test('answers any text without throwing', () => {
    const signs = fc.constantFrom('2018', '04', '-', '/', '..', '?', '~', '%', 'X', 'T', '21', '30', ' ')
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 9 }), parts => {
        const result = parseEdtf(parts.join(''))
        if (result.ok) expect(describeEdtf(result.value)).not.toMatch(/undefined|NaN|Invalid/)
      }),
      { numRuns: 1000 }
    )
  })
})

describe('compareEdtf', () => {
  test.each([
    ['2016', '2018-02-06', 'before'],
    ['2018-02-06', '2018-02-07', 'before'],
    ['2018-02', '2018-02-06', 'overlaps'],
    ['2018', '2018', 'equal'],
    ['2018', '2018?', 'overlaps'],
    ['2018', '2018-XX', 'equal'],
    ['2017/..', '2030', 'overlaps'],
    ['2017/..', '2016', 'after'],
    ['../2017', '2018', 'before'],
    ['2017/', '2016-12-31', 'after'],
    ['XXXX', '2018', 'overlaps'],
    ['2016~', '2017-06', 'overlaps'],
    ['2016~', '2018-06', 'before'],
    ['2018-02-06?', '2018-02-10', 'overlaps'],
    ['2018-02-06?', '2018-02-20', 'before'],
    ['2018-24', '2018-02', 'overlaps'],
    ['2018-24', '2017-12', 'after'],
    ['2018-21', '2018-07', 'before'],
    ['2016/2017', '2017-12-31/2018', 'overlaps']
  ] as const)('%s and %s: %s', (a, b, order) => {
    const mirrored = { before: 'after', after: 'before', overlaps: 'overlaps', equal: 'equal' } as const
    expect(compareEdtf(parsed(a), parsed(b))).toBe(order)
    expect(compareEdtf(parsed(b), parsed(a))).toBe(mirrored[order])
  })
})
