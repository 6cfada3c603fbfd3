import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { app } from 'electron'

/**
 * Puts everything the app keeps into the folder of Chromium's own switch `--user-data-dir`, when it is
 * given. Must run before the app is ready and before the single instance lock, which lives there.
 */
export function useProfileFolder(): void {
  const folder = app.commandLine.getSwitchValue('user-data-dir')
  if (folder === '') return
  const absolute = resolve(folder)
  mkdirSync(absolute, { recursive: true })
  app.setPath('userData', absolute)
  app.setPath('sessionData', absolute)
}
