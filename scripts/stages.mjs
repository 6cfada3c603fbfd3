import { Interrupted } from './run-program.mjs'

/** @typedef {import('./static-checks.mjs').Stage} Stage */
/** @typedef {import('./static-checks.mjs').StageResult} StageResult */

/**
 * Runs stages, at most `atOnce` side by side, and reports each as it ends: one line, and the tool's output
 * when something failed. A failing stage does not stop the others.
 * @param {readonly Stage[]} stages
 * @param {number} atOnce
 * @returns {Promise<StageResult[]>} in the order of `stages`
 */
export async function runStages(stages, atOnce) {
  /** @type {StageResult[]} */
  const results = []
  let next = 0
  const work = async () => {
    while (next < stages.length) {
      const index = next++
      const stage = stages[index]
      if (stage === undefined) return
      const startedAt = performance.now()
      const result = await runSafely(stage)
      results[index] = result
      report(result, (performance.now() - startedAt) / 1000)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return results
}

/**
 * The closing line: all counts summed up.
 * @param {readonly StageResult[]} results
 */
export function summarise(results) {
  const total = { passed: 0, failed: 0, skipped: 0 }
  for (const { passed, failed, skipped } of results) {
    total.passed += passed
    total.failed += failed
    total.skipped += skipped
  }
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
  return { failed: total.failed, line: `${total.passed} passed, ${total.failed} failed${skipped}` }
}

/**
 * @param {Stage} stage
 * @returns {Promise<StageResult>}
 */
async function runSafely({ name, run }) {
  try {
    return await run()
  } catch (error) {
    if (error instanceof Interrupted) throw error
    const output = error instanceof Error ? error.message : String(error)
    return { name, passed: 0, failed: 1, skipped: 0, output }
  }
}

/**
 * @param {StageResult} result
 * @param {number} seconds
 */
function report({ name, passed, failed, skipped, output }, seconds) {
  const counts =
    passed + failed + skipped > 1 ? ` (${passed} passed, ${failed} failed, ${skipped} skipped)` : ''
  console.log(`${failed === 0 ? '✓' : '✗'} ${name}${counts} ${seconds.toFixed(1)} s`)
  if (failed > 0) console.log(`${output.trim()}\n`)
}
