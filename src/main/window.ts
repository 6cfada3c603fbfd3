import { join } from 'node:path'
import { BrowserWindow, nativeTheme, screen } from 'electron'
import { createClosingHandshake, type ClosingHandshake } from './closing-handshake'
import { showEditMenuOn } from './context-menu'
import { sendEvent } from './ipc'
import type { WindowMemory } from './window-memory'
import { fitToDisplays, minimumSize } from './window-state'

/** How long a page may take to save what was being typed, and to paint for the first time. */
const closingPatienceMs = 3000
const showAnywayAfterMs = 4000

export interface MainWindow {
  window: BrowserWindow
  closing: ClosingHandshake
}

/** Makes the window where it was last time; it shows itself once painted. Loads nothing yet. */
export function createMainWindow(options: {
  memory: WindowMemory
  preload: string
  icon: string
  isDevelopment: boolean
}): MainWindow {
  const { memory } = options
  const window = new BrowserWindow({
    ...fitToDisplays(memory.state.bounds, workAreas()),
    minWidth: minimumSize.width,
    minHeight: minimumSize.height,
    title: 'Counterpoint',
    icon: options.icon,
    show: false,
    backgroundColor: deskColour(),
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: options.isDevelopment
    }
  })
  if (memory.state.isMaximised) window.maximize()
  showWhenPainted(window)
  showEditMenuOn(window)
  memory.follow(window)
  const followTheme = () => window.setBackgroundColor(deskColour())
  nativeTheme.on('updated', followTheme)
  window.on('closed', () => nativeTheme.off('updated', followTheme))
  return { window, closing: closeAfterSaving(window) }
}

/** Where the preload script and the pages are, beside the built main process. */
export function preloadFile(mainFolder: string): string {
  return join(mainFolder, '..', 'preload', 'index.cjs')
}

function closeAfterSaving(window: BrowserWindow): ClosingHandshake {
  const { webContents } = window
  const handshake = createClosingHandshake(
    {
      canAnswer: () =>
        !webContents.isDestroyed() && !webContents.isCrashed() && !webContents.isLoadingMainFrame(),
      announce: () => sendEvent(webContents, 'window:closing', {}),
      destroy: () => window.destroy()
    },
    closingPatienceMs
  )
  window.on('close', event => handshake.onClose(event))
  return handshake
}

function showWhenPainted(window: BrowserWindow): void {
  const show = () => {
    clearTimeout(timer)
    if (!window.isDestroyed() && !window.isVisible()) window.show()
  }
  const timer = setTimeout(show, showAnywayAfterMs)
  window.once('ready-to-show', show)
  window.once('closed', () => clearTimeout(timer))
}

function workAreas() {
  const primary = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(display => display.id !== primary.id)
  return [primary.workArea, ...others.map(display => display.workArea)] as const
}

/** The colour behind the first paint: the token `--desk` of either theme. */
function deskColour(): string {
  return nativeTheme.shouldUseDarkColors ? '#111416' : '#E7E9E6'
}
