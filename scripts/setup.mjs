import './check-node.mjs'
import process from 'node:process'
import { ensureBuild } from './build-output.mjs'
import { isStartedDirectly, runAsCommand } from './command-error.mjs'
import { resolveElectron } from './electron-runtime.mjs'
import { ensurePackages } from './packages.mjs'
import { ensureSystemLibraries } from './system-libraries.mjs'
import { hasDisplay } from './virtual-display.mjs'

/**
 * Makes a checkout runnable: packages as locked, an Electron, its system libraries and the built
 * application. What is there is left alone; each long step prints one line. Throws a CommandError that
 * says what a person can do.
 * @param {{ isDisplayNeeded?: boolean, isBuildNeeded?: boolean }} [options] whether a virtual display must be
 *   available (by default where there is no screen), and whether the application must be built (it must)
 * @returns {Promise<import('./electron-runtime.mjs').ElectronRuntime>}
 */
export async function setup({ isDisplayNeeded = !hasDisplay(), isBuildNeeded = true } = {}) {
  await ensurePackages()
  const electron = await resolveElectron()
  await ensureSystemLibraries(electron.path, { isDisplayNeeded })
  if (isBuildNeeded) await ensureBuild()
  return electron
}

if (isStartedDirectly(import.meta.url)) {
  await runAsCommand(async () => {
    const { version, isFallback } = await setup()
    console.log(
      `Ready, with Electron ${version}${isFallback ? ' (the fallback for development)' : ''} on Node ${process.versions.node}.`
    )
  })
}
