import { CircleAlert } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Bridge } from '../../../contract/ipc'
import { prepareInSteps, type PreparedExport } from '../../../core/export/prepare-export'
import type { FormatIssue, WriteContext } from '../../../core/formats/format'
import { formats } from '../../../core/formats/registry'
import type { ArticleId, ProjectId } from '../../../core/project/ids'
import type { Failure, Result } from '../../../core/result'
import type { Workspace } from '../../persistence/workspace'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { FailureList } from '../../ui/FailureList'
import { runInSlices } from '../../ui/in-slices'
import { ProgressBar } from '../../ui/ProgressBar'
import { readChoices, rememberChoices, toExportOptions, type ExportChoices } from './export-choices'
import { ExportChoicesPanel } from './ExportChoicesPanel'
import { ExportFacts } from './ExportFacts'
import { ExportPreview } from './ExportPreview'
import { FormatList } from './FormatList'
import { countRows } from './row-counts'
import { saveExport, type Exported } from './save-export'
import { usePreparedExport } from './use-prepared-export'
import { useProjectData } from './use-project-data'
import './export.css'

interface ExportDialogProps {
  bridge: Bridge
  workspace: Workspace
  projectId: ProjectId
  /** The open article; null when none is. */
  articleId: ArticleId | null
  articleCount: number
  generator: WriteContext['generator']
  now(): string
  onExported(exported: Exported): void
  onClose(): void
}

/** More would not be read on screen; the notes have them all. */
const shownIssues = 50

/** Saves the project, or what is chosen of it, in a format of the registry. */
export function ExportDialog(props: ExportDialogProps) {
  const { bridge, workspace, projectId, articleId, articleCount, generator, onClose } = props
  const writable = formats.filter(format => format.write !== undefined)
  const [choices, setChoices] = useState<ExportChoices>(() => readChoices(localStorage))
  const change = (part: Partial<ExportChoices>) => setChoices(before => ({ ...before, ...part }))
  useEffect(() => rememberChoices(choices, localStorage), [choices])
  const format = writable.find(({ id }) => id === choices.formatId) ?? writable[0]
  const [loaded, failure] = useProjectData(
    bridge,
    workspace,
    projectId,
    choices.scope === 'article' ? articleId : null
  )
  const { data, source } = loaded ?? { data: null, source: null }
  const counts = useMemo(() => countRows(data), [data])
  const options =
    data === null || format === undefined
      ? null
      : toExportOptions(choices, format, { layers: data.codebook.layers, annotators: data.annotators })
  const context = { generator, exportedAt: data?.project.updatedAt ?? '' }
  const made = usePreparedExport(source, format, options, context)
  const { save, cancel, written, problem, leftOut } = useSaving(props)
  const canSave = source !== null && options !== null && format !== undefined && made.failure === null
  const saveNow = () => {
    if (canSave && written === null)
      void save(
        signal =>
          runInSlices(
            prepareInSteps(source, format, options, { generator, exportedAt: props.now() }),
            signal
          ),
        format.name
      )
  }
  if (leftOut.length > 0)
    return (
      <FailureList
        title="Exported, with something left out"
        summary="The file was saved. It does not carry the following; the project still does."
        entries={shortened(leftOut)}
        onClose={onClose}
      />
    )
  const footer = (
    <>
      {written !== null && (
        <ProgressBar
          label={`Writing, ${Math.round(written / 1000).toLocaleString('en')} kB so far`}
          done={0}
          total={0}
        />
      )}
      <span className="export-grow" />
      <Button onClick={() => (written === null ? onClose() : cancel())} keys={['Esc']}>
        Cancel
      </Button>
      <Button look="primary" keys={['Ctrl', '↵']} disabled={!canSave || written !== null} onClick={saveNow}>
        Save
      </Button>
    </>
  )
  return (
    <Dialog title="Export" className="export-dialog" onClose={onClose} footer={footer}>
      <div
        className="export-columns"
        onKeyDown={event => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) saveNow()
        }}
      >
        <FormatList formats={writable} chosen={format} onChoose={({ id }) => change({ formatId: id })} />
        <div className="export-side">
          {format !== undefined && (
            <ExportChoicesPanel
              {...{ choices, format, data, counts, articleCount }}
              hasOpenArticle={articleId !== null}
              onChange={change}
            />
          )}
          <ExportPreview shown={made.shown} problem={(failure ?? made.failure)?.message ?? null} />
          {format !== undefined && <ExportFacts format={format} prepared={made.shown?.prepared ?? null} />}
          {problem !== null && (
            <p className="export-problem" role="alert">
              <CircleAlert size={14} aria-hidden="true" />
              Not exported: {problem.message} Nothing was changed on the disk.
            </p>
          )}
        </div>
      </div>
    </Dialog>
  )
}

/** Null when it was cancelled. */
type Preparing = (signal: AbortSignal) => Promise<{ value: Result<PreparedExport> } | null>

/** One saving at a time: how far it is, how it is cancelled, and what came of it. */
function useSaving({ bridge, onExported, onClose }: ExportDialogProps) {
  const [written, setWritten] = useState<number | null>(null)
  const [problem, setProblem] = useState<Failure | null>(null)
  const [leftOut, setLeftOut] = useState<readonly FormatIssue[]>([])
  const abort = useRef<AbortController | null>(null)
  useEffect(() => () => abort.current?.abort(), [])

  const save = async (prepare: Preparing, formatName: string) => {
    const { signal } = (abort.current = new AbortController())
    setProblem(null)
    setWritten(0)
    const prepared = await prepare(signal)
    if (prepared === null) return setWritten(null)
    const result = prepared.value.ok
      ? await saveExport(bridge, prepared.value.value, formatName, { signal, onProgress: setWritten })
      : prepared.value
    setWritten(null)
    if (!result.ok) return result.error.code === 'cancelled' ? undefined : setProblem(result.error)
    if (result.value === null) return
    onExported(result.value)
    if (result.value.issues.length === 0) onClose()
    else setLeftOut(result.value.issues)
  }
  return { save, cancel: () => abort.current?.abort(), written, problem, leftOut }
}

function shortened(issues: readonly FormatIssue[]): readonly FormatIssue[] {
  if (issues.length <= shownIssues) return issues
  const rest = (issues.length - shownIssues).toLocaleString('en')
  return [
    ...issues.slice(0, shownIssues),
    { place: '', message: `And ${rest} more. The notes list them all.` }
  ]
}
