import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { z } from 'zod'

const pixels = z.number().int().min(-100_000).max(100_000)
const rectangleSchema = z.strictObject({
  x: pixels,
  y: pixels,
  width: pixels.positive(),
  height: pixels.positive()
})

/** What the window remembers between starts: small enough to read before anything is shown. */
const windowStateSchema = z.strictObject({
  version: z.literal(1),
  theme: z.enum(['system', 'light', 'dark']),
  /** In device-independent pixels, without maximising; null until the window was first closed. */
  bounds: rectangleSchema.nullable(),
  isMaximised: z.boolean()
})

export type Rectangle = z.infer<typeof rectangleSchema>
export type WindowState = z.infer<typeof windowStateSchema>

export const defaultSize = { width: 1440, height: 900 }
export const minimumSize = { width: 880, height: 600 }
const defaultState: WindowState = { version: 1, theme: 'system', bounds: null, isMaximised: false }

/** Reads the state; a missing, damaged or foreign file answers the defaults, as on the first start. */
export function readWindowState(file: string): WindowState {
  try {
    const parsed = windowStateSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')))
    return parsed.success ? parsed.data : defaultState
  } catch {
    return defaultState
  }
}

/**
 * Writes the state through a temporary file, so that a crash leaves the old or the new one. Synchronous,
 * because it runs while the window closes. Throws what `node:fs` throws, after removing the temporary file.
 */
export function writeWindowState(file: string, state: WindowState): void {
  const temporary = `${file}.tmp-${randomBytes(6).toString('hex')}`
  try {
    const descriptor = openSync(temporary, 'wx')
    try {
      writeSync(descriptor, `${JSON.stringify(state, null, 2)}\n`)
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    renameSync(temporary, file)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

/**
 * Bounds that lie wholly on one display: the one that shows most of the remembered bounds, or the first
 * (the primary) when none shows any. `workAreas` are in the same pixels as the bounds. Never larger than
 * the display; at least the minimum size where the display has room for it.
 */
export function fitToDisplays(
  bounds: Rectangle | null,
  workAreas: readonly [Rectangle, ...Rectangle[]]
): Rectangle {
  const [primary] = workAreas
  const wanted = bounds ?? { ...centred(primary, defaultSize), ...defaultSize }
  const best = workAreas.reduce((found, area) =>
    overlap(area, wanted) > overlap(found, wanted) ? area : found
  )
  const width = Math.min(Math.max(wanted.width, minimumSize.width), best.width)
  const height = Math.min(Math.max(wanted.height, minimumSize.height), best.height)
  if (overlap(best, wanted) === 0) return { ...centred(best, { width, height }), width, height }
  return {
    x: Math.min(Math.max(wanted.x, best.x), best.x + best.width - width),
    y: Math.min(Math.max(wanted.y, best.y), best.y + best.height - height),
    width,
    height
  }
}

function centred(area: Rectangle, size: { width: number; height: number }): { x: number; y: number } {
  return {
    x: area.x + Math.round((area.width - size.width) / 2),
    y: area.y + Math.round((area.height - size.height) / 2)
  }
}

/** Shared area in square pixels. */
function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return Math.max(0, width) * Math.max(0, height)
}
