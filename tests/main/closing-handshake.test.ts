import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createClosingHandshake } from '../../src/main/closing-handshake'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function closable(canAnswer = true) {
  const window = { canAnswer: () => canAnswer, announce: vi.fn(), destroy: vi.fn() }
  const handshake = createClosingHandshake(window, 3000)
  const close = () => {
    const event = { preventDefault: vi.fn() }
    handshake.onClose(event)
    return event
  }
  return { window, handshake, close }
}

test('the page is asked once, and the window goes when it has saved', () => {
  const { window, handshake, close } = closable()
  expect(close().preventDefault).toHaveBeenCalledOnce()
  close()
  expect(window.announce).toHaveBeenCalledOnce()
  expect(window.destroy).not.toHaveBeenCalled()
  handshake.ready()
  expect(window.destroy).toHaveBeenCalledOnce()
  vi.advanceTimersByTime(10_000)
  expect(window.destroy).toHaveBeenCalledOnce()
})

test('a page that does not answer keeps the window open for three seconds, no longer', () => {
  const { window, close } = closable()
  close()
  vi.advanceTimersByTime(2999)
  expect(window.destroy).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(window.destroy).toHaveBeenCalledOnce()
})

test('a page that is gone is not waited for', () => {
  const { window, close } = closable(false)
  close()
  expect(window.announce).not.toHaveBeenCalled()
  expect(window.destroy).toHaveBeenCalledOnce()
})

test('a page cannot close a window that nobody asked to close', () => {
  const { window, handshake } = closable()
  handshake.ready()
  expect(window.destroy).not.toHaveBeenCalled()
})

test('while a person is asked the window waits, and it can stay open and be closed later', () => {
  const { window, handshake, close } = closable()
  close()
  handshake.hold()
  vi.advanceTimersByTime(60_000)
  expect(window.destroy).not.toHaveBeenCalled()
  handshake.stay()
  handshake.ready()
  expect(window.destroy).not.toHaveBeenCalled()
  close()
  expect(window.announce).toHaveBeenCalledTimes(2)
  handshake.ready()
  expect(window.destroy).toHaveBeenCalledOnce()
})
