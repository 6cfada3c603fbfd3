// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { LiveRegion } from '../../../src/renderer/ui/LiveRegion'
import { notify, Toast } from '../../../src/renderer/ui/Toast'

beforeEach(() => {
  vi.useFakeTimers()
  render(
    <>
      <Toast />
      <LiveRegion />
    </>
  )
})
afterEach(() => {
  wait(60_000)
  cleanup()
  vi.useRealTimers()
})

const toasts = () => [...document.querySelectorAll('.toast')].map(toast => toast.textContent)
const say = (...message: Parameters<typeof notify>) =>
  act(() => {
    notify(...message)
  })
function wait(ms: number): void {
  act(() => {
    vi.advanceTimersByTime(ms)
  })
}

test('a message stays for eight seconds; the next one takes its place', () => {
  say('One.')
  wait(7000)
  say('Two.')
  expect(toasts()).toEqual(['Two.'])
  wait(7900)
  expect(toasts()).toEqual(['Two.'])
  wait(200)
  expect(toasts()).toEqual([])
})

// Who reaches for "Undo" must not see it vanish under the pointer.
test('time stands still while the keyboard or the pointer is on it', () => {
  const run = vi.fn()
  say('Claim deleted.', { label: 'Undo', run })
  const undo = screen.getByRole('button', { name: 'Undo' })
  fireEvent.focus(undo)
  wait(30_000)
  fireEvent.click(undo)
  expect(run).toHaveBeenCalledTimes(1)
  expect(toasts()).toEqual([])
})

test('what is shown is said too, with what can be done', () => {
  say('Claim deleted.', { label: 'Undo', run: () => undefined })
  expect(screen.getByTestId('announcements').textContent).toBe('Claim deleted. Undo available')
})
