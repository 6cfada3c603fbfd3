import { Check, CircleAlert, Minus } from 'lucide-react'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { Bridge } from '../../../contract/ipc'
import type { Format, FormatIssue, WriteContext } from '../../../core/formats/format'
import { formats } from '../../../core/formats/registry'
import { describeLosses } from '../../../core/formats/losses'
import { sourceOf } from '../../../core/formats/project-source'
import type { ProjectData } from '../../../core/project/entities'
import type { ArticleId, ProjectId } from '../../../core/project/ids'
import type { Failure, Result } from '../../../core/result'
import { dataForExport } from '../../persistence/data-for-export'
import type { Workspace } from '../../persistence/workspace'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { FailureList } from '../../ui/FailureList'
import { ProgressBar } from '../../ui/ProgressBar'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { summariseCompleteness } from './completeness-summary'
import { exportProject, type Exported } from './export-dataset'
import { ExportPreview } from './ExportPreview'
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

type Scope = 'article' | 'all'

/** Saves the project, or one article of it, in a format of the registry. */
export function ExportDialog(props: ExportDialogProps) {
  const { bridge, workspace, projectId, articleId, articleCount, generator, now, onExported, onClose } = props
  const writable = formats.filter(format => format.write !== undefined)
  const [format, setFormat] = useState<Format | undefined>(writable[0])
  const [scope, setScope] = useState<Scope>('all')
  const [data, failure] = useProjectData(bridge, workspace, projectId, scope === 'article' ? articleId : null)
  const [written, setWritten] = useState<number | null>(null)
  const [problem, setProblem] = useState<Failure | null>(null)
  const [leftOut, setLeftOut] = useState<readonly FormatIssue[]>([])
  const abort = useRef<AbortController | null>(null)
  useEffect(() => () => abort.current?.abort(), [])

  const save = async () => {
    if (data === null || format === undefined || written !== null) return
    abort.current = new AbortController()
    setProblem(null)
    setWritten(0)
    const context = { generator, exportedAt: now() }
    const result = await exportProject(bridge, format, sourceOf(data), context, {
      signal: abort.current.signal,
      onProgress: setWritten
    })
    setWritten(null)
    if (!result.ok) return result.error.code === 'cancelled' ? undefined : setProblem(result.error)
    if (result.value === null) return
    onExported(result.value)
    if (result.value.issues.length === 0) onClose()
    else setLeftOut(result.value.issues)
  }
  if (leftOut.length > 0)
    return (
      <FailureList
        title="Exported, with something left out"
        summary="The file was saved. It does not carry the following; the project still does."
        entries={leftOut}
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
      <Button onClick={() => (written === null ? onClose() : abort.current?.abort())} keys={['Esc']}>
        Cancel
      </Button>
      <Button
        look="primary"
        keys={['Ctrl', '↵']}
        disabled={data === null || written !== null}
        onClick={() => void save()}
      >
        Save
      </Button>
    </>
  )
  return (
    <Dialog title="Export" className="export-dialog" onClose={onClose} footer={footer}>
      <div
        className="export-columns"
        onKeyDown={event => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save()
        }}
      >
        <FormatList formats={writable} chosen={format} onChoose={setFormat} />
        <div className="export-side">
          {articleId !== null && articleCount > 1 && (
            <div>
              <p className="export-label" aria-hidden="true">
                Articles
              </p>
              <SegmentedControl<Scope>
                label="Articles to export"
                options={[
                  { id: 'article', name: 'This article' },
                  { id: 'all', name: `All ${articleCount}` }
                ]}
                value={scope}
                onChange={setScope}
              />
            </div>
          )}
          <ExportPreview
            data={data}
            format={format}
            version={generator.version}
            problem={failure?.message ?? null}
          />
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

/** What is to be exported, read once all is saved; nothing while the chosen articles are being read. */
function useProjectData(
  bridge: Bridge,
  workspace: Workspace,
  projectId: ProjectId,
  articleId: ArticleId | null
) {
  const [loaded, setLoaded] = useState<{ articleId: ArticleId | null; read: Result<ProjectData> } | null>(
    null
  )
  useEffect(() => {
    let isCurrent = true
    void workspace
      .whenIdle()
      .then(() =>
        dataForExport(
          { database: workspace.database, bridge },
          projectId,
          articleId === null ? undefined : [articleId]
        )
      )
      .then(read => {
        if (isCurrent) setLoaded({ articleId, read })
      })
    return () => {
      isCurrent = false
    }
  }, [bridge, workspace, projectId, articleId])
  // What was read for another choice of articles must not be saved under this one.
  const read = loaded?.articleId === articleId ? loaded.read : undefined
  return [read?.ok === true ? read.value : null, read?.ok === false ? read.error : null] as const
}

interface FormatListProps {
  formats: readonly Format[]
  chosen: Format | undefined
  onChoose(format: Format): void
}

function FormatList({ formats, chosen, onChoose }: FormatListProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const at = formats.findIndex(format => format === chosen)
    const last = formats.length - 1
    const targets: Readonly<Record<string, number>> = {
      ArrowDown: Math.min(at + 1, last),
      ArrowUp: Math.max(at - 1, 0),
      Home: 0,
      End: last
    }
    const next = formats[targets[event.key] ?? -1]
    if (next === undefined) return
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
              {lossesInWords(format)}
            </em>
          </li>
        ))}
      </ul>
    </div>
  )
}

function lossesInWords({ losses }: Format): string {
  if (losses.length === 0) return 'Nothing is lost'
  return `Left out: ${describeLosses(losses)
    .map(loss => loss.charAt(0).toLowerCase() + loss.slice(1))
    .join('; ')}`
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
