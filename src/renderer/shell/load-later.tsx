import { createElement, useEffect, useState, type ComponentType } from 'react'

export interface LoadedLater<Props extends object> {
  /** The component, or nothing for the moment until it is there. */
  Component: ComponentType<Props>
  /** Fetches it ahead of its first use. */
  load(): Promise<void>
}

/**
 * A part of the program that the first screen does not need, fetched when it is first shown. React's `lazy`
 * would hold it back for 300 ms.
 */
export function loadLater<Props extends object>(
  fetch: () => Promise<ComponentType<Props>>
): LoadedLater<Props> {
  let loaded: ComponentType<Props> | null = null
  const load = async () => {
    loaded ??= await fetch()
  }
  function Component(props: Props) {
    const [isLoaded, setIsLoaded] = useState(loaded !== null)
    useEffect(() => {
      if (!isLoaded) void load().then(() => setIsLoaded(true))
    }, [isLoaded])
    return isLoaded && loaded !== null ? createElement(loaded, props) : null
  }
  return { Component, load }
}
