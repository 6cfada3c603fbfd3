import { useCallback, useRef, useState } from 'react'
import type { ProgressDialogProps } from './ProgressDialog'

/** Anything that takes longer than this shows its progress. */
const progressDelayMs = 500

export type OnProgress = (done: number, total: number) => Promise<void>

export type WithProgress = <T>(
  title: string,
  work: (signal: AbortSignal, onProgress: OnProgress) => Promise<T>
) => Promise<T>

/** Runs work and shows its progress, with a way to cancel, once it has taken half a second. */
export function useProgress(): [ProgressDialogProps | null, WithProgress] {
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
