import { CircleAlert } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { Bridge } from '../../../contract/ipc'
import type { Registers } from '../../../core/annotation/describe'
import type { Study } from '../../../core/project/study'
import type { Figure } from '../../../core/report/figure'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { ProgressBar } from '../../ui/ProgressBar'
import { FigurePreview } from './FigurePreview'
import { reportFormats, saveReport, type ReportFormat } from './report-formats'
import './report.css'

export interface SaveReportDialogProps {
  bridge: Bridge
  study: Study
  registers: Registers
  /** Those of the view it was opened from: chosen at first. */
  figures: readonly Figure[]
  /** The rest of what the study can be shown as. */
  others: readonly Figure[]
  appVersion: string
  projectTitle: string
  now(): string
  onSaved(path: string): void
  onClose(): void
}

/** Saves what a view shows as pictures, tables or a report. */
export function SaveReportDialog(props: SaveReportDialogProps) {
  const { figures, others, onClose } = props
  const all = [...figures, ...others]
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(figures.map(({ id }) => id)))
  const [shown, setShown] = useState<Figure | undefined>(all[0])
  const [format, setFormat] = useState<ReportFormat>('svg')
  const [parts, setParts] = useState({ hasTables: true, hasQuotations: true })
  const { save, cancel, isSaving, problem } = useSaving({
    ...props,
    ...parts,
    format,
    figures: all.filter(({ id }) => chosen.has(id))
  })
  const toggle = (figure: Figure) => {
    const next = new Set(chosen)
    if (!next.delete(figure.id)) next.add(figure.id)
    setChosen(next)
    setShown(figure)
  }
  const isReport = format === 'html' || format === 'pdf'
  return (
    <Dialog
      title="Save picture, table or report"
      className="report-dialog"
      onClose={onClose}
      footer={
        <>
          {isSaving && <ProgressBar label="Saving …" done={0} total={0} />}
          <span className="grow" />
          <Button onClick={isSaving ? cancel : onClose} keys={['Esc']}>
            Cancel
          </Button>
          <Button
            look="primary"
            keys={['Ctrl', '↵']}
            disabled={chosen.size === 0 || isSaving}
            onClick={() => void save()}
          >
            Save
          </Button>
        </>
      }
    >
      <div
        className="report-columns"
        onKeyDown={event => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && chosen.size > 0) void save()
        }}
      >
        <div className="report-choices">
          <fieldset>
            <legend>Figures</legend>
            {all.map(figure => (
              <label key={figure.id} data-shown={figure === shown}>
                <input
                  type="checkbox"
                  checked={chosen.has(figure.id)}
                  onChange={() => toggle(figure)}
                  onFocus={() => setShown(figure)}
                />
                {figure.title}
              </label>
            ))}
          </fieldset>
          <fieldset role="radiogroup" aria-label="Save as">
            <legend>Save as</legend>
            {reportFormats.map(({ id, name, hint }) => (
              <label key={id}>
                <input
                  type="radio"
                  name="report-format"
                  checked={id === format}
                  onChange={() => setFormat(id)}
                />
                <span>
                  {name}
                  <em>{hint}</em>
                </span>
              </label>
            ))}
          </fieldset>
          <fieldset disabled={!isReport}>
            <legend>In the report</legend>
            <label>
              <input
                type="checkbox"
                checked={parts.hasTables}
                onChange={() => setParts({ ...parts, hasTables: !parts.hasTables })}
              />
              Tables
            </label>
            <label>
              <input
                type="checkbox"
                checked={parts.hasQuotations}
                onChange={() => setParts({ ...parts, hasQuotations: !parts.hasQuotations })}
              />
              Quotations with their sources
            </label>
          </fieldset>
        </div>
        <div className="report-side">
          {shown === undefined ? <p>There is nothing to save yet.</p> : <FigurePreview figure={shown} />}
          {problem !== null && (
            <p className="report-problem" role="alert">
              <CircleAlert size={14} aria-hidden="true" />
              Not saved: {problem} Nothing was changed on the disk.
            </p>
          )}
        </div>
      </div>
    </Dialog>
  )
}

interface Saving extends SaveReportDialogProps {
  format: ReportFormat
  hasTables: boolean
  hasQuotations: boolean
}

function useSaving(saving: Saving) {
  const { bridge, appVersion, now, onSaved, onClose } = saving
  const [isSaving, setSaving] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const abort = useRef<AbortController | null>(null)
  useEffect(() => () => abort.current?.abort(), [])
  const save = async () => {
    if (isSaving) return
    abort.current = new AbortController()
    setProblem(null)
    setSaving(true)
    const generator = { name: 'Counterpoint', version: appVersion }
    const result = await saveReport(
      bridge,
      { ...saving, generator, now: now() },
      { signal: abort.current.signal, onProgress: () => undefined }
    )
    setSaving(false)
    if (!result.ok) return result.error.code === 'cancelled' ? undefined : setProblem(result.error.message)
    if (result.value === null) return
    onSaved(result.value.path)
    onClose()
  }
  return { save, cancel: () => abort.current?.abort(), isSaving, problem }
}
