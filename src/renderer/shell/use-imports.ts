import { useCallback, useMemo, useState } from 'react'
import type { Bridge } from '../../contract/ipc'
import type { TableMeaning } from '../../core/importing/column-mapping'
import { shorten } from '../../core/annotation/describe'
import type { Article } from '../../core/project/entities'
import type { ArticleId, ProjectId } from '../../core/project/ids'
import { fail, type Result } from '../../core/result'
import { importDataset } from '../features/export/import-dataset'
import { importPasted, type ImportProblem } from '../features/library/import-articles'
import type { Twin } from '../features/library/find-twins'
import type { IncomingTable } from '../features/library/read-import'
import { sendFiles } from '../features/library/send-files'
import { useFileDrop, type DroppedFiles } from '../features/library/use-file-drop'
import type { Workspace } from '../persistence/workspace'
import { announce } from '../ui/LiveRegion'
import { notify } from '../ui/Toast'
import { bringIn, type BroughtIn, type FoundTwins, type ImportReport } from './bring-in'
import type { ProgressDialogProps } from './ProgressDialog'
import { useSession } from './session-store'
import { useProgress } from './use-progress'
import { useQuestion, type Question } from '../ui/use-question'

export interface Imports {
  chooseArticles(): Promise<void>
  chooseFolder(): Promise<void>
  chooseDataset(): Promise<void>
  openSample(): Promise<void>
  pasteArticle(text: string, title: string): Promise<Result<ArticleId>>
  /** What could not be imported, to be shown until it is closed. */
  report: ImportReport | null
  closeReport(): void
  progress: ProgressDialogProps | null
  /** What is being asked of a table, and of articles that look familiar. */
  table: Question<IncomingTable, TableMeaning | null> | null
  twins: Question<FoundTwins, ReadonlySet<Twin>> | null
  /** Files are being dragged over the window. */
  isDragging: boolean
}

interface ImportDependencies {
  bridge: Bridge
  workspace: Workspace
  projectId: ProjectId | null
  articles: readonly Article[]
  newId(): string
  now(): string
}

/** Bringing articles, datasets and annotations in, from dialogs, drops, pasted text and the sample. */
export function useImports(deps: ImportDependencies): Imports {
  const { bridge, workspace, projectId, articles, newId, now } = deps
  // One import can have several things to say: each report waits for the one before it to be closed.
  const [reports, setReports] = useState<readonly ImportReport[]>([])
  const addReports = useCallback(
    (added: readonly ImportReport[]) => setReports(waiting => [...waiting, ...added]),
    []
  )
  const [progress, withProgress] = useProgress()
  const [table, askTable] = useQuestion<IncomingTable, TableMeaning | null>()
  const [twins, askTwins] = useQuestion<FoundTwins, ReadonlySet<Twin>>()

  const bring = useCallback(
    async (ticket: string, problems: readonly ImportProblem[]) => {
      const asking = { withProgress, askTable, askTwins }
      const context = { bridge, workspace, projectId, articles, newId, now, ...asking }
      const brought = await bringIn(ticket, problems, context)
      void bridge.request('import:end', ticket)
      const last = brought.projects.at(-1)
      if (last !== undefined) useSession.getState().openProject(last.id)
      const said = whatCame(brought)
      if (said !== '') notify(said)
      addReports(brought.reports)
    },
    [bridge, workspace, projectId, articles, newId, now, withProgress, askTable, askTwins, addReports]
  )

  const choose = useCallback(
    async (kind: 'articles' | 'folder' | 'dataset') => {
      const chosen = await bridge.request('import:choose', kind)
      if (!chosen.ok) return notify(chosen.error.message)
      if (chosen.value === null) return
      const { ticket, count, failures } = chosen.value
      const problems = failures.map(({ name, message }) => ({ place: name, message }))
      if (kind === 'dataset' && count === 0) {
        const title = 'The dataset was not imported'
        void bridge.request('import:end', ticket)
        return addReports([{ title, summary: 'The file could not be read.', entries: problems }])
      }
      await bring(ticket, problems)
    },
    [bridge, bring, addReports]
  )

  const onDrop = useCallback(
    ({ files, problems }: DroppedFiles) => {
      void (async () => {
        const sent = await sendFiles(bridge, files)
        if (sent.ok) await bring(sent.value.ticket, [...problems, ...sent.value.problems])
        else notify(sent.error.message)
      })()
    },
    [bridge, bring]
  )
  const isDragging = useFileDrop(onDrop)

  const openSample = useCallback(async () => {
    // A module of its own: the page may not fetch anything, and only this needs it.
    const { default: text } = await import('../../../resources/sample/sample.counterpoint.json?raw')
    const file = { name: 'sample.counterpoint.json', bytes: new TextEncoder().encode(text) }
    const opened = await withProgress('Opening the sample', (signal, onProgress) =>
      importDataset(file, {
        workspace,
        newId,
        now,
        signal,
        onProgress: (done, total) => void onProgress(done, total)
      })
    )
    if (opened.ok) {
      useSession.getState().openProject(opened.value)
      announce('Dataset imported')
    } else if (opened.error.code !== 'cancelled') notify(opened.error.message)
  }, [workspace, newId, now, withProgress])

  const pasteArticle = useCallback(
    async (text: string, title: string) => {
      if (projectId === null) return fail('no-project', 'No project is open.')
      const context = { workspace, projectId, existing: articles, newId, now }
      const result = await importPasted(text, title, context)
      if (result.ok) useSession.getState().openArticle(result.value)
      return result
    },
    [workspace, projectId, articles, newId, now]
  )

  const report = reports[0] ?? null
  return useMemo<Imports>(
    () => ({
      report,
      progress,
      table,
      twins,
      isDragging,
      closeReport: () => setReports(waiting => waiting.slice(1)),
      chooseArticles: () => choose('articles'),
      chooseFolder: () => choose('folder'),
      chooseDataset: () => choose('dataset'),
      openSample,
      pasteArticle
    }),
    [report, progress, table, twins, isDragging, choose, openSample, pasteArticle]
  )
}

/** In sentences; empty when nothing came in. */
function whatCame({ articleCount, projects }: BroughtIn): string {
  const [first] = projects
  const said: string[] = []
  if (articleCount > 0)
    said.push(articleCount === 1 ? '1 article imported.' : `${articleCount} articles imported.`)
  if (projects.length > 1) said.push(`${projects.length} projects imported.`)
  else if (first !== undefined) said.push(`“${shorten(first.title, 60)}” is a project now.`)
  return said.join(' ')
}
