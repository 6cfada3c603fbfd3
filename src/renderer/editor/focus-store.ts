import type { FocusShape } from './focus-shapes'

export interface FocusDrawing {
  shapes: readonly FocusShape[]
  /** CSS colour of the annotation's layer. */
  colour: string
}

const nothing: FocusDrawing = { shapes: [], colour: 'currentcolor' }

/** Carries the focused annotation's shapes from the view, which measures, to the overlay, which draws. */
export class FocusStore {
  #drawing: FocusDrawing = nothing
  readonly #listeners = new Set<() => void>()

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  readonly read = (): FocusDrawing => this.#drawing

  set(drawing: FocusDrawing | null): void {
    const next = drawing ?? nothing
    if (isSame(next, this.#drawing)) return
    this.#drawing = next
    for (const listener of [...this.#listeners]) listener()
  }
}

function isSame(a: FocusDrawing, b: FocusDrawing): boolean {
  if (a.colour !== b.colour || a.shapes.length !== b.shapes.length) return false
  return a.shapes.every((shape, i) => {
    const other = b.shapes[i]
    return (
      other !== undefined &&
      shape.kind === other.kind &&
      shape.left === other.left &&
      shape.top === other.top &&
      shape.width === other.width &&
      shape.height === other.height
    )
  })
}
