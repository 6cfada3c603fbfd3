import './check-node.mjs'
import { isStartedDirectly, runAsCommand } from './command-error.mjs'
import { ensurePackages } from './packages.mjs'
import { runStages, summarise } from './stages.mjs'
import { staticChecks } from './static-checks.mjs'
import { runUnitTests } from './test-suites.mjs'

/** What is worth running before every commit: all checks but faults and the end-to-end tests. */
async function check() {
  await ensurePackages()
  const results = await runStages(
    [
      ...staticChecks({ isCached: true }),
      { name: 'unit tests', run: () => runUnitTests(['--exclude', 'tests/fault/**']) }
    ],
    2
  )
  const { failed, line } = summarise(results)
  console.log(line)
  return failed === 0 ? 0 : 1
}

if (isStartedDirectly(import.meta.url)) await runAsCommand(check)
