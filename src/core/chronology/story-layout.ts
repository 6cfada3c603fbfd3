import type { StoryOrder, ToldEvent } from './story-order'
import type { TimeScale } from './time-axis'

export interface StoryLine {
  readonly told: ToldEvent
  /** SVG path from the upper axis at 0 to the lower one at the height. */
  readonly d: string
  /** Null when it happened outside what is shown. */
  readonly xHappened: number | null
  readonly xTold: number
}

export interface StoryLayout {
  readonly lines: readonly StoryLine[]
  /** Where a paragraph's first event is told, as far as labels have room. */
  readonly paragraphs: readonly { readonly x: number; readonly paragraph: number }[]
}

const edge = 16
const labelRoom = 30

/**
 * The slope chart: above, the middle of each date on the scale; below, the events in the order of the text, evenly
 * spaced. What happened outside the scale has no line, but keeps its place below.
 */
export function layOutStory({ told }: StoryOrder, scale: TimeScale, height: number): StoryLayout {
  const step = told.length < 2 ? 0 : (scale.width - 2 * edge) / (told.length - 1)
  const lines = told.map((one, index): StoryLine => {
    const { drawn } = one
    // Of a span that goes on, what is known.
    const x = scale.x((drawn.from + drawn.until) / 2)
    const xTold = edge + index * step
    if (x < 0 || x > scale.width) return { told: one, d: '', xHappened: null, xTold }
    const middle = height / 2
    return {
      told: one,
      d: `M${round(x)} 0C${round(x)} ${middle} ${round(xTold)} ${middle} ${round(xTold)} ${height}`,
      xHappened: x,
      xTold
    }
  })
  const paragraphs: { x: number; paragraph: number }[] = []
  for (const { told: one, xTold } of lines) {
    const last = paragraphs.at(-1)
    if (last === undefined || (one.paragraph !== last.paragraph && xTold - last.x >= labelRoom))
      paragraphs.push({ x: xTold, paragraph: one.paragraph })
  }
  return { lines, paragraphs }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
