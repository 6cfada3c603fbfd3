import type { BrowserWindow } from 'electron'
import type { Log } from './log'
import { readWindowState, writeWindowState, type WindowState } from './window-state'

const settleMs = 500

/** Keeps the window's place and the theme in one small file. Failing to write it is logged, no more. */
export class WindowMemory {
  state: WindowState

  constructor(
    private readonly file: string,
    private readonly log: Log
  ) {
    this.state = readWindowState(file)
  }

  setTheme(theme: WindowState['theme']): void {
    if (theme === this.state.theme) return
    this.state = { ...this.state, theme }
    this.write()
  }

  /** Remembers where the window is whenever it comes to rest, and when it closes. */
  follow(window: BrowserWindow): void {
    let timer: NodeJS.Timeout | undefined
    const remember = () => {
      clearTimeout(timer)
      if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return
      this.state = { ...this.state, bounds: window.getNormalBounds(), isMaximised: window.isMaximized() }
      this.write()
    }
    const rememberSoon = () => {
      clearTimeout(timer)
      timer = setTimeout(remember, settleMs)
    }
    window.on('resize', rememberSoon)
    window.on('move', rememberSoon)
    window.on('maximize', rememberSoon)
    window.on('unmaximize', rememberSoon)
    window.on('close', remember)
    window.on('closed', () => clearTimeout(timer))
  }

  private write(): void {
    try {
      writeWindowState(this.file, this.state)
    } catch (error) {
      this.log.error('The window state could not be written', error)
    }
  }
}
