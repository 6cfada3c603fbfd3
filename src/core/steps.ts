/** Work that can be paused after each step of a few milliseconds at most, so that a window gets its turn. */
export type Steps<T> = Generator<undefined, T>

/** All of it at once. */
export function allSteps<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}
