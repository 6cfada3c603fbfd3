import { fail, ok, type Result } from '../result'
import { describePoint } from './describe-point'
import { dayNumber, notADate, parsePoint, type EdtfPoint, type Precision } from './edtf-point'

/** An end of an interval: a date, `..` (goes on, or always has) or nothing (there is one, not known). */
export type EdtfEnd = EdtfPoint | 'open' | 'unknown'

/** A date in the Extended Date/Time Format (ISO 8601-2, Library of Congress 2019), level 0 or 1. */
export interface EdtfDate {
  /** As written, white space around it aside. */
  text: string
  /** ISO day, inclusive, of the date taken at its word; null when it has no known beginning. */
  earliest: string | null
  /** ISO day, inclusive; null when it has no known end. */
  latest: string | null
  uncertain: boolean
  approximate: boolean
  kind: 'date' | 'interval' | 'season'
  /** Of a date or season, both are the same point. */
  start: EdtfEnd
  end: EdtfEnd
}

export type EdtfOrder = 'before' | 'after' | 'overlaps' | 'equal'

/**
 * Parses EDTF of level 0 and 1: `2018-02-06`, `2018`, `2016~`, `2018?`, `2017-21`, `201X`, `2018-04-XX`,
 * `2017/2018-03`, `2017/..`. Seasons may be qualified and may bound an interval. Years run from 0000 to 9999.
 * Fails with `not-a-date`, `no-such-day` (2018-02-30) or `interval-reversed`.
 */
export function parseEdtf(text: string): Result<EdtfDate> {
  const trimmed = text.trim()
  if (trimmed.length > 100) return notADate()
  if (trimmed.includes('/')) return parseInterval(trimmed)
  // Nothing known about the year bounds nothing, yet it says that there is a date.
  if (trimmed === 'XXXX') {
    return ok({
      ...bounds('unknown', 'unknown'),
      text: trimmed,
      kind: 'date',
      uncertain: false,
      approximate: false
    })
  }
  const point = parsePoint(trimmed)
  if (!point.ok) return point
  const { uncertain, approximate, precision } = point.value
  const kind = precision === 'season' ? 'season' : 'date'
  return ok({ ...bounds(point.value, point.value), text: trimmed, kind, uncertain, approximate })
}

function parseInterval(text: string): Result<EdtfDate> {
  const [from = '', to = '', ...more] = text.split('/')
  // Level 1 knows no unspecified digits in an interval.
  if (more.length > 0 || text.includes('X')) return notADate()
  const start = parseEnd(from)
  if (!start.ok) return start
  const end = parseEnd(to)
  if (!end.ok) return end
  const points = [start.value, end.value].filter(value => typeof value !== 'string')
  if (points.length === 0) return notADate()
  const { earliest, latest, ...ends } = bounds(start.value, end.value)
  if (earliest !== null && latest !== null && earliest > latest) {
    return fail('interval-reversed', `This span ends before it begins. Try ${to}/${from}.`)
  }
  const uncertain = points.some(point => point.uncertain)
  const approximate = points.some(point => point.approximate)
  return ok({ text, earliest, latest, ...ends, kind: 'interval', uncertain, approximate })
}

function parseEnd(text: string): Result<EdtfEnd> {
  if (text === '..') return ok('open')
  return text === '' ? ok('unknown') : parsePoint(text)
}

function bounds(start: EdtfEnd, end: EdtfEnd): Pick<EdtfDate, 'start' | 'end' | 'earliest' | 'latest'> {
  return {
    start,
    end,
    earliest: typeof start === 'string' ? null : start.earliest,
    latest: typeof end === 'string' ? null : end.latest
  }
}

/**
 * A date in words for people: "6 February 2018", "about 2016", "April 2018 (uncertain) to May 2018",
 * "from 2017 on". `locale` (BCP 47) forms the names of months and days; the words around them are English.
 */
export function describeEdtf(date: EdtfDate, locale = 'en'): string {
  const { kind, start, end } = date
  if (kind !== 'interval') return typeof start === 'string' ? 'year unknown' : describePoint(start, locale)
  const from = describeEnd(start, locale)
  const to = describeEnd(end, locale)
  if (end === 'open') return `from ${from} on`
  return start === 'open' ? `until ${to}` : `${from} to ${to}`
}

function describeEnd(end: EdtfEnd, locale: string): string {
  return typeof end === 'string' ? 'an unknown date' : describePoint(end, locale)
}

/**
 * Says how `a` lies to `b`, and claims an order only where there is no doubt: a date that is uncertain or
 * approximate may be off by one of its own unit (a week for a day, a season for a season), and an end that is
 * open or unknown reaches for ever. `equal` means that both say the same, not that they are the same moment.
 */
export function compareEdtf(a: EdtfDate, b: EdtfDate): EdtfOrder {
  const { from: fromA, to: toA } = possibleDays(a)
  const { from: fromB, to: toB } = possibleDays(b)
  if (toA < fromB) return 'before'
  if (toB < fromA) return 'after'
  return saysTheSame(a, b) ? 'equal' : 'overlaps'
}

/**
 * The first and the last day (since 1970-01-01, inclusive) on which it can have been, as `compareEdtf` reckons:
 * doubt widens a date, and an end that is open or unknown is infinitely far.
 */
export function possibleDays(date: EdtfDate): { readonly from: number; readonly to: number } {
  let known = remembered.get(date)
  if (known === undefined) remembered.set(date, (known = { from: widestStart(date), to: widestEnd(date) }))
  return known
}

/** Dates are compared in pairs, and each takes part in many. */
const remembered = new WeakMap<EdtfDate, { readonly from: number; readonly to: number }>()

/** How far a qualified date may be off, in days. */
const slackDays: Record<Precision, number> = {
  day: 7,
  month: 31,
  season: 92,
  year: 366,
  decade: 3653,
  century: 36_525
}

function widestStart({ start }: EdtfDate): number {
  if (typeof start === 'string') return -Infinity
  // People call January "winter" too, so this winter may have been the one that ended in its year.
  const day = start.season === 24 ? `${start.earliest.slice(0, 4)}-01-01` : start.earliest
  return dayNumber(day) - slack(start)
}

function widestEnd({ end }: EdtfDate): number {
  return typeof end === 'string' ? Infinity : dayNumber(end.latest) + slack(end)
}

function slack(point: EdtfPoint): number {
  return point.uncertain || point.approximate ? slackDays[point.precision] : 0
}

function saysTheSame(a: EdtfDate, b: EdtfDate): boolean {
  return (
    a.earliest === b.earliest &&
    a.latest === b.latest &&
    a.uncertain === b.uncertain &&
    a.approximate === b.approximate &&
    a.kind === b.kind
  )
}
