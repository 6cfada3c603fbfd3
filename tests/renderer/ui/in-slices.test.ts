import { describe, expect, test, vi } from 'vitest'
import { inSlices, runInSlices } from '../../../src/renderer/ui/in-slices'

const items = Array.from({ length: 1000 }, (_, i) => i)

describe('inSlices', () => {
  test('visits everything once and in order', async () => {
    const visited: number[] = []
    expect(await inSlices(items, item => visited.push(item), new AbortController().signal)).toBe(true)
    expect(visited).toEqual(items)
  })

  test('lets others have their turn when a slice is over, and can be ended there', async () => {
    const abort = new AbortController()
    const visited: number[] = []
    const clock = vi.spyOn(performance, 'now')
    // Every look at the clock is a slice later.
    clock.mockImplementation(() => clock.mock.calls.length * 100)
    setTimeout(() => abort.abort())
    const isWhole = await inSlices(items, item => visited.push(item), abort.signal)
    clock.mockRestore()
    expect(isWhole).toBe(false)
    expect(visited.length).toBeLessThan(items.length)
  })

  test('says how far it is', async () => {
    const progress = vi.fn()
    await inSlices(items, () => undefined, new AbortController().signal, progress)
    expect(progress).toHaveBeenLastCalledWith(1000)
  })

  test('does nothing for an end that came before', async () => {
    const visit = vi.fn()
    expect(await inSlices(items, visit, AbortSignal.abort())).toBe(false)
    expect(visit).not.toHaveBeenCalled()
  })
})

describe('runInSlices', () => {
  function* counting() {
    for (let i = 0; i < 3; i += 1) yield i
    return 'done'
  }

  test('answers what the work comes to, and never begins within its caller', async () => {
    const steps = counting()
    const next = vi.spyOn(steps, 'next')
    const running = runInSlices(steps, new AbortController().signal)
    expect(next).not.toHaveBeenCalled()
    expect(await running).toEqual({ value: 'done' })
  })

  test('answers nothing once it is ended', async () => {
    expect(await runInSlices(counting(), AbortSignal.abort())).toBeNull()
  })
})
