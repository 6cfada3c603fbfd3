const sliceMs = 6

interface FillerOptions {
  sectionCount: number
  /** Sections that are in the document already. */
  filled: number
  append(section: number): void
  /** After each slice, with the number of sections now in the document. */
  onSlice(filled: number): void
  onComplete(): void
}

/** Brings the rest of an article into the document in idle slices of at most 6 ms. */
export class ArticleFiller {
  readonly #options: FillerOptions
  #filled: number
  #cancelNext: (() => void) | null = null
  /** What the section before cost: a slice ends when another one like it would not fit. */
  #lastMs = 1

  constructor(options: FillerOptions) {
    this.#options = options
    this.#filled = options.filled
  }

  get isComplete(): boolean {
    return this.#filled >= this.#options.sectionCount
  }

  start(): void {
    if (this.isComplete) this.#options.onComplete()
    else this.#schedule()
  }

  /** Brings everything up to this section in at once: something in it must be shown or measured now. */
  fillThrough(section: number): void {
    if (section < this.#filled || this.isComplete) return
    while (this.#filled <= section && !this.isComplete) this.#appendNext()
    this.#afterSlice()
  }

  cancel(): void {
    this.#cancelNext?.()
    this.#cancelNext = null
  }

  #schedule(): void {
    this.#cancelNext = requestSlice(() => {
      this.#cancelNext = null
      const start = performance.now()
      do this.#appendNext()
      while (!this.isComplete && performance.now() - start + this.#lastMs <= sliceMs)
      this.#afterSlice()
      if (!this.isComplete) this.#schedule()
    })
  }

  #appendNext(): void {
    const start = performance.now()
    this.#options.append(this.#filled++)
    this.#lastMs = performance.now() - start
  }

  #afterSlice(): void {
    this.#options.onSlice(this.#filled)
    if (!this.isComplete) return
    this.cancel()
    this.#options.onComplete()
  }
}

/** Runs a slice behind input and painting, several a frame when nothing else is waiting. */
function requestSlice(run: () => void): () => void {
  if (typeof scheduler === 'undefined') {
    const timer = setTimeout(run, 0)
    return () => clearTimeout(timer)
  }
  const abort = new AbortController()
  // The promise rejects when the slice is cancelled, which nobody waits for.
  scheduler.postTask(run, { priority: 'background', signal: abort.signal }).catch((error: unknown) => {
    if (!abort.signal.aborted) throw error
  })
  return () => abort.abort()
}
