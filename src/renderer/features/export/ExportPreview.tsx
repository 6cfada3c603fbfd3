import { CircleAlert } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import type { OutgoingFile } from '../../../core/formats/format'
import { runInSlices } from '../../ui/in-slices'
import { countBytes, previewOf } from './save-export'
import type { ShownExport } from './use-prepared-export'

interface ExportPreviewProps {
  /** Null while the project is being read, or when it cannot be written. */
  shown: ShownExport | null
  /** Why there is nothing to preview. */
  problem: string | null
}

const previewLines = 80

/** The beginning of each file as it will be, the name of what is saved and how large it becomes. */
export function ExportPreview({ shown, problem }: ExportPreviewProps) {
  const [chosen, setChosen] = useState<string | null>(null)
  const file = shown?.files.find(({ name }) => name === chosen) ?? shown?.files[0]
  const text = useBeginning(problem === null ? file : undefined)
  const whole = useMemo(() => shown?.prepared.asOneFile(), [shown])
  const bytes = useMeasuredBytes(whole)
  return (
    <section className="export-preview" aria-label="Export preview">
      <header>
        {problem !== null ? (
          <span>Preview</span>
        ) : shown !== null && shown.files.length > 1 ? (
          <label>
            Preview of{' '}
            <select value={file?.name} onChange={event => setChosen(event.target.value)}>
              {shown.files.map(({ name }) => (
                <option key={name}>{name}</option>
              ))}
            </select>
            {shown.hasMoreFiles && <span> and more files</span>}
          </label>
        ) : (
          <span>Preview, first {previewLines} lines</span>
        )}
        <span>
          {whole !== undefined && [whole.name, ...(bytes === null ? [] : [describeBytes(bytes)])].join(', ')}
        </span>
      </header>
      {problem === null ? (
        <pre tabIndex={0} aria-label="Beginning of the file">
          {text ?? 'Reading the project…'}
        </pre>
      ) : (
        <p className="is-problem">
          <CircleAlert size={14} aria-hidden="true" />
          {problem}
        </p>
      )}
    </section>
  )
}

function useBeginning(file: OutgoingFile | undefined): string | null {
  const [read, setRead] = useState<{ file: OutgoingFile; text: string } | null>(null)
  useEffect(() => {
    if (file === undefined) return
    const abort = new AbortController()
    void runInSlices(previewOf(file.chunks, previewLines), abort.signal)
      .then(done => done?.value ?? null)
      .catch((error: unknown) => (error instanceof Error ? error.message : String(error)))
      .then(text => {
        if (text !== null && !abort.signal.aborted) setRead({ file, text })
      })
    return () => abort.abort()
  }, [file])
  // The one before stays until the next is there: a preview that blinks at each choice cannot be read.
  return file === undefined ? null : (read?.text ?? null)
}

function useMeasuredBytes(file: OutgoingFile | undefined): number | null {
  const [measured, setMeasured] = useState<{ file: OutgoingFile; bytes: number | null } | null>(null)
  useEffect(() => {
    if (file === undefined) return
    const abort = new AbortController()
    void runInSlices(countBytes(file.chunks), abort.signal).then(done => {
      if (done !== null) setMeasured({ file, bytes: done.value })
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
