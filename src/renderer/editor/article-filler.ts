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
  /** The dearest section so far: a slice ends before another one like it would not fit. */
  #dearestMs = 1

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
      while (!this.isComplete && performance.now() - start + this.#dearestMs <= sliceMs)
      this.#afterSlice()
      if (!this.isComplete) this.#schedule()
    })
  }

  #appendNext(): void {
    const start = performance.now()
    this.#options.append(this.#filled++)
    this.#dearestMs = Math.max(this.#dearestMs, performance.now() - start)
  }

  #afterSlice(): void {
    this.#options.onSlice(this.#filled)
    if (!this.isComplete) return
    this.cancel()
    this.#options.onComplete()
  }
}

function requestSlice(run: () => void): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(run, 0)
    return () => clearTimeout(timer)
  }
  // A window behind another one is never idle in time; the text must still be whole for searching.
  const handle = requestIdleCallback(run, { timeout: 100 })
  return () => cancelIdleCallback(handle)
}
