import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareEdtf, parseEdtf, type EdtfDate } from '../../../src/core/chronology/edtf'
import { dayNumber } from '../../../src/core/chronology/edtf-point'
import {
  drawDate,
  isoDayOf,
  pan,
  stretchOf,
  ticksOf,
  timeScale,
  zoom,
  type DrawnDate
} from '../../../src/core/chronology/time-axis'

function parsed(text: string): EdtfDate {
  const date = parseEdtf(text)
  if (!date.ok) throw new Error(text)
  return date.value
}

function drawn(text: string): DrawnDate {
  const date = drawDate(parsed(text))
  if (date === null) throw new Error(text)
  return date
}

describe('drawDate', () => {
  test.each([
    ['2018-02-06', 'dot', '2018-02-06', '2018-02-07', 'sharp', 'sharp'],
    ['2018-04', 'bar', '2018-04-01', '2018-05-01', 'sharp', 'sharp'],
    ['2018-22', 'bar', '2018-06-01', '2018-09-23', 'sharp', 'sharp'],
    ['2018', 'bar', '2018-01-01', '2019-01-01', 'sharp', 'sharp'],
    ['201X', 'bar', '2010-01-01', '2020-01-01', 'sharp', 'sharp'],
    ['2016~', 'bar', '2016-01-01', '2017-01-01', 'soft', 'soft'],
    // A day that is uncertain may be a week off, and a dot would hide it.
    ['2018-02-06?', 'bar', '2018-02-06', '2018-02-07', 'soft', 'soft'],
    ['2017/2018-03', 'bar', '2017-01-01', '2018-04-01', 'sharp', 'sharp'],
    ['2015?/2017-01-10', 'bar', '2015-01-01', '2017-01-11', 'soft', 'sharp'],
    ['2017/..', 'bar', '2017-01-01', '2018-01-01', 'sharp', 'fades'],
    ['2017-05-02/', 'bar', '2017-05-02', '2017-05-03', 'sharp', 'fades'],
    ['../2016', 'bar', '2016-01-01', '2017-01-01', 'fades', 'sharp'],
    ['../2016-03-14', 'bar', '2016-03-14', '2016-03-15', 'fades', 'sharp']
  ])('%s is a %s from %s until %s', (text, shape, from, until, start, end) => {
    const date = drawn(text)
    expect({ ...date, from: isoDayOf(date.from), until: isoDayOf(date.until) }).toMatchObject({
      shape,
      from,
      until,
      start,
      end
    })
  })

  test('a year that is not known bounds nothing and is not drawn', () => {
    expect(drawDate(parsed('XXXX'))).toBeNull()
  })

  test('soft ends reach as far as comparing leaves open', () => {
    const { softFrom, softUntil } = drawn('2016~')
    expect(isoDayOf(softFrom)).toBe('2014-12-31')
    expect(isoDayOf(softUntil)).toBe('2018-01-02')
    expect(compareEdtf(parsed('2016~'), parsed('2018-01-01'))).toBe('overlaps')
    expect(compareEdtf(parsed('2016~'), parsed('2018-01-02'))).toBe('before')
  })
})

describe('ticksOf', () => {
  test.each([
    ['2004-01-01', '2025-01-01', 800, '2004 2006 2008', 'two years'],
    ['2004-01-01', '2025-01-01', 1700, '2004 2005 2006 2007', 'years'],
    ['2018-01-01', '2019-01-01', 400, '2018 Apr Jul Oct', 'quarters'],
    ['2017-12-20', '2018-04-01', 400, '2018 Feb Mar', 'months'],
    ['2018-01-25', '2018-02-07', 900, '25 26 27 28 29 30 31 Feb 2 3 4 5 6', 'days'],
    ['1890-06-01', '2025-01-01', 500, '1900 1920 1940 1960 1980 2000 2020', 'decades']
  ])('%s to %s on %i px: %s (%s)', (from, until, width, labels) => {
    const ticks = ticksOf(timeScale({ from: dayNumber(from), until: dayNumber(until) }, width), 56)
    expect(
      ticks
        .slice(0, labels.split(' ').length)
        .map(({ label }) => label)
        .join(' ')
    ).toBe(labels)
  })

  test('ticks lie in the stretch, in order, with room for their labels', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -250_000, max: 40_000 }),
        fc.integer({ min: 2, max: 200_000 }),
        fc.integer({ min: 300, max: 2000 }),
        (from, days, width) => {
          const scale = timeScale({ from, until: from + days }, width)
          const ticks = ticksOf(scale, 56)
          ticks.forEach(({ day }, i) => {
            expect(day).toBeGreaterThanOrEqual(from)
            expect(day).toBeLessThan(from + days)
            const before = ticks[i - 1]
            // A week may be half a week short before the next month begins.
            if (before !== undefined) expect(scale.x(day) - scale.x(before.day)).toBeGreaterThan(26)
          })
          expect(ticks.length).toBeLessThanOrEqual(width / 26 + 1)
        }
      )
    )
  })
})

describe('zoom and pan', () => {
  const whole = { from: 0, until: 1000 }
  test('keep the day under the pointer where it is, and stay in what there is', () => {
    const closer = zoom(whole, 2, 250, whole)
    expect(closer).toEqual({ from: 125, until: 625 })
    expect(zoom(closer, 0.1, 300, whole)).toEqual(whole)
    expect(pan(closer, 5000, whole)).toEqual({ from: 500, until: 1000 })
    expect(pan(closer, -5000, whole)).toEqual({ from: 0, until: 500 })
  })

  test('a scale turns px into days and back', () => {
    const scale = timeScale(whole, 640)
    expect(scale.day(scale.x(123))).toBeCloseTo(123)
    expect(stretchOf([])).toBeNull()
  })
})
