import './check-node.mjs'
import process from 'node:process'
import { isStartedDirectly, runAsCommand } from './command-error.mjs'
import { electronEnvironment } from './electron-runtime.mjs'
import { ensureTestTools } from './test-tools.mjs'
import { setup } from './setup.mjs'
import { runStages, summarise } from './stages.mjs'
import { staticChecks } from './static-checks.mjs'
import { runEndToEndTests, runUnitTests } from './test-suites.mjs'
import { withVirtualDisplay } from './virtual-display.mjs'

/**
 * Everything there is to check, ending with the line `N passed, N failed`.
 * @param {readonly string[]} playwrightArgs narrow the end-to-end tests
 */
async function test(playwrightArgs) {
  const isVirtual = process.platform === 'linux'
  // Without the build: its failure is a failed check and must not keep the others from running.
  const electron = await setup({ isDisplayNeeded: isVirtual, isBuildNeeded: false })
  await ensureTestTools()
  console.log(
    `Electron ${electron.version}${electron.isFallback ? ' (fallback)' : ''}, Node ${process.versions.node}`
  )

  const checked = await runStages(staticChecks({ isCached: false }), 2)
  const unit = await runStages([{ name: 'unit tests', run: () => runUnitTests() }], 1)
  const { ensureBuild } = await import('./build-output.mjs')
  const endToEnd = await runStages(
    [
      {
        name: 'end-to-end tests',
        run: async () => {
          await ensureBuild()
          return withVirtualDisplay(env =>
            runEndToEndTests(electronEnvironment(electron, env), playwrightArgs)
          )
        }
      }
    ],
    1
  )
  const { failed, line } = summarise([...checked, ...unit, ...endToEnd])
  console.log(line)
  return failed === 0 ? 0 : 1
}

if (isStartedDirectly(import.meta.url)) await runAsCommand(() => test(process.argv.slice(2)))
