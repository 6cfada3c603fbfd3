import { Check, CircleAlert, Minus } from 'lucide-react'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { Bridge } from '../../../contract/ipc'
import type { Format, WriteContext } from '../../../core/formats/format'
import { formats } from '../../../core/formats/registry'
import type { ProjectData } from '../../../core/project/entities'
import type { ArticleId, ProjectId } from '../../../core/project/ids'
import type { Failure } from '../../../core/result'
import { loadProjectData } from '../../persistence/load-project-data'
import type { Workspace } from '../../persistence/workspace'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { ProgressBar } from '../../ui/ProgressBar'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { summariseCompleteness } from './completeness-summary'
import { exportProject, previewOf, type Exported } from './export-dataset'
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

const previewLines = 80
type Scope = 'article' | 'all'

/** Saves the project, or one article of it, in a format of the registry. */
export function ExportDialog(props: ExportDialogProps) {
  const { bridge, workspace, projectId, articleId, articleCount, generator, now, onExported, onClose } = props
  const writable = formats.filter(format => format.write !== undefined)
  const [format, setFormat] = useState<Format | undefined>(writable[0])
  const [scope, setScope] = useState<Scope>('all')
  const [data, failure] = useProjectData(workspace, projectId, scope === 'article' ? articleId : null)
  const [written, setWritten] = useState<number | null>(null)
  const [problem, setProblem] = useState<Failure | null>(null)
  const abort = useRef<AbortController | null>(null)
  useEffect(() => () => abort.current?.abort(), [])

  const save = async () => {
    if (data === null || format === undefined) return
    abort.current = new AbortController()
    setProblem(null)
    setWritten(0)
    const context = { generator, exportedAt: now() }
    const result = await exportProject(bridge, format, data, context, {
      signal: abort.current.signal,
      onProgress: progress => setWritten(progress.written)
    })
    setWritten(null)
    if (!result.ok) return result.error.code === 'cancelled' ? undefined : setProblem(result.error)
    if (result.value === null) return
    onExported(result.value)
    onClose()
  }
  const footer = (
    <>
      {written !== null && (
        <ProgressBar
          label={`Writing, ${Math.round(written / 1000).toLocaleString('en')} kB so far`}
          done={0}
          total={0}
          onCancel={() => abort.current?.abort()}
        />
      )}
      <span className="export-grow" />
      <Button onClick={onClose} keys={['Esc']}>
        Cancel
      </Button>
      <Button look="primary" disabled={data === null || written !== null} onClick={() => void save()}>
        Save
      </Button>
    </>
  )
  return (
    <Dialog title="Export" className="export-dialog" onClose={onClose} footer={footer}>
      <div className="export-columns">
        <FormatList formats={writable} chosen={format} onChoose={setFormat} />
        <div className="export-side">
          {articleId !== null && articleCount > 1 && (
            <SegmentedControl<Scope>
              label="Articles to export"
              options={[
                { id: 'article', name: 'This article' },
                { id: 'all', name: `All ${articleCount}` }
              ]}
              value={scope}
              onChange={setScope}
            />
          )}
          <Preview data={data} format={format} context={{ generator, exportedAt: now() }} failure={failure} />
          {data !== null && <Completeness data={data} />}
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

function useProjectData(workspace: Workspace, projectId: ProjectId, articleId: ArticleId | null) {
  const [state, setState] = useState<[ProjectData | null, Failure | null]>([null, null])
  useEffect(() => {
    let isCurrent = true
    void workspace
      .whenIdle()
      .then(() =>
        loadProjectData(workspace.database, projectId, articleId === null ? undefined : [articleId])
      )
      .then(loaded => {
        if (isCurrent) setState(loaded.ok ? [loaded.value, null] : [null, loaded.error])
      })
    return () => {
      isCurrent = false
    }
  }, [workspace, projectId, articleId])
  return state
}

interface FormatListProps {
  formats: readonly Format[]
  chosen: Format | undefined
  onChoose(format: Format): void
}

function FormatList({ formats, chosen, onChoose }: FormatListProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const next = formats[formats.findIndex(format => format === chosen) + by]
    if (by === 0 || next === undefined) return
    event.preventDefault()
    onChoose(next)
  }
  return (
    <div>
      <p className="export-label" aria-hidden="true">
        Format
      </p>
      <ul
        className="export-formats"
        role="listbox"
        aria-label="Export format"
        tabIndex={0}
        aria-activedescendant={chosen === undefined ? undefined : `format-${chosen.id}`}
        onKeyDown={onKeyDown}
      >
        {formats.map(format => (
          <li
            key={format.id}
            id={`format-${format.id}`}
            role="option"
            aria-selected={format === chosen}
            onClick={() => onChoose(format)}
          >
            <b>{format.name}</b>
            <span>{format.description}</span>
            <em>
              {format.losses.length === 0 ? (
                <Check size={12} aria-hidden="true" />
              ) : (
                <Minus size={12} aria-hidden="true" />
              )}
              {format.losses.length === 0 ? 'Nothing is lost' : format.losses.join('. ')}
            </em>
          </li>
        ))}
      </ul>
    </div>
  )
}

interface PreviewProps {
  data: ProjectData | null
  format: Format | undefined
  context: WriteContext
  failure: Failure | null
}

function Preview({ data, format, context, failure }: PreviewProps) {
  const { version } = context.generator
  const preview = useMemo(() => {
    if (data === null || format?.write === undefined) return null
    const file = format.write(data, {
      generator: { name: 'Counterpoint', version },
      exportedAt: data.project.updatedAt
    }).files[0]
    if (file === undefined) return null
    try {
      return { name: file.name, text: previewOf(file.chunks, previewLines) }
    } catch (error) {
      return { name: file.name, text: error instanceof Error ? error.message : String(error) }
    }
  }, [data, format, version])
  return (
    <section className="export-preview" aria-label="Export preview">
      <header>
        <span>Preview, first {previewLines} lines</span>
        <span>{preview?.name}</span>
      </header>
      <pre tabIndex={0}>{failure !== null ? failure.message : (preview?.text ?? 'Reading the project…')}</pre>
    </section>
  )
}

function Completeness({ data }: { data: ProjectData }) {
  const { annotations, incomplete, missing } = useMemo(() => summariseCompleteness(data), [data])
  return (
    <div className="export-completeness" role="group" aria-label="Validation">
      <p>
        <Check size={14} aria-hidden="true" />
        {annotations === 1 ? '1 annotation' : `${annotations.toLocaleString('en')} annotations`} in{' '}
        {data.articles.length === 1 ? '1 article' : `${data.articles.length} articles`}; quotations are
        checked against the text as they are written.
      </p>
      {incomplete > 0 && (
        <p className="is-warning">
          <CircleAlert size={14} aria-hidden="true" />
          {incomplete === 1 ? '1 annotation is' : `${incomplete} annotations are`} incomplete:{' '}
          {missing
            .slice(0, 4)
            .map(({ name, count }) => `${name} (${count})`)
            .join(', ')}
          {missing.length > 4 && ', …'}
        </p>
      )}
    </div>
  )
}
