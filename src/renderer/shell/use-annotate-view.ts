import { useEffect, useState } from 'react'
import type { AnnotateView } from '../features/annotate/AnnotateView'

/**
 * The Annotate view, null for the moment until it is there. The editor is the largest part of the program and
 * the first screen does not need it. (React's own `lazy` would keep what comes late off the screen for 300 ms.)
 */
export function useAnnotateView(): typeof AnnotateView | null {
  const [view, setView] = useState<typeof AnnotateView | null>(null)
  useEffect(() => {
    void import('../features/annotate/AnnotateView').then(loaded => setView(() => loaded.AnnotateView))
  }, [])
  return view
}
