import type { DrawnDate } from './time-axis'

const units = [
  { name: 'year', days: 365.25, from: 730 },
  { name: 'month', days: 30.44, from: 60 },
  { name: 'day', days: 1, from: 0 }
] as const

/**
 * How long after the first date the second one is, in words: "1 month later", "2 to 5 months later", "3 days
 * earlier", "on the same day". Dates are taken at their word; what is vague gives a range, and a range that reaches
 * both ways is "about the same time".
 */
export function differenceInWords(first: DrawnDate, second: DrawnDate): string {
  const soonest = second.from - (first.until - 1)
  const latest = second.until - 1 - first.from
  if (soonest === 0 && latest === 0) return 'on the same day'
  if (soonest < 0 && latest > 0) return 'about the same time'
  const [near, far] = [Math.abs(soonest), Math.abs(latest)].sort((a, b) => a - b) as [number, number]
  const goesOn = first.start === 'fades' || second.end === 'fades'
  return `${stretchInWords(near, far)}${goesOn ? ' or more' : ''} ${latest > 0 ? 'later' : 'earlier'}`
}

/** A number of days as people say it: "18 months", "3 to 5 years". */
export function stretchInWords(fewest: number, most: number): string {
  const middle = (fewest + most) / 2
  const unit = units.find(({ from }) => middle >= from) ?? units[2]
  const low = Math.round(fewest / unit.days)
  const high = Math.round(most / unit.days)
  if (low === high) return `${high} ${unit.name}${high === 1 ? '' : 's'}`
  return low === 0 ? `up to ${high} ${unit.name}${high === 1 ? '' : 's'}` : `${low} to ${high} ${unit.name}s`
}
