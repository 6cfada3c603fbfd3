import type { EdtfPoint, Season } from './edtf-point'

const seasonNames: Record<Season, string> = { 21: 'Spring', 22: 'Summer', 23: 'Autumn', 24: 'Winter' }

const unknownNotes: Record<EdtfPoint['unknown'], string> = {
  none: '',
  day: ', day unknown',
  month: ', month unknown',
  'month-and-day': ', month and day unknown'
}

/** One date in words: "6 February 2018", "about 2016", "Summer 2018 (uncertain)", "the 2010s". */
export function describePoint(point: EdtfPoint, locale: string): string {
  const about = point.approximate ? 'about ' : ''
  const doubt = point.uncertain ? ' (uncertain)' : ''
  return `${about}${name(point, locale)}${unknownNotes[point.unknown]}${doubt}`
}

function name(point: EdtfPoint, locale: string): string {
  const { precision, year, season } = point
  switch (precision) {
    case 'century':
      return `between ${year} and ${year + 99}`
    case 'decade':
      return `the ${year}s`
    case 'year':
      return String(year)
    case 'season':
      return `${season === undefined ? '' : seasonNames[season]} ${year}`
    case 'month':
      return formatter(locale, 'month').format(new Date(`${point.earliest}T00:00:00Z`))
    case 'day':
      return formatter(locale, 'day').format(new Date(`${point.earliest}T00:00:00Z`))
  }
}

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(locale: string, precision: 'month' | 'day'): Intl.DateTimeFormat {
  const key = `${locale} ${precision}`
  let format = formatters.get(key)
  if (format === undefined) {
    // Plain "en" would be month first, which reads as another day where the month is a number.
    format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
      timeZone: 'UTC',
      calendar: 'gregory',
      year: 'numeric',
      month: 'long',
      ...(precision === 'day' ? { day: 'numeric' } : {})
    })
    formatters.set(key, format)
  }
  return format
}
