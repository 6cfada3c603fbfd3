import { join } from 'node:path'
import { app, nativeTheme, session, type BrowserWindow } from 'electron'
import { chooseOrigin } from './app-origin'
import { registerAppScheme, serveBuildFiles } from './app-protocol'
import { listBuildFiles } from './build-files'
import { createExportWriter } from './export-writer'
import { ImportSessions } from './import-session'
import { listenForRequests, sendEvent } from './ipc'
import { openLog } from './log'
import { createApplicationMenu } from './menu'
import { useProfileFolder } from './profile-folder'
import { ProjectStorage } from './project-storage'
import { createHandlers } from './request-handlers'
import { hardenContents, hardenSession, silenceBackgroundNetwork } from './security'
import { Trouble } from './trouble'
import { startUtilityImporter } from './utility-importer'
import { WindowMemory } from './window-memory'
import { createMainWindow, preloadFile } from './window'

const mainFolder = import.meta.dirname
const trusted = chooseOrigin(app.isPackaged, process.env['ELECTRON_RENDERER_URL'])
let mainWindow: BrowserWindow | undefined

app.setName('Counterpoint')
useProfileFolder()

if (app.requestSingleInstanceLock()) {
  registerAppScheme()
  silenceBackgroundNetwork(trusted)
  const log = openLog(join(app.getPath('userData'), 'logs', 'main.log'), trusted.isDevelopment)
  const trouble = new Trouble(log, () => mainWindow)
  trouble.watchProcess()
  log.info(`Counterpoint ${app.getVersion()}, Electron ${process.versions['electron']}, ${process.platform}`)
  const projects = new ProjectStorage(log)
  app.on('will-quit', event => projects.onWillQuit(event))
  app.on('second-instance', () => {
    // Whoever opens it again while it is ending gets it again.
    if (projects.isClosing()) app.relaunch()
    else focusWindow()
  })
  void app.whenReady().then(() => openApplication(log, trouble, projects))
} else {
  // Two instances on one profile would wait for each other's database.
  app.exit(0)
}

async function openApplication(
  log: ReturnType<typeof openLog>,
  trouble: Trouble,
  projects: ProjectStorage
): Promise<void> {
  const memory = new WindowMemory(join(app.getPath('userData'), 'window-state.json'), log)
  nativeTheme.themeSource = memory.state.theme
  app.on('web-contents-created', (_event, contents) => hardenContents(contents, trusted))
  await hardenSession(session.defaultSession, trusted)
  if (!trusted.isDevelopment) {
    serveBuildFiles(session.defaultSession, listBuildFiles(join(mainFolder, '..', 'renderer')))
  }

  const { window, closing } = createMainWindow({
    memory,
    preload: preloadFile(mainFolder),
    icon: join(app.getAppPath(), 'resources', 'icon.png'),
    isDevelopment: trusted.isDevelopment
  })
  mainWindow = window
  trouble.watchWindow(window)
  const start = trouble.watchStart(window)

  const exportWriter = createExportWriter()
  const imports = new ImportSessions(
    () => startUtilityImporter(mainFolder),
    () => new Date().toISOString(),
    (ticket, progress) => sendEvent(window.webContents, 'import:progress', { ticket, ...progress })
  )
  const menu = createApplicationMenu({
    isDevelopment: trusted.isDevelopment,
    run: id => sendEvent(window.webContents, 'command:run', { id })
  })
  listenForRequests({
    handlers: createHandlers({
      isDevelopment: trusted.isDevelopment,
      trusted,
      window,
      storage: projects.servicesFor(window),
      menu,
      memory,
      exportWriter,
      imports,
      log,
      closing
    }),
    trustedOrigin: trusted.origin,
    onRequest: () => start.heard(),
    logError: (message, error) => log.error(message, error)
  })

  // Exports and imports belong to their page: one that is replaced or gone cannot finish them.
  const forget = () => {
    void exportWriter.abortAll()
    imports.endAll()
  }
  window.webContents.on('did-navigate', forget)
  window.webContents.on('render-process-gone', forget)
  app.on('window-all-closed', () => imports.endAll())
  app.on('window-all-closed', () => void exportWriter.abortAll().finally(() => app.quit()))

  // A page that does not load is shown by `Trouble`; the promise says the same once more.
  await window.loadURL(trusted.startUrl).catch((error: unknown) => log.error('The page did not load', error))
}

function focusWindow(): void {
  if (mainWindow === undefined || mainWindow.isDestroyed()) return
  if (mainWindow.isMinimized()) mainWindow.restore()
  mainWindow.show()
  mainWindow.focus()
}
