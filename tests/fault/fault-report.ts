import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What `npm run fault` says of one fault: how often it was made, and what came of it. */
export interface FaultReport {
  fault: string
  rounds: number
  /** Changes or rows that were looked for afterwards, and how many of them were gone. */
  lookedFor: number
  lost: number
  /** What else was seen, in a few words. */
  seen: string
}

const folder = join(import.meta.dirname, '..', '..', 'test-results', 'fault')

/** Leaves a report for the closing table, and says it. */
export function reportFault(report: FaultReport): void {
  leave(report.fault, report)
  console.log(
    `${report.fault}: ${report.rounds} rounds, ${report.lost} of ${report.lookedFor} lost. ${report.seen}`
  )
}

/** Leaves word that a fault cannot be made here, and why. */
export function reportSkipped(fault: string, reason: string): void {
  leave(fault, { fault, skipped: reason })
  console.log(`${fault}: skipped, ${reason}`)
}

/** How often a fault is made: a few times among all tests, often in a run for faults alone. */
export function faultRounds(few: number): number {
  return Number(process.env['FAULT_ROUNDS'] ?? few)
}

/** As `faultRounds`, for rounds so long that even a run for faults alone makes no more than `most`. */
export function longRounds(few: number, most: number): number {
  return Math.min(faultRounds(few), most)
}

function leave(fault: string, report: FaultReport | { fault: string; skipped: string }): void {
  mkdirSync(folder, { recursive: true })
  const name = fault.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(report))
}
