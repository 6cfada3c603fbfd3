import { useEffect, useState } from 'react'
import type { DroppedFile } from './send-files'

export interface DroppedFiles {
  files: DroppedFile[]
  problems: { place: string; message: string }[]
}

/** Files larger than this are refused before they are read. */
const largestBytes = 256 * 1024 * 1024
/** A folder of more files than this is not a folder of articles. */
const maximumFiles = 10_000

/** Takes files and folders dropped anywhere on the window; answers whether some are being dragged over it. */
export function useFileDrop(onDrop: (dropped: DroppedFiles) => void): boolean {
  const [isOver, setIsOver] = useState(false)
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setIsOver(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setIsOver(false)
    }
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setIsOver(false)
      // Both lists are empty again once this event is over.
      const entries = [...(event.dataTransfer?.items ?? [])].map(item => item.webkitGetAsEntry())
      const files = [...(event.dataTransfer?.files ?? [])]
      void collect(files, entries).then(onDrop)
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [onDrop])
  return isOver
}

async function collect(
  dropped: readonly File[],
  entries: readonly (FileSystemEntry | null)[]
): Promise<DroppedFiles> {
  const result: DroppedFiles = { files: [], problems: [] }
  const folders = entries.filter(entry => entry?.isDirectory === true)
  for (const file of dropped)
    if (!folders.some(folder => folder?.name === file.name)) add(result, file.name, file)
  for (const folder of folders) if (folder !== null) await collectFolder(folder, result)
  return result
}

function add(result: DroppedFiles, name: string, file: File): void {
  if (file.size > largestBytes) {
    result.problems.push({ place: name, message: 'This file is larger than 256 MB.' })
  } else result.files.push({ name, file })
}

/** Everything in a folder, in the order of names; what is hidden is passed over. */
async function collectFolder(folder: FileSystemEntry, result: DroppedFiles): Promise<void> {
  const waiting: { entry: FileSystemEntry; name: string }[] = [{ entry: folder, name: folder.name }]
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { entry, name } = next
    if (result.files.length >= maximumFiles) {
      const message = `This folder has more than ${maximumFiles.toLocaleString('en')} files; the rest was left out.`
      result.problems.push({ place: name, message })
      return
    }
    try {
      if (isDirectory(entry)) {
        const children = await childrenOf(entry)
        for (const child of children.toSorted((a, b) => (a.name < b.name ? -1 : 1)))
          if (!child.name.startsWith('.')) waiting.push({ entry: child, name: `${name}/${child.name}` })
      } else if (isFile(entry)) add(result, name, await fileOf(entry))
    } catch {
      result.problems.push({ place: name, message: 'This file could not be read.' })
    }
  }
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject))
}

/** A reader answers at most a hundred entries at a time, and none at the end. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const children: FileSystemEntry[] = []
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject)
    )
    if (batch.length === 0) return children
    children.push(...batch)
  }
}
