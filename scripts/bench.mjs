import './check-node.mjs'
import process from 'node:process'
import { runAsCommand } from './command-error.mjs'
import { electronEnvironment } from './electron-runtime.mjs'
import { setup } from './setup.mjs'
import { runTool } from './static-checks.mjs'
import { withVirtualDisplay } from './virtual-display.mjs'

// Measures the built application; arguments are passed on to Playwright.
await runAsCommand(async () => {
  const electron = await setup({ isDisplayNeeded: process.platform === 'linux' })
  const args = ['test', '-c', 'tests/bench/playwright.config.ts', ...process.argv.slice(2)]
  const { code } = await withVirtualDisplay(env =>
    runTool('@playwright/test/cli.js', args, { env: electronEnvironment(electron, env), isShown: true })
  )
  return code
})
