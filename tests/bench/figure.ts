import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { inProject } from '../../scripts/project-folder.mjs'

/** What a figure is held against; `of` names the statistic, `ratio` is its median over the limit's, `peer` the peer's median over its own. */
export interface Target {
  of: 'median' | 'p95' | 'p99' | 'max' | 'ratio' | 'peer'
  atMost?: number
  atLeast?: number
}

/** One measured thing, with the limit and the peer that were measured in turns with it. */
export interface Figure {
  name: string
  unit: string
  samples: readonly number[]
  limit?: { name: string; samples: readonly number[] }
  peer?: { name: string; samples: readonly number[] }
  targets?: readonly Target[]
}

/** Whether the short form was asked for: fewer rounds, the same figures. */
export const isQuick = process.env.COUNTERPOINT_BENCH_QUICK === '1'

/** How often something is measured, in full and in short runs. */
export function rounds(full: number, quick: number): number {
  return isQuick ? quick : full
}

/**
 * Leaves a suite's figures where `scripts/bench.mjs` collects them for the table. `more` is Markdown that is shown
 * below it.
 */
export function record(suite: string, figures: readonly Figure[], more?: string): void {
  const folder = inProject('bench-results', 'parts')
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, `${suite}.json`), JSON.stringify({ suite, figures, more }, null, 2))
}
