import { createElement, useEffect, useState, type ComponentProps, type ReactNode } from 'react'
import type { AnnotateView } from '../features/annotate/AnnotateView'

let loaded: typeof AnnotateView | null = null

/** Fetches the Annotate view, the largest part of the program, which the first screen does not need. */
export async function loadAnnotateView(): Promise<void> {
  loaded = (await import('../features/annotate/AnnotateView')).AnnotateView
}

/** The Annotate view, or nothing for the moment until it is there: React's `lazy` would hold it back for 300 ms. */
export function AnnotateWhenLoaded(props: ComponentProps<typeof AnnotateView>): ReactNode {
  const [isLoaded, setIsLoaded] = useState(loaded !== null)
  useEffect(() => {
    if (!isLoaded) void loadAnnotateView().then(() => setIsLoaded(true))
  }, [isLoaded])
  return isLoaded && loaded !== null ? createElement(loaded, props) : null
}
