import type { BrowserWindow } from 'electron'
import { ok } from '../core/result'
import type { Handlers } from './answer-request'
import { askWhatToImport } from './dialogs'
import type { ImportSessions } from './import-session'
import { readChosenFiles, readChosenFolder } from './opened-files'
import type { Storage } from './storage/storage'

type ImportRequest = Extract<keyof Handlers, `import:${string}`>

/** What answers requests about files that come in. */
export function createImportHandlers(
  window: BrowserWindow,
  imports: ImportSessions,
  storage: Pick<Storage, 'keepFile'>
): Pick<Handlers, ImportRequest> {
  return {
    'import:choose': async kind => {
      const paths = await askWhatToImport(window, kind)
      const [first] = paths
      if (first === undefined) return ok(null)
      const { files, failures } =
        kind === 'folder' ? await readChosenFolder(first) : await readChosenFiles(paths)
      return ok({ ticket: imports.begin(files), count: files.length, failures })
    },
    'import:begin': () => ok({ ticket: imports.begin([]) }),
    'import:add': (ticket, { name, bytes, isFirst }) => imports.add(ticket, name, bytes, isFirst),
    'import:run': (ticket, tables) => imports.run(ticket, tables),
    'import:take': ticket => imports.take(ticket),
    'import:keep': (ticket, file, projectId) => {
      const found = imports.fileOf(ticket, file)
      return found.ok ? storage.keepFile(projectId, found.value.bytes) : found
    },
    'import:cancel': ticket => {
      imports.cancel(ticket)
      return ok(null)
    },
    'import:end': ticket => {
      imports.end(ticket)
      return ok(null)
    }
  }
}
