import { useCallback, useMemo, useRef, useState } from 'react'
import type { Bridge } from '../../contract/ipc'
import type { Article } from '../../core/project/entities'
import type { ArticleId, ProjectId } from '../../core/project/ids'
import { fail, type Result } from '../../core/result'
import { importDataset } from '../features/export/import-dataset'
import {
  importArticles,
  importPasted,
  type ImportProblem,
  type SourceFile
} from '../features/library/import-articles'
import { useFileDrop, type DroppedFiles } from '../features/library/use-file-drop'
import type { Workspace } from '../persistence/workspace'
import type { FailureEntry } from '../ui/FailureList'
import { announce } from '../ui/LiveRegion'
import { notify } from '../ui/Toast'
import type { ProgressDialogProps } from './ProgressDialog'
import { useSession } from './session-store'

export interface ImportReport {
  title: string
  summary: string
  entries: readonly FailureEntry[]
}

export interface Imports {
  chooseArticles(): Promise<void>
  chooseDataset(): Promise<void>
  openSample(): Promise<void>
  pasteArticle(text: string, title: string): Promise<Result<ArticleId>>
  /** What could not be imported, to be shown until it is closed. */
  report: ImportReport | null
  closeReport(): void
  progress: ProgressDialogProps | null
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

/** Anything that takes longer than this shows its progress. */
const progressDelayMs = 500

/** Bringing articles and datasets in, from dialogs, drops, pasted text and the sample. */
export function useImports(deps: ImportDependencies): Imports {
  const { bridge, workspace, projectId, articles, newId, now } = deps
  // Files dropped together can fail in several imports: each report waits for the one before it to be closed.
  const [reports, setReports] = useState<readonly ImportReport[]>([])
  const addReport = useCallback((report: ImportReport) => setReports(waiting => [...waiting, report]), [])
  const report = reports[0] ?? null
  const [progress, runWithProgress] = useProgress()

  const addArticles = useCallback(
    async (files: readonly SourceFile[], problems: readonly ImportProblem[]) => {
      if (projectId === null) {
        return addReport({
          title: 'No project is open',
          summary: 'Articles belong to a project. Open one or make a new one, then import them again.',
          entries: []
        })
      }
      const outcome = await runWithProgress('Importing articles', (signal, onProgress) =>
        importArticles(files, { workspace, projectId, existing: articles, newId, now, signal, onProgress })
      )
      const all = [...problems, ...outcome.problems]
      if (outcome.imported.length > 0) {
        const said =
          outcome.imported.length === 1
            ? '1 article imported'
            : `${outcome.imported.length} articles imported`
        announce(said)
        notify(`${said}.`)
      }
      if (all.length > 0)
        addReport({
          title: 'Some files were not imported',
          summary:
            outcome.imported.length === 0 ? 'The project was not changed.' : 'The others were imported.',
          entries: all
        })
    },
    [workspace, projectId, articles, newId, now, runWithProgress, addReport]
  )

  const addDataset = useCallback(
    async (file: SourceFile) => {
      const result = await runWithProgress('Importing the dataset', (signal, onProgress) =>
        importDataset(file, {
          workspace,
          newId,
          now,
          signal,
          onProgress: (done, total) => void onProgress(done, total),
          onMended: issues =>
            addReport({
              title: 'The dataset was imported, with notes',
              summary: 'Everything was kept, but not everything was as it should be:',
              entries: issues
            })
        })
      )
      if (result.ok) {
        useSession.getState().openProject(result.value)
        announce('Dataset imported')
      } else if (result.error.code !== 'cancelled')
        addReport({
          title: 'The dataset was not imported',
          summary: `${file.name} has not been changed, and neither has any project.`,
          entries: [{ place: result.error.place ?? '', message: result.error.message }]
        })
    },
    [workspace, newId, now, runWithProgress, addReport]
  )

  const onDrop = useCallback(
    ({ files, problems }: DroppedFiles) => {
      const datasets = files.filter(file => file.name.toLowerCase().endsWith('.json'))
      const others = files.filter(file => !datasets.includes(file))
      void (async () => {
        for (const dataset of datasets) await addDataset(dataset)
        if (others.length > 0 || problems.length > 0) await addArticles(others, problems)
      })()
    },
    [addArticles, addDataset]
  )
  const isDragging = useFileDrop(onDrop)

  const choose = useCallback(
    async (kind: 'articles' | 'dataset') => {
      const answer = await bridge.request('files:open', kind)
      if (answer.ok) return answer.value
      notify(answer.error.message)
      return { files: [], failures: [] }
    },
    [bridge]
  )

  return useMemo<Imports>(
    () => ({
      report,
      progress,
      isDragging,
      closeReport: () => setReports(waiting => waiting.slice(1)),
      chooseArticles: async () => {
        const { files, failures } = await choose('articles')
        const problems = failures.map(failure => ({ place: failure.name, message: failure.message }))
        if (files.length > 0 || problems.length > 0) await addArticles(files, problems)
      },
      chooseDataset: async () => {
        const { files, failures } = await choose('dataset')
        if (files[0] !== undefined) return addDataset(files[0])
        if (failures[0] !== undefined)
          addReport({
            title: 'The dataset was not imported',
            summary: 'The file could not be read.',
            entries: [{ place: failures[0].name, message: failures[0].message }]
          })
      },
      openSample: async () => {
        // A module of its own: the page may not fetch anything, and only this needs it.
        const { default: text } = await import('../../../resources/sample/sample.counterpoint.json?raw')
        await addDataset({ name: 'sample.counterpoint.json', bytes: new TextEncoder().encode(text) })
      },
      pasteArticle: async (text, title) => {
        if (projectId === null) return fail('no-project', 'No project is open.')
        const result = await importPasted(text, title, {
          workspace,
          projectId,
          existing: articles,
          newId,
          now
        })
        if (result.ok) useSession.getState().openArticle(result.value)
        return result
      }
    }),
    [
      report,
      progress,
      isDragging,
      choose,
      addReport,
      addArticles,
      addDataset,
      workspace,
      projectId,
      articles,
      newId,
      now
    ]
  )
}

type WithProgress = <T>(
  title: string,
  work: (signal: AbortSignal, onProgress: (done: number, total: number) => Promise<void>) => Promise<T>
) => Promise<T>

/** Runs work and shows its progress, with a way to cancel, once it has taken half a second. */
function useProgress(): [ProgressDialogProps | null, WithProgress] {
  const [shown, setShown] = useState<ProgressDialogProps | null>(null)
  const latest = useRef({ done: 0, total: 0 })
  const run = useCallback<WithProgress>(async (title, work) => {
    const abort = new AbortController()
    const began = performance.now()
    latest.current = { done: 0, total: 0 }
    const show = () => setShown({ title, ...latest.current, onCancel: () => abort.abort() })
    const timer = window.setTimeout(show, progressDelayMs)
    try {
      return await work(abort.signal, async (done, total) => {
        latest.current = { done, total }
        if (performance.now() - began > progressDelayMs) show()
        // Lets the window paint between two pieces.
        await new Promise(resolve => setTimeout(resolve))
      })
    } finally {
      window.clearTimeout(timer)
      setShown(null)
    }
  }, [])
  return [shown, run]
}
