import { useEffect, useMemo, useState } from 'react'
import type { Format, OutgoingFile } from '../../../core/formats/format'
import { sourceOf } from '../../../core/formats/project-source'
import type { ProjectData } from '../../../core/project/entities'
import { measureBytes, previewOf } from './export-dataset'

interface ExportPreviewProps {
  /** Null while the project is being read. */
  data: ProjectData | null
  format: Format | undefined
  version: string
  /** Why there is nothing to preview. */
  problem: string | null
}

const previewLines = 80

/** The beginning of the file as it will be, its name and how large it becomes. */
export function ExportPreview({ data, format, version, problem }: ExportPreviewProps) {
  const file = useMemo(() => {
    if (data === null) return undefined
    const context = { generator: { name: 'Counterpoint', version }, exportedAt: data.project.updatedAt }
    const [first] = format?.write?.(sourceOf(data), context).files ?? []
    return first
  }, [data, format, version])
  const text = useMemo(() => (file === undefined ? null : beginningOf(file)), [file])
  const bytes = useMeasuredBytes(file)
  return (
    <section className="export-preview" aria-label="Export preview">
      <header>
        <span>Preview, first {previewLines} lines</span>
        <span>
          {file !== undefined && [file.name, ...(bytes === null ? [] : [describeBytes(bytes)])].join(', ')}
        </span>
      </header>
      <pre tabIndex={0}>{problem ?? text ?? 'Reading the project…'}</pre>
    </section>
  )
}

function beginningOf(file: OutgoingFile): string {
  try {
    return previewOf(file.chunks, previewLines)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function useMeasuredBytes(file: OutgoingFile | undefined): number | null {
  const [measured, setMeasured] = useState<{ file: OutgoingFile; bytes: number | null } | null>(null)
  useEffect(() => {
    if (file === undefined) return
    const abort = new AbortController()
    void measureBytes(file.chunks, abort.signal).then(bytes => {
      if (!abort.signal.aborted) setMeasured({ file, bytes })
    })
    return () => abort.abort()
  }, [file])
  return measured !== null && measured.file === file ? measured.bytes : null
}

/** "about 19 kB": decimal units, as file managers show them. */
function describeBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  if (bytes < 1_000_000) return `about ${Math.round(bytes / 1000)} kB`
  return `about ${(bytes / 1_000_000).toLocaleString('en', { maximumFractionDigits: 1 })} MB`
}
