import { app, dialog, shell, type BrowserWindow } from 'electron'
import type { Log } from './log'

/** What a person can do about trouble; the last two are always offered. */
export interface WayOn {
  label: string
  go(): void
}

/** How long a page may stay silent after it has loaded. */
const startPatienceMs = 15_000

/** Says what went wrong in a dialog with ways on. One at a time: a second trouble waits in the log. */
export class Trouble {
  private isShown = false

  constructor(
    private readonly log: Log,
    private readonly currentWindow: () => BrowserWindow | undefined
  ) {}

  /** Logs errors that nobody caught, and shows them. */
  watchProcess(): void {
    process.on('uncaughtException', error => this.unexpected(error))
    process.on('unhandledRejection', reason => this.unexpected(reason))
    app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
      if (reason !== 'clean-exit') this.log.error(`A ${type} process ended: ${reason} (${exitCode})`)
    })
  }

  /** Never a blank window: every way its page can fail leads to a dialog. */
  watchWindow(window: BrowserWindow): void {
    const { webContents } = window
    const tryAgain = { label: 'Try again', go: () => webContents.reload() }
    webContents.on('did-fail-load', (_event, code, description, _url, isMainFrame) => {
      // -3 is a load that was stopped on purpose, as a refused navigation is.
      if (!isMainFrame || code === -3) return
      this.show('The window could not be loaded.', `${description} (${code})`, [tryAgain])
    })
    webContents.on('did-navigate', (_event, _url, status) => {
      if (status >= 400)
        this.show('The window could not be loaded.', 'A file of the application is missing.', [tryAgain])
    })
    webContents.on('preload-error', (_event, _path, error) => {
      this.show('The window could not be started.', error.message, [tryAgain], error)
    })
    webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
      if (reason === 'clean-exit') return
      const detail = `What was saved is safe. Reason: ${reason} (${exitCode}).`
      this.show('The window stopped working.', detail, [
        { label: 'Load again', go: () => webContents.reload() }
      ])
    })
    window.on('unresponsive', () => {
      const answered = new AbortController()
      window.once('responsive', () => answered.abort())
      const loadAgain = () => {
        webContents.forcefullyCrashRenderer()
        webContents.reload()
      }
      const ways = [
        { label: 'Wait', go: () => undefined },
        { label: 'Load again', go: loadAgain }
      ]
      this.show('The window does not answer.', 'What was saved is safe.', ways, undefined, answered.signal)
    })
  }

  /** Asks what to do when a loaded page stays silent: its script may have failed before it could say so. */
  watchStart(window: BrowserWindow): { heard(): void } {
    const { webContents } = window
    let timer: NodeJS.Timeout | undefined
    const heard = () => clearTimeout(timer)
    webContents.on('did-finish-load', () => {
      heard()
      timer = setTimeout(() => {
        const ways = [
          { label: 'Wait', go: () => undefined },
          { label: 'Load again', go: () => webContents.reload() }
        ]
        this.show('The window has not started.', 'Its script may have failed.', ways)
      }, startPatienceMs)
    })
    window.on('closed', heard)
    return { heard }
  }

  private unexpected(error: unknown): void {
    const detail = error instanceof Error ? error.message : String(error)
    this.show('Something unexpected went wrong.', detail, [{ label: 'Continue', go: () => undefined }], error)
  }

  private show(message: string, detail: string, ways: WayOn[], error?: unknown, signal?: AbortSignal): void {
    this.log.error(`${message} ${detail}`, error)
    if (this.isShown) return
    if (!app.isReady()) {
      dialog.showErrorBox(message, detail)
      app.exit(1)
      return
    }
    this.isShown = true
    void this.ask(message, detail, ways, signal).finally(() => {
      this.isShown = false
    })
  }

  private async ask(message: string, detail: string, ways: WayOn[], signal?: AbortSignal): Promise<void> {
    const all: WayOn[] = [
      ...ways,
      { label: 'Show log file', go: () => shell.showItemInFolder(this.log.file) },
      { label: 'Quit', go: () => app.exit(1) }
    ]
    const options = {
      type: 'error' as const,
      title: 'Counterpoint',
      message,
      detail,
      buttons: all.map(way => way.label),
      defaultId: 0,
      cancelId: 0,
      noLink: true,
      ...(signal === undefined ? {} : { signal })
    }
    const window = this.currentWindow()
    const canHoldDialog = window !== undefined && !window.isDestroyed() && window.isVisible()
    const answer = await (canHoldDialog
      ? dialog.showMessageBox(window, options)
      : dialog.showMessageBox(options))
    if (signal?.aborted !== true) all[answer.response]?.go()
  }
}
