import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { readZip } from '../../core/archive/read-zip'
import { withoutNotes } from '../../core/formats/exchange/without-notes'
import type { SourceFile } from '../../core/formats/format'
import { CommandFailure, fileFailure } from '../io'

/** More would not fit into memory whole; larger projects come as a dataset or JSONL. */
const maximumBytes = 400 * 1024 * 1024

/** The files at these paths: folders walked through, archives of a corpus taken apart, notes of an export left out. */
export function collectFiles(paths: readonly string[]): SourceFile[] {
  const files: SourceFile[] = []
  let bytes = 0
  const add = (file: string, name: string) => {
    const content = readWhole(file)
    bytes += content.length
    if (bytes > maximumBytes)
      throw new CommandFailure({
        code: 'too-large',
        message: 'These files are more than 400 MB together.',
        place: file
      })
    files.push({ name, bytes: content })
  }
  for (const given of paths) {
    if (isFolder(given)) for (const file of filesUnder(given)) add(path.join(given, file), file)
    else add(given, path.basename(given))
  }
  const all = files.flatMap(file => (/\.zip$/i.test(file.name) ? unzipped(file) : [file]))
  const data = withoutNotes(all)
  return data.length === 0 ? all : data
}

export function isFolder(file: string): boolean {
  try {
    return statSync(file).isDirectory()
  } catch (error) {
    throw fileFailure(error, file)
  }
}

function readWhole(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (error) {
    throw fileFailure(error, file)
  }
}

/** Names with `/`, in order; hidden files and links are passed over. */
function filesUnder(folder: string, inside = ''): string[] {
  return readdirSync(path.join(folder, inside), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(entry => {
      const name = inside === '' ? entry.name : `${inside}/${entry.name}`
      if (entry.name.startsWith('.')) return []
      if (entry.isDirectory()) return filesUnder(folder, name)
      return entry.isFile() ? [name] : []
    })
}

function unzipped(file: SourceFile): SourceFile[] {
  const read = readZip(file.bytes, file.name)
  if (!read.ok) throw new CommandFailure(read.error)
  return read.value
}
