import type { ElectronApplication, Page } from '@playwright/test'
import { launchApp } from '../../scripts/launch-app.mjs'

export interface LaunchOptions {
  /** Folder of an earlier run, kept at close; a fresh temporary one, removed at close, when left out. */
  readonly profile?: string
  readonly dark?: boolean
}

export interface LaunchedCounterpoint {
  readonly app: ElectronApplication
  readonly page: Page
  readonly profile: string
  close(): Promise<void>
}

/** Starts the built application with a profile of its own and waits for its first window. */
export function launchCounterpoint(options: LaunchOptions = {}): Promise<LaunchedCounterpoint> {
  return launchApp(options)
}
