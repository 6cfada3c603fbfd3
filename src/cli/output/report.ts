import type { Format, FormatIssue } from '../../core/formats/format'
import { describeLosses } from '../../core/formats/losses'
import type { Io } from '../io'

/** More would hide what matters; --json has them all. */
const mostIssues = 20

/** What a format leaves out and what happened on the way, on standard error. */
export function sayIssues(format: Format | null, issues: readonly FormatIssue[], io: Io): void {
  const losses = format === null ? [] : describeLosses(format.losses)
  if (format !== null && losses.length > 0) {
    io.err(`${format.name} leaves out:`)
    for (const loss of losses) io.err(`  - ${loss}`)
  }
  for (const { place, message } of issues.slice(0, mostIssues))
    io.err(place === '' ? message : `${place}: ${message}`)
  if (issues.length > mostIssues) io.err(`${issues.length - mostIssues} more of these; --json lists all.`)
}

export function toJson(report: object): string {
  return `${JSON.stringify(report, null, 2)}\n`
}
