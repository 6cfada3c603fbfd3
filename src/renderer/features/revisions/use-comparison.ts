import { useCallback, useEffect, useRef, useState } from 'react'
import type { Annotation } from '../../../core/project/entities'
import type { Result } from '../../../core/result'
import { loadAnnotations } from '../../persistence/load-article'
import type { Workspace } from '../../persistence/workspace'
import { compareDraft, type Comparison } from './compare-draft'
import type { Draft } from './revisions-store'

export type ComparisonState =
  /** Nothing was changed. */
  | { status: 'same' }
  | { status: 'waiting' }
  /** Of what takes long. */
  | { status: 'working'; done: number; total: number }
  | { status: 'refused'; message: string }
  | { status: 'ready'; text: string; comparison: Comparison }

/** While someone types nothing is compared. */
const pauseMs = 300
/** Anything that takes longer than this shows its progress. */
const longMs = 500

/** What saving the draft would do, kept up with what is typed; `compareNow` answers for the text as it is now. */
export function useComparison(workspace: Workspace, draft: Draft) {
  const { revision, text } = draft
  const annotations = useAnnotationsOf(workspace, draft)
  const [state, setState] = useState<ComparisonState>({ status: 'waiting' })
  const running = useRef<AbortController | null>(null)

  const compareNow = useCallback(
    async (wanted: string): Promise<Result<Comparison> | null> => {
      running.current?.abort()
      const abort = new AbortController()
      running.current = abort
      const loaded = await annotations
      if (abort.signal.aborted) return null
      if (!loaded.ok) {
        setState({ status: 'refused', message: loaded.error.message })
        return loaded
      }
      const rows = loaded.value
      const began = performance.now()
      const show = (done: number) => {
        if (performance.now() - began > longMs) setState({ status: 'working', done, total: rows.length })
      }
      const result = await compareDraft(revision, wanted, rows, abort.signal, show)
      if (result === null || abort.signal.aborted) return null
      if (result.ok) setState({ status: 'ready', text: wanted, comparison: result.value })
      else setState({ status: 'refused', message: result.error.message })
      return result
    },
    [annotations, revision]
  )

  useEffect(() => {
    if (text === revision.text) return
    const timer = setTimeout(() => void compareNow(text), pauseMs)
    return () => {
      clearTimeout(timer)
      running.current?.abort()
    }
  }, [text, revision, compareNow])
  const shown: ComparisonState = text === revision.text ? { status: 'same' } : state
  return { state: shown, compareNow }
}

/** The annotations of the revision, read once: nothing else can be done while the dialog is open. */
function useAnnotationsOf(workspace: Workspace, { article, revision }: Draft): Promise<Result<Annotation[]>> {
  const [promise] = useState(async () => {
    const loaded = await loadAnnotations(workspace.database, article.projectId, article.id)
    if (!loaded.ok) return loaded
    return { ok: true as const, value: loaded.value.filter(row => row.revision === revision.number) }
  })
  return promise
}
