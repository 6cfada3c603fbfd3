import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  fitToDisplays,
  minimumSize,
  readWindowState,
  writeWindowState,
  type Rectangle,
  type WindowState
} from '../../src/main/window-state'

const laptop: Rectangle = { x: 0, y: 25, width: 1440, height: 875 }
const wide: Rectangle = { x: 1440, y: 0, width: 2560, height: 1440 }
const rectangle = (x: number, y: number, width: number, height: number): Rectangle => ({
  x,
  y,
  width,
  height
})

describe('the window lies on a display', () => {
  const cases: [
    name: string,
    bounds: Rectangle | null,
    areas: [Rectangle, ...Rectangle[]],
    fitted: Rectangle
  ][] = [
    ['the first start is centred on the primary', null, [wide], rectangle(2000, 270, 1440, 900)],
    [
      'the first start on a small screen fills it',
      null,
      [rectangle(0, 0, 1280, 720)],
      rectangle(0, 0, 1280, 720)
    ],
    ['what fits stays', rectangle(100, 100, 1000, 700), [laptop, wide], rectangle(100, 100, 1000, 700)],
    [
      'the second display is kept',
      rectangle(2000, 100, 1600, 1000),
      [laptop, wide],
      rectangle(2000, 100, 1600, 1000)
    ],
    [
      'a display that is gone moves it to the primary',
      rectangle(2000, 100, 1200, 800),
      [laptop],
      rectangle(120, 63, 1200, 800)
    ],
    [
      'what sticks out is pulled in',
      rectangle(1000, 500, 1000, 700),
      [laptop],
      rectangle(440, 200, 1000, 700)
    ],
    [
      'the title bar is never above the display',
      rectangle(10, -300, 1000, 700),
      [laptop],
      rectangle(10, 25, 1000, 700)
    ],
    ['too large is made to fit', rectangle(0, 0, 9000, 9000), [laptop], laptop],
    ['too small is made usable', rectangle(10, 30, 5, 5), [laptop], rectangle(10, 30, 880, 600)]
  ]
  test.each(cases)('%s', (_name, bounds, areas, fitted) => {
    expect(fitToDisplays(bounds, areas)).toEqual(fitted)
  })

  test('wholly, whatever was remembered', () => {
    const any = fc.integer({ min: -5000, max: 5000 })
    const size = fc.integer({ min: 1, max: 9000 })
    const areas: [Rectangle, Rectangle] = [laptop, wide]
    fc.assert(
      fc.property(any, any, size, size, (x, y, width, height) => {
        const fitted = fitToDisplays({ x, y, width, height }, areas)
        const isInside = (area: Rectangle) =>
          fitted.x >= area.x &&
          fitted.y >= area.y &&
          fitted.x + fitted.width <= area.x + area.width &&
          fitted.y + fitted.height <= area.y + area.height
        expect(areas.some(isInside)).toBe(true)
        expect(fitted.width).toBeGreaterThanOrEqual(minimumSize.width)
        expect(fitted.height).toBeGreaterThanOrEqual(minimumSize.height)
      })
    )
  })
})

describe('the state file', () => {
  let folder: string
  let file: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'counterpoint-state-'))
    file = join(folder, 'window-state.json')
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const first: WindowState = { version: 1, theme: 'system', bounds: null, isMaximised: false }
  const remembered: WindowState = { version: 1, theme: 'dark', bounds: laptop, isMaximised: true }

  test('is read as it was written, and leaves no temporary file', () => {
    writeWindowState(file, first)
    writeWindowState(file, remembered)
    expect(readWindowState(file)).toEqual(remembered)
    expect(readdirSync(folder)).toEqual(['window-state.json'])
  })

  test.each([
    ['cut off', '{"version":1,"the'],
    ['empty', ''],
    ['of another version', JSON.stringify({ ...remembered, version: 2 })],
    ['with an unknown theme', JSON.stringify({ ...remembered, theme: 'pink' })],
    ['with impossible bounds', JSON.stringify({ ...remembered, bounds: { ...laptop, width: -1 } })],
    ['with fractions', JSON.stringify({ ...remembered, bounds: { ...laptop, x: 0.5 } })],
    ['with more than we know', JSON.stringify({ ...remembered, more: true })]
  ])('%s is a first start', (_name, text) => {
    writeFileSync(file, text)
    expect(readWindowState(file)).toEqual(first)
  })

  test('missing is a first start', () => {
    expect(readWindowState(file)).toEqual(first)
  })

  test('that cannot be written throws and leaves nothing', () => {
    expect(() => writeWindowState(join(folder, 'gone', 'state.json'), first)).toThrow()
    expect(readdirSync(folder)).toEqual([])
  })
})
