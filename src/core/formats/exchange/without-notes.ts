import type { SourceFile } from '../format'
import { startOfText } from './start-of-text'

/** The files without the notes that our exports carry beside their data: they are for people to read. */
export function withoutNotes<File extends SourceFile>(files: readonly File[]): File[] {
  const folders = files.filter(isLosses).map(({ name }) => folderOf(name))
  return files.filter(file => {
    const isMethods = baseOf(file.name) === 'methods.md' && folders.includes(folderOf(file.name))
    return !isMethods && !isLosses(file)
  })
}

function isLosses(file: SourceFile): boolean {
  return baseOf(file.name) === 'losses.json' && startOfText(file, 512).includes('"counterpoint-losses"')
}

function baseOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1)
}

function folderOf(name: string): string {
  return name.slice(0, name.lastIndexOf('/') + 1)
}
