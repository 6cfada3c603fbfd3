import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ArticleFiller } from '../../../src/renderer/editor/article-filler'

let now = 0

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  vi.spyOn(performance, 'now').mockImplementation(() => now)
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

function filler(sectionCount: number, costMs: number) {
  const appended: number[] = []
  const slices: number[] = []
  const completed = vi.fn()
  const created = new ArticleFiller({
    sectionCount,
    filled: 1,
    append: section => {
      appended.push(section)
      now += costMs
    },
    onSlice: filled => slices.push(filled),
    onComplete: completed
  })
  return { created, appended, slices, completed }
}

test('brings the rest in, in order, in slices that stay under six milliseconds', () => {
  const { created, appended, slices, completed } = filler(8, 2)
  created.start()
  expect(appended).toEqual([])
  vi.runAllTimers()
  expect(appended).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect(slices).toEqual([4, 7, 8])
  expect(completed).toHaveBeenCalledTimes(1)
})

test('a cancelled filler appends nothing more', () => {
  const { created, appended, completed } = filler(8, 10)
  created.start()
  vi.runOnlyPendingTimers()
  created.cancel()
  vi.runAllTimers()
  expect(appended).toEqual([1])
  expect(completed).not.toHaveBeenCalled()
})

test('what must be shown now comes at once, and completing so tells once', () => {
  const { created, appended, completed } = filler(6, 1)
  created.start()
  created.fillThrough(3)
  expect(appended).toEqual([1, 2, 3])
  created.fillThrough(99)
  expect(appended).toEqual([1, 2, 3, 4, 5])
  vi.runAllTimers()
  expect(completed).toHaveBeenCalledTimes(1)
})
