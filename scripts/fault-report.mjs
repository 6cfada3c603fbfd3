import { CommandError } from './command-error.mjs'

/**
 * @typedef {object} FaultRow what a test of a fault left behind
 * @property {string} fault
 * @property {number} [rounds]
 * @property {number} [lookedFor] changes or rows that were looked for afterwards
 * @property {number} [lost] how many of them were gone
 * @property {string} [seen]
 * @property {string} [skipped] why the fault cannot be made here
 *
 * @typedef {{ rounds: number, only: string[] }} FaultOptions
 */

const usage = 'Usage: npm run fault -- [--rounds <number>] [--only <part of a file name>]…'

/**
 * What was asked for on the command line. Throws a CommandError that says how to ask.
 * @param {readonly string[]} args
 * @param {number} defaultRounds
 * @returns {FaultOptions}
 */
export function parseFaultOptions(args, defaultRounds) {
  /** @type {FaultOptions} */
  const options = { rounds: defaultRounds, only: [] }
  for (let index = 0; index < args.length; index += 2) {
    const value = args[index + 1]
    if (args[index] === '--rounds' && value !== undefined && /^[1-9]\d{0,5}$/.test(value)) {
      options.rounds = Number(value)
    } else if (args[index] === '--only' && value !== undefined && !value.startsWith('--')) {
      options.only.push(value)
    } else throw new CommandError(usage)
  }
  return options
}

/**
 * The files whose names hold one of the parts, or all; in the order given. Throws a CommandError that names
 * what there is when a part fits none.
 * @param {readonly string[]} files
 * @param {readonly string[]} parts
 */
export function chooseFaults(files, parts) {
  const unknown = parts.find(part => !files.some(file => file.includes(part)))
  if (unknown !== undefined) {
    const names = files.map(file => file.replace(/\.(test|spec)\.ts$/, ''))
    throw new CommandError(`No fault is called “${unknown}”. There are: ${names.join(', ')}.`)
  }
  return files.filter(file => parts.length === 0 || parts.some(part => file.includes(part)))
}

/**
 * One Markdown table of all faults: what was made, how often, what was lost. Tests that failed left no report
 * and come last, by their titles.
 * @param {readonly FaultRow[]} rows
 * @param {readonly string[]} failed
 */
export function toFaultTable(rows, failed) {
  const cells = [
    ['fault', 'rounds', 'looked for', 'lost', 'seen'],
    ['---', '--:', '--:', '--:', '---'],
    ...rows.map(({ fault, rounds, lookedFor, lost, seen, skipped }) =>
      skipped === undefined
        ? [fault, count(rounds), count(lookedFor), count(lost), seen ?? '']
        : [fault, '–', '–', '–', `skipped: ${skipped}`]
    ),
    ...failed.map(title => [title, '–', '–', '–', 'FAILED'])
  ]
  return cells.map(row => `| ${row.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`).join('\n')
}

/** @param {number | undefined} number */
function count(number) {
  return (number ?? 0).toLocaleString('en')
}

/**
 * Titles of the tests that failed, from what vitest's JSON reporter wrote.
 * @param {any} report
 * @returns {string[]}
 */
export function failedInVitest(report) {
  return report.testResults.flatMap((/** @type {any} */ file) => {
    const failed = file.assertionResults.filter((/** @type {any} */ test) => test.status === 'failed')
    if (failed.length > 0) return failed.map((/** @type {any} */ test) => String(test.title))
    // A file that broke before its first test.
    return file.status === 'failed' ? [String(file.name).split(/[\\/]/).at(-1)] : []
  })
}

/**
 * The same, from what Playwright's JSON reporter wrote.
 * @param {any} report
 * @returns {string[]}
 */
export function failedInPlaywright(report) {
  /** @param {any} suite @returns {string[]} */
  const inSuite = suite => [
    ...(suite.suites ?? []).flatMap(inSuite),
    ...(suite.specs ?? [])
      .filter((/** @type {any} */ spec) => !spec.ok)
      .map((/** @type {any} */ spec) => String(spec.title))
  ]
  return report.suites.flatMap(inSuite)
}
