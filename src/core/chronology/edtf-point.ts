import { parse, type ParsedDate } from 'edtf'
import { fail, ok, type Result } from '../result'

export type Precision = 'century' | 'decade' | 'year' | 'season' | 'month' | 'day'

/** One date as EDTF writes it, without `/`: a day, a month, a season, a year or a span of years. */
export interface EdtfPoint {
  /** The finest part that is known. `2018-04-XX` is known to the month. */
  precision: Precision
  year: number
  /** 1–12. */
  month?: number
  /** 1–31. */
  day?: number
  /** 21 spring, 22 summer, 23 autumn, 24 winter. */
  season?: Season
  /** Parts written as X: they exist but are not known. */
  unknown: 'none' | 'day' | 'month' | 'month-and-day'
  /** ISO days, both inclusive: what the date covers when it is taken at its word. */
  earliest: string
  latest: string
  uncertain: boolean
  approximate: boolean
}

export type Season = 21 | 22 | 23 | 24

/**
 * EDTF leaves the months of a season open. These are the northern ones, from their meteorological start to
 * their astronomical end; the winter of a year is the one that begins in it.
 */
const seasonDays: Record<Season, { from: string; to: string; toNextYear: boolean }> = {
  21: { from: '03-01', to: '06-20', toNextYear: false },
  22: { from: '06-01', to: '09-22', toNextYear: false },
  23: { from: '09-01', to: '12-20', toNextYear: false },
  24: { from: '12-01', to: '03-20', toNextYear: true }
}

const dayPattern = /^(\d{4})-(\d\d)-(\d\d)/
const shape =
  /^(?:\d{4}(?:-\d\d){0,2}|\d{4}-\d\d-\d\dT[\d:.Z+-]+|\d{2,3}X|\d\dXX|\d{4}-(?:\d\d-)?XX|\d{4}-XX-XX)[?~%]?$/

const parserConstraints = { level: 1, types: ['Date', 'Season'], seasonUncertainty: true }

/** Parses one date of level 0 or 1 between the years 0000 and 9999. Fails with `not-a-date` or `no-such-day`. */
export function parsePoint(text: string): Result<EdtfPoint> {
  if (!shape.test(text)) return notADate()
  const [, year, month, day] = dayPattern.exec(text) ?? []
  // The package takes 29 February in every year and answers the first of March.
  if (year !== undefined && !isRealDay(Number(year), Number(month), Number(day))) {
    return fail('no-such-day', `There is no ${year}-${month}-${day} in the calendar.`)
  }
  try {
    return ok(toPoint(text, readPlain(text) ?? parse(text, parserConstraints)))
  } catch {
    return notADate()
  }
}

/**
 * The three forms that nearly all dates have, in the package's terms: its grammar takes some 0.2 ms for each
 * date, and a project has thousands.
 */
function readPlain(text: string): ParsedDate | null {
  const [, year, month, day] = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?$/.exec(text) ?? []
  if (year === undefined) return null
  if (month === undefined) return { type: 'Date', values: [Number(year)] }
  const values = [Number(year), Number(month) - 1]
  return { type: 'Date', values: day === undefined ? values : [...values, Number(day)] }
}

export function notADate(): Result<never> {
  return fail('not-a-date', 'Not a date yet. Try 2018-04 or 2018?')
}

/** Days since 1970-01-01 of an ISO day; negative before it. */
export function dayNumber(isoDay: string): number {
  return Date.parse(`${isoDay}T00:00:00Z`) / 86_400_000
}

function toPoint(text: string, parsed: ParsedDate): EdtfPoint {
  const [year = 0, second, day] = parsed.values
  const qualified = { uncertain: isSet(parsed.uncertain), approximate: isSet(parsed.approximate) }
  const base = { year, unknown: 'none' as const, ...qualified }
  const unknown = unknownParts(text)

  if (/^\d\dXX/.test(text)) return { ...base, precision: 'century', ...yearBounds(year, year + 99) }
  if (/^\d{3}X/.test(text)) return { ...base, precision: 'decade', ...yearBounds(year, year + 9) }
  if (parsed.type === 'Season') return { ...base, precision: 'season', ...seasonBounds(year, second) }
  if (second === undefined || unknown === 'month' || unknown === 'month-and-day') {
    return { ...base, precision: 'year', unknown, ...yearBounds(year, year) }
  }
  const month = second + 1
  if (day === undefined || unknown === 'day') {
    const days = { earliest: isoDay(year, month, 1), latest: isoDay(year, month, daysIn(year, month)) }
    return { ...base, precision: 'month', month, unknown, ...days }
  }
  // A time of day may carry an offset; the day is the one that is written.
  const written = text.slice(0, 10)
  return { ...base, precision: 'day', month, day, earliest: written, latest: written }
}

function unknownParts(text: string): EdtfPoint['unknown'] {
  if (/^\d{4}-XX-XX/.test(text)) return 'month-and-day'
  if (/^\d{4}-XX/.test(text)) return 'month'
  return /^\d{4}-\d\d-XX/.test(text) ? 'day' : 'none'
}

function isSet(mask: boolean | number | undefined): boolean {
  return mask !== undefined && mask !== false && mask !== 0
}

function yearBounds(from: number, to: number): { earliest: string; latest: string } {
  return { earliest: isoDay(from, 1, 1), latest: isoDay(to, 12, 31) }
}

function seasonBounds(
  year: number,
  code: number | undefined
): Pick<EdtfPoint, 'season' | 'earliest' | 'latest'> {
  const season = code === 22 || code === 23 || code === 24 ? code : 21
  const { from, to, toNextYear } = seasonDays[season]
  // The winter of 9999 stops with the calendar we can write.
  const latest = toNextYear && year === 9999 ? '9999-12-31' : `${padYear(toNextYear ? year + 1 : year)}-${to}`
  return { season, earliest: `${padYear(year)}-${from}`, latest }
}

function isRealDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function isoDay(year: number, month: number, day: number): string {
  return `${padYear(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function padYear(year: number): string {
  return String(year).padStart(4, '0')
}
