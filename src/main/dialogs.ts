import { extname, join } from 'node:path'
import { app, dialog, type BrowserWindow, type FileFilter } from 'electron'
import type { RequestArguments } from '../contract/ipc'

type OpenKind = RequestArguments<'files:open'>[0]
type ImportKind = RequestArguments<'import:choose'>[0]

const openDialogs: Readonly<Record<OpenKind, { title: string; filters: FileFilter[] }>> = {
  articles: {
    title: 'Open text',
    filters: [
      { name: 'Texts', extensions: ['txt', 'md', 'markdown'] },
      { name: 'All files', extensions: ['*'] }
    ]
  },
  codebook: {
    title: 'Import codebook',
    filters: [
      { name: 'Counterpoint codebook', extensions: ['counterpoint-codebook.json', 'json'] },
      { name: 'All files', extensions: ['*'] }
    ]
  }
}

/** Asks which files to open. Answers absolute paths; none when cancelled. */
export async function askWhichFiles(window: BrowserWindow, kind: OpenKind): Promise<string[]> {
  const answer = await dialog.showOpenDialog(window, {
    ...openDialogs[kind],
    properties: kind === 'articles' ? ['openFile', 'multiSelections'] : ['openFile']
  })
  return answer.canceled ? [] : answer.filePaths
}

/** Without their dots, as dialogs want them; those with two dots are known by their last part. */
function lastParts(extensions: readonly string[]): string[] {
  return [...new Set(extensions.map(extension => extension.slice(extension.lastIndexOf('.') + 1)))]
}

/** What articles come in. The readers know; they live in another process. */
const articleExtensions = lastParts(
  '.txt .md .markdown .html .htm .xhtml .docx .docm .odt .ott .fodt .rtf .pdf .epub .csv .tsv .jsonl .ndjson .zip'.split(
    ' '
  )
)

/** The formats are loaded when they are asked for: the start of the app would wait for all of them. */
async function datasetExtensions(): Promise<string[]> {
  const { formats } = await import('../core/formats/registry')
  return lastParts([
    ...formats.flatMap(format => (format.read === undefined ? [] : format.extensions)),
    '.zip'
  ])
}

/** Asks what to import: files, of one format or many, or a folder. Answers absolute paths; none when cancelled. */
export async function askWhatToImport(window: BrowserWindow, kind: ImportKind): Promise<string[]> {
  const isDataset = kind === 'dataset'
  const filter = isDataset
    ? { name: 'Datasets and annotations', extensions: await datasetExtensions() }
    : { name: 'Articles', extensions: articleExtensions }
  const titles = { articles: 'Import articles', folder: 'Import folder', dataset: 'Import dataset' }
  const answer = await dialog.showOpenDialog(window, {
    title: titles[kind],
    filters: [filter, { name: 'All files', extensions: ['*'] }],
    properties: kind === 'folder' ? ['openDirectory'] : ['openFile', 'multiSelections']
  })
  return answer.canceled ? [] : answer.filePaths
}

/** Asks where to save. Answers an absolute path, or undefined when cancelled. */
export async function askWhereToSave(
  window: BrowserWindow,
  suggestion: RequestArguments<'export:begin'>[0]
): Promise<string | undefined> {
  const name = safeFileName(suggestion.defaultName)
  const extension = extname(name).slice(1)
  const answer = await dialog.showSaveDialog(window, {
    title: `Export as ${suggestion.formatName}`,
    defaultPath: join(app.getPath('documents'), name),
    filters: extension === '' ? [] : [{ name: suggestion.formatName, extensions: [extension] }],
    properties: ['showOverwriteConfirmation']
  })
  return answer.canceled || answer.filePath === '' ? undefined : answer.filePath
}

/** Asks which project bundle to open. */
export async function askForBundle(window: BrowserWindow): Promise<string | undefined> {
  const answer = await dialog.showOpenDialog(window, {
    title: 'Import project',
    filters: [
      { name: 'Counterpoint project', extensions: ['counterpoint-project'] },
      { name: 'All files', extensions: ['*'] }
    ],
    properties: ['openFile']
  })
  return answer.canceled ? undefined : answer.filePaths[0]
}

/** Asks for a folder, which may be made on the way. */
export async function askForFolder(window: BrowserWindow, title: string): Promise<string | undefined> {
  const properties = ['openDirectory' as const, 'createDirectory' as const]
  const answer = await dialog.showOpenDialog(window, { title, properties })
  return answer.canceled ? undefined : answer.filePaths[0]
}

/** Asks whether the window may close although something is not saved. */
export async function askWhetherToClose(window: BrowserWindow, reason: string): Promise<boolean> {
  const answer = await dialog.showMessageBox(window, {
    type: 'warning',
    title: 'Counterpoint',
    message: 'Your last change is not saved.',
    detail: `${reason} If the window closes now, this change is lost. Everything before it is safe.`,
    buttons: ['Keep open', 'Close without it'],
    defaultId: 0,
    cancelId: 0,
    noLink: true
  })
  return answer.response === 1
}

/** A suggested name comes from a project's title: it must not lead into another folder. */
export function safeFileName(name: string): string {
  const plain = name.replace(/[/\\:*?"<>|\u0000-\u001f]/g, '-').replace(/^\.+/, '')
  return plain === '' ? 'export' : plain
}
