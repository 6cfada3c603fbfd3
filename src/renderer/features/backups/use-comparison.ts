import { useCallback, useEffect, useState } from 'react'
import type { ProjectState } from '../../../core/history/project-state'
import type { Result } from '../../../core/result'
import { compareProjects, type ComparedProjects } from './compare-projects'

/** Reads the backup; `onProgress` hears how many of its rows have come. */
export type ReadBackup = (
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void
) => Promise<Result<ProjectState>>
export type ReadPresent = () => Promise<Result<ProjectState>>

export type Comparison =
  | { status: 'reading'; done: number; total: number }
  | { status: 'failed'; message: string }
  | { status: 'ready'; compared: ComparedProjects }

/** Both states, read once and compared. Unmounting ends the reading; so does `retry`, which begins anew. */
export function useComparison(readBackup: ReadBackup, readPresent: ReadPresent) {
  const [comparison, setComparison] = useState<Comparison>({ status: 'reading', done: 0, total: 0 })
  const [attempt, setAttempt] = useState(0)
  // What is compared stays what it was: callers may pass functions made anew for each rendering.
  const [read] = useState(() => ({ backup: readBackup, present: readPresent }))
  useEffect(() => {
    const reading = new AbortController()
    const say = (next: Comparison) => !reading.signal.aborted && setComparison(next)
    const onProgress = (done: number, total: number) => say({ status: 'reading', done, total })
    void Promise.all([read.backup(reading.signal, onProgress), read.present()]).then(
      ([backup, present]) => {
        if (reading.signal.aborted) return
        if (!backup.ok) say({ status: 'failed', message: backup.error.message })
        else if (!present.ok) say({ status: 'failed', message: present.error.message })
        else say({ status: 'ready', compared: compareProjects(backup.value, present.value) })
      },
      (error: unknown) => say({ status: 'failed', message: String(error) })
    )
    return () => reading.abort()
  }, [read, attempt])
  const retry = useCallback(() => {
    setComparison({ status: 'reading', done: 0, total: 0 })
    setAttempt(count => count + 1)
  }, [])
  return { comparison, retry }
}
