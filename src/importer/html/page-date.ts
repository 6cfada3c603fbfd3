const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december'
]

/**
 * A date as pages write it, as EDTF; the day as it stands there, in the page's own time zone. Empty for what is
 * none: `2024-03-04T10:00:00+01:00`, `2024/03/04`, `20240304`, `March 4, 2024`, `4 March 2024`, `2024-03`.
 */
export function dateOf(given: string): string {
  const text = given.trim()
  const numeric = /^(\d{4})(?:[-/]?(\d{2})(?:[-/]?(\d{2}))?)?(?!\d)/.exec(text)
  if (numeric !== null) return joined(numeric[1], numeric[2], numeric[3])
  const american = /\b([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/i.exec(text)
  if (american !== null) return joined(american[3], monthNumber(american[1]), american[2])
  const european = /\b(\d{1,2})(?:st|nd|rd|th|\.)?\s+([a-z]{3,9})\.?,?\s+(\d{4})\b/i.exec(text)
  if (european !== null) return joined(european[3], monthNumber(european[2]), european[1])
  return ''
}

function monthNumber(name = ''): string | undefined {
  const index = months.findIndex(month => month.startsWith(name.toLowerCase()))
  return index < 0 ? undefined : String(index + 1)
}

function joined(year = '', month?: string, day?: string): string {
  if (month === undefined) return year
  const [m, d] = [Number(month), day === undefined ? 1 : Number(day)]
  const date = new Date(Date.UTC(Number(year), m - 1, d))
  // The thirtieth of February and the thirteenth month are not dates.
  if (date.getUTCMonth() !== m - 1 || date.getUTCDate() !== d) return ''
  const padded = month.padStart(2, '0')
  return day === undefined ? `${year}-${padded}` : `${year}-${padded}-${day.padStart(2, '0')}`
}
