import { setImmediate } from 'node:timers/promises'

/** Keeps long work from holding up windows: asked between pieces, it lets everything else run once a slice is used up. */
export class Pacer {
  private since = performance.now()

  /** `sliceMs`: how long work may go on, in milliseconds. */
  constructor(private readonly sliceMs = 4) {}

  isDue(): boolean {
    return performance.now() - this.since >= this.sliceMs
  }

  async pause(): Promise<void> {
    await setImmediate()
    this.since = performance.now()
  }
}
