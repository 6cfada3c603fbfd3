import type { Backup } from '../../../contract/storage'

/** A backup that can be compared and restored. */
export type ReadableBackup = Extract<Backup, { status: 'readable' }>

const time = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit'
})
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'always' })
const unitSeconds = [
  ['year', 31_556_952],
  ['month', 2_629_746],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60]
] as const
/** What a project's title may have, in UTF-16 units; `projectSchema` says so. */
const longestTitle = 500

/** When a backup was taken, on this computer's clock: "22 Nov 2026, 18:40". */
export function timeInWords(instant: string): string {
  return time.format(new Date(instant))
}

/** How long before `now` that was, in whole units. A clock that was set back is said, not hidden. */
export function howLongAgo(instant: string, now: string): string {
  const seconds = (Date.parse(now) - Date.parse(instant)) / 1000
  if (seconds < -60) return 'ahead of the clock'
  const unit = unitSeconds.find(([, length]) => seconds >= length)
  return unit === undefined ? 'just now' : relative.format(-Math.floor(seconds / unit[1]), unit[0])
}

/** The title of the project that a backup is restored as. A long one is cut so that the date stays. */
export function restoredTitle(title: string, takenAt: string): string {
  const suffix = ` (backup of ${timeInWords(takenAt)})`
  const room = longestTitle - suffix.length
  if (title.length <= room) return title + suffix
  return `${title.slice(0, room - 1).replace(/[\uD800-\uDBFF]$/u, '')}…${suffix}`
}

/** "1 article", "1,204 articles". */
export function countInWords(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`
}

/** Of a file: "812 bytes", "14 kB", "1.2 MB". */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return countInWords(bytes, 'byte')
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} kB`
  const shortened = (value: number) => value.toLocaleString('en', { maximumFractionDigits: 1 })
  return bytes < 999_950_000 ? `${shortened(bytes / 1e6)} MB` : `${shortened(bytes / 1e9)} GB`
}
