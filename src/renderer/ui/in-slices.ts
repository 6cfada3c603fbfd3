/** At most this long at a time, in ms, so that keys and painting never wait. */
const sliceMs = 10

/**
 * Visits many items in slices of at most 10 ms behind input and painting. Answers false when `signal` ended it
 * before the last one; `onProgress` hears after each slice how many were visited.
 */
export async function inSlices<T>(
  items: readonly T[],
  visit: (item: T) => void,
  signal: AbortSignal,
  onProgress?: (visited: number) => void
): Promise<boolean> {
  for (let i = 0; i < items.length;) {
    if (signal.aborted) return false
    const end = performance.now() + sliceMs
    // The clock is asked now and then only: asking costs as much as a small visit.
    do {
      for (const next = Math.min(items.length, i + 32); i < next; i++) visit(items[i] as T)
    } while (i < items.length && performance.now() < end)
    onProgress?.(i)
    if (i < items.length) await nextSlice()
  }
  return !signal.aborted
}

/**
 * Goes through work that pauses after each small step, in slices of at most 10 ms, the first of which comes after
 * the caller; answers what it comes to, or null when `signal` ended it.
 */
export async function runInSlices<T>(
  steps: Iterator<unknown, T>,
  signal: AbortSignal
): Promise<{ value: T } | null> {
  for (;;) {
    await nextSlice()
    if (signal.aborted) return null
    const end = performance.now() + sliceMs
    do {
      const step = steps.next()
      if (step.done === true) return { value: step.value }
    } while (performance.now() < end)
  }
}

/** Resolves when input and painting that wait have had their turn. */
export function nextSlice(): Promise<void> {
  return new Promise(resolve => {
    const channel = new MessageChannel()
    channel.port1.onmessage = () => {
      channel.port1.close()
      resolve()
    }
    channel.port2.postMessage(null)
  })
}
