import { useEffect, useState } from 'react'
import type { SourceFile } from './import-articles'

export interface DroppedFiles {
  files: SourceFile[]
  problems: { place: string; message: string }[]
}

/** Files larger than this are refused before they are read. */
const largestBytes = 256 * 1024 * 1024

/** Takes files dropped anywhere on the window; answers whether some are being dragged over it. */
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
      const items = [...(event.dataTransfer?.items ?? [])]
      const folders = items
        .filter(item => item.webkitGetAsEntry()?.isDirectory === true)
        .map(item => item.getAsFile()?.name ?? '')
      void readFiles([...(event.dataTransfer?.files ?? [])], folders).then(onDrop)
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

async function readFiles(dropped: readonly File[], folders: readonly string[]): Promise<DroppedFiles> {
  const result: DroppedFiles = { files: [], problems: [] }
  for (const file of dropped) {
    if (folders.includes(file.name)) {
      result.problems.push({ place: file.name, message: 'This is a folder. Drop the files in it instead.' })
    } else if (file.size > largestBytes) {
      result.problems.push({ place: file.name, message: 'This file is larger than 256 MB.' })
    } else {
      try {
        result.files.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
      } catch {
        result.problems.push({ place: file.name, message: 'This file could not be read.' })
      }
    }
  }
  return result
}
