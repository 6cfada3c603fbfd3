import { possibleDays, type EdtfDate } from './edtf'
import { dayNumber } from './edtf-point'

/** A stretch of time in days since 1970-01-01; the end is the first day after it. */
export interface DayStretch {
  readonly from: number
  readonly until: number
}

/** Time on a line of px: every day takes the same room. */
export interface TimeScale extends DayStretch {
  readonly width: number
  /** Where a day begins, in px. */
  x(day: number): number
  /** The day at a place, with the part of it that has passed. */
  day(x: number): number
}

/** A scale over a stretch that is at least one day long. */
export function timeScale({ from, until }: DayStretch, width: number): TimeScale {
  const days = Math.max(1, until - from)
  return {
    from,
    until: from + days,
    width,
    x: day => ((day - from) / days) * width,
    day: x => from + (x / width) * days
  }
}

/** How an end is drawn: where it is, how far it may be off, or that it goes on. */
export type DrawnEnd = 'sharp' | 'soft' | 'fades'

/** What a date covers on the axis. */
export interface DrawnDate {
  /** A day is a dot in its middle, anything longer a bar. */
  readonly shape: 'dot' | 'bar'
  /** Taken at its word. Of a span with one known end, what that end covers. */
  readonly from: number
  readonly until: number
  readonly start: DrawnEnd
  readonly end: DrawnEnd
  /** How far soft ends reach; the same as `from` and `until` where they are sharp or fade. */
  readonly softFrom: number
  readonly softUntil: number
}

/**
 * How a date is drawn. A day is a dot, a month, season, year or span a bar; what is uncertain or about has soft
 * ends as wide as it may be off, an end that is open or not known fades out. Null for a date that bounds nothing.
 */
export function drawDate(date: EdtfDate): DrawnDate | null {
  let known = remembered.get(date)
  if (known === undefined) remembered.set(date, (known = measureDate(date)))
  return known
}

/** A date is asked for by the lanes, the story and the table; a project has thousands. */
const remembered = new WeakMap<EdtfDate, DrawnDate | null>()

function measureDate(date: EdtfDate): DrawnDate | null {
  const { start, end, earliest, latest } = date
  // Of a span with one known end, that end's own day, month or year is drawn.
  const first = earliest ?? (typeof end === 'string' ? null : end.earliest)
  const last = latest ?? (typeof start === 'string' ? null : start.latest)
  if (first === null || last === null) return null
  const from = dayNumber(first)
  const until = dayNumber(last) + 1
  const possible = possibleDays(date)
  const isSoft = (point: typeof start) => typeof point !== 'string' && (point.uncertain || point.approximate)
  return {
    shape: until - from === 1 && !date.uncertain && !date.approximate && isBounded(date) ? 'dot' : 'bar',
    from,
    until,
    start: earliest === null ? 'fades' : isSoft(start) ? 'soft' : 'sharp',
    end: latest === null ? 'fades' : isSoft(end) ? 'soft' : 'sharp',
    softFrom: isSoft(start) ? possible.from : from,
    softUntil: isSoft(end) ? possible.to + 1 : until
  }
}

function isBounded({ earliest, latest }: EdtfDate): boolean {
  return earliest !== null && latest !== null
}

/** The stretch that holds all these dates with a little room around them; null when there are none. */
export function stretchOf(drawn: readonly DrawnDate[]): DayStretch | null {
  if (drawn.length === 0) return null
  let from = Infinity
  let until = -Infinity
  for (const date of drawn) {
    from = Math.min(from, date.softFrom)
    until = Math.max(until, date.softUntil)
  }
  const room = Math.max(15, (until - from) * 0.03)
  return { from: Math.floor(from - room), until: Math.ceil(until + room) }
}

/** The nearest one can look. */
const shortestDays = 14

/** Looks closer (`factor` above 1) or from further away, with the day at `around` where it is. */
export function zoom(shown: DayStretch, factor: number, around: number, whole: DayStretch): DayStretch {
  const days = shown.until - shown.from
  const next = Math.min(Math.max(days / factor, shortestDays), whole.until - whole.from)
  const part = (around - shown.from) / days
  return within({ from: around - part * next, until: around + (1 - part) * next }, whole)
}

/** Moves the stretch by days, no further than there is anything. */
export function pan(shown: DayStretch, days: number, whole: DayStretch): DayStretch {
  return within({ from: shown.from + days, until: shown.until + days }, whole)
}

/** Moves a stretch, without changing its length, such that it lies in the whole one; or is the whole one. */
export function within(shown: DayStretch, whole: DayStretch): DayStretch {
  const days = shown.until - shown.from
  if (days >= whole.until - whole.from) return whole
  const from = Math.min(Math.max(shown.from, whole.from), whole.until - days)
  return { from, until: from + days }
}

export interface Tick {
  readonly day: number
  readonly label: string
  /** Where a year begins on an axis of months, a month on one of days. */
  readonly isMajor: boolean
}

type Unit = { readonly months: number } | { readonly days: number }

/** From the finest; the first whose ticks have room is taken. */
const units: readonly Unit[] = [
  ...[1, 2, 7, 14].map(days => ({ days })),
  ...[1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12_000].map(months => ({ months }))
]

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/**
 * Ticks no nearer than `room` px: days, weeks, months, quarters, years, decades or centuries, whatever is the finest
 * that fits. Labels say as much as is new: "2018" where a year begins, "Apr" in it, "6" in a month.
 */
export function ticksOf(scale: TimeScale, room: number): readonly Tick[] {
  const pxPerDay = scale.width / (scale.until - scale.from)
  const unit = units.find(one => daysOf(one) * pxPerDay >= room) ?? { months: 12_000 }
  return 'days' in unit ? dayTicks(scale, unit.days) : monthTicks(scale, unit.months)
}

function daysOf(unit: Unit): number {
  return 'days' in unit ? unit.days : unit.months * 30.4
}

function monthTicks(scale: TimeScale, step: number): readonly Tick[] {
  const start = new Date(scale.from * 86_400_000)
  const first = Math.floor((start.getUTCFullYear() * 12 + start.getUTCMonth()) / step) * step
  const ticks: Tick[] = []
  for (let month = first; ; month += step) {
    const year = Math.floor(month / 12)
    const day = dayOf(year, month % 12)
    if (day >= scale.until) return ticks
    const isMajor = month % 12 === 0
    if (day >= scale.from) ticks.push({ day, label: isMajor ? String(year) : monthName(month % 12), isMajor })
  }
}

function dayTicks(scale: TimeScale, step: number): readonly Tick[] {
  const ticks: Tick[] = []
  const start = new Date(Math.floor(scale.from) * 86_400_000)
  let [year, month] = [start.getUTCFullYear(), start.getUTCMonth()]
  for (;;) {
    const first = dayOf(year, month)
    if (first >= scale.until) return ticks
    const length = dayOf(year, month + 1) - first
    // Steps begin anew with each month, so that its first day always has a tick; none is squeezed in before it.
    for (let day = 1; day === 1 || length - day + 1 >= step / 2; day += step) {
      const at = first + day - 1
      if (at < scale.from || at >= scale.until) continue
      const label = day === 1 ? (month === 0 ? String(year) : monthName(month)) : String(day)
      ticks.push({ day: at, label, isMajor: day === 1 })
    }
    month += 1
    if (month === 12) [year, month] = [year + 1, 0]
  }
}

function dayOf(year: number, month: number): number {
  const date = new Date(0)
  // `Date.UTC` takes years below 100 for those of the twentieth century.
  date.setUTCFullYear(year, month, 1)
  return date.getTime() / 86_400_000
}

function monthName(month: number): string {
  return monthNames[month] ?? ''
}

/** The ISO day of a day number between the years 0 and 9999. */
export function isoDayOf(day: number): string {
  return new Date(Math.floor(day) * 86_400_000).toISOString().slice(0, 10)
}
