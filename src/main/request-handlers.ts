import { app, nativeTheme, shell, type BrowserWindow } from 'electron'
import { fail, ok } from '../core/result'
import type { Handlers } from './answer-request'
import type { Origin } from './app-origin'
import type { ClosingHandshake } from './closing-handshake'
import { beginInFolder } from './begin-in-folder'
import { askForFolder, askWhereToSave, askWhetherToClose, askWhichFiles } from './dialogs'
import { createImportHandlers } from './import-handlers'
import type { ImportSessions } from './import-session'
import type { ExportWriter } from './export-writer'
import type { Log } from './log'
import type { ApplicationMenu } from './menu'
import { readChosenFiles } from './opened-files'
import { printPage } from './print-page'
import { createStorageHandlers, type StorageServices } from './storage-handlers'
import type { WindowMemory } from './window-memory'

export interface Services {
  isDevelopment: boolean
  trusted: Origin
  window: BrowserWindow
  storage: StorageServices
  menu: ApplicationMenu
  memory: WindowMemory
  exportWriter: ExportWriter
  imports: ImportSessions
  log: Log
  closing: ClosingHandshake
}

/** What answers each request, on the real application. */
export function createHandlers(services: Services): Handlers {
  const { exportWriter, log, window } = services
  // Showing a file in its folder must not become a way to probe the disk: only what was written here.
  const exported = new Set<string>()
  return {
    ...createStorageHandlers(services.storage),
    ...createImportHandlers(window, services.imports, services.storage.storage),
    'app:info': () =>
      ok({
        name: app.getName(),
        version: app.getVersion(),
        electron: process.versions['electron'] ?? '',
        chrome: process.versions['chrome'] ?? '',
        platform: process.platform,
        isDevelopment: services.isDevelopment
      }),
    'files:open': async kind => ok(await readChosenFiles(await askWhichFiles(window, kind))),
    'export:begin': async suggestion => {
      const path = await askWhereToSave(window, suggestion)
      return path === undefined ? ok(null) : exportWriter.begin(path)
    },
    'export:begin-folder': async ({ title, names }) => {
      const folder = await askForFolder(window, title)
      return folder === undefined ? ok(null) : beginInFolder(exportWriter, folder, names)
    },
    'export:write': (ticket, content) => exportWriter.write(ticket, content),
    'export:print': (ticket, { title }) =>
      exportWriter.convert(ticket, html => printPage(html, title, services.trusted)),
    'export:commit': async ticket => {
      const committed = await exportWriter.commit(ticket)
      if (committed.ok) exported.add(committed.value.path)
      return committed
    },
    'export:abort': ticket => exportWriter.abort(ticket),
    'shell:show-file': path => {
      if (!exported.has(path))
        return fail('not-exported', 'Only files exported since the start can be shown.')
      shell.showItemInFolder(path)
      return ok(null)
    },
    'shell:show-log': () => {
      shell.showItemInFolder(log.file)
      return ok(null)
    },
    'menu:update': state => {
      services.menu.update(state)
      return ok(null)
    },
    'theme:set': theme => {
      nativeTheme.themeSource = theme
      services.memory.setTheme(theme)
      return ok(null)
    },
    'log:error': ({ message, stack }) => {
      log.error(`In the window: ${message}\n${stack}`)
      return ok(null)
    },
    'window:ready-to-close': () => {
      services.closing.ready()
      return ok(null)
    },
    'window:not-saved': async reason => {
      services.closing.hold()
      if (await askWhetherToClose(window, reason)) services.closing.ready()
      else services.closing.stay()
      return ok(null)
    }
  }
}
