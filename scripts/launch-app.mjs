import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { electronEnvironment, resolveElectron } from './electron-runtime.mjs'
import { projectFolder } from './project-folder.mjs'

/**
 * @typedef {object} LaunchOptions
 * @property {string} [profile] folder of an earlier run; a fresh temporary one when left out
 * @property {boolean} [dark] whether the system asks for dark windows
 * @property {NodeJS.ProcessEnv} [env] with a display; the current environment when left out
 *
 * @typedef {object} LaunchedApp
 * @property {import('@playwright/test').ElectronApplication} app
 * @property {import('@playwright/test').Page} page the first window
 * @property {string} profile
 * @property {() => Promise<void>} close ends the application; a temporary profile is removed
 */

/** A launch takes one or two seconds; one that takes this long will not come any more. */
const launchTimeoutMs = 30_000

/**
 * Starts the built application under Playwright and waits for its first window.
 * @param {LaunchOptions} [options]
 * @returns {Promise<LaunchedApp>}
 */
export async function launchApp({ profile, dark = false, env = process.env } = {}) {
  const electron = await resolveElectron()
  const folder = profile ?? (await mkdtemp(path.join(os.tmpdir(), 'counterpoint-profile-')))
  const app = await launchPatiently({
    executablePath: electron.path,
    cwd: projectFolder,
    args: ['.', `--user-data-dir=${folder}`],
    env: definedOnly(electronEnvironment(electron, env)),
    colorScheme: dark ? 'dark' : 'light',
    // Chromium refuses its sandbox to root alone; everybody else tests with it.
    chromiumSandbox: process.getuid?.() !== 0,
    timeout: launchTimeoutMs
  })
  const close = async () => {
    await app.close()
    if (profile === undefined) await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    return { app, page: await app.firstWindow(), profile: folder, close }
  } catch (error) {
    await close()
    throw error
  }
}

/**
 * On a busy machine about one launch in some hundred never answers, although the application runs and waits:
 * Playwright has then missed the debugger's answer. It ends that one, and the next one works.
 * @param {NonNullable<Parameters<import('@playwright/test').Electron['launch']>[0]>} options
 */
async function launchPatiently(options) {
  const { _electron, errors } = await import('@playwright/test')
  try {
    return await _electron.launch(options)
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) throw error
    return await _electron.launch(options)
  }
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Record<string, string>}
 */
function definedOnly(env) {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  )
}
