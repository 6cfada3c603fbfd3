// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { fail, ok, type Result } from '../../../../src/core/result'
import { BackupFolder } from '../../../../src/renderer/features/settings/BackupFolder'
import { bridgeWith } from './stand-ins'

afterEach(cleanup)

const settle = () => act(() => new Promise(resolve => setTimeout(resolve)))
const path = () => screen.getByRole('status').textContent
const stop = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Stop copying' })

async function shown(folder: string | null, chosen: Result<string | null> = ok(null)) {
  const { bridge } = bridgeWith({
    'mirror:get': () => ok(folder),
    'mirror:choose': () => chosen,
    'mirror:clear': () => ok(null)
  })
  render(<BackupFolder bridge={bridge} />)
  await settle()
}
async function press(name: string): Promise<void> {
  fireEvent.click(screen.getByRole('button', { name }))
  await settle()
}

const cases = [
  { why: 'a first folder', folder: null, chosen: ok('/media/usb'), shows: '/media/usb' },
  { why: 'another folder', folder: '/media/usb', chosen: ok('/media/disk'), shows: '/media/disk' },
  { why: 'a cancelled choice', folder: '/media/usb', chosen: ok(null), shows: '/media/usb' },
  { why: 'a cancelled first choice', folder: null, chosen: ok(null), shows: 'None' }
]
test.each(cases)('$why', async ({ folder, chosen, shows }) => {
  await shown(folder, chosen)
  expect(path()).toBe(folder ?? 'None')
  await press('Choose folder…')
  expect(path()).toBe(shows)
  expect(stop().disabled).toBe(shows === 'None')
})

test('copying stops', async () => {
  await shown('/media/usb')
  await press('Stop copying')
  expect(path()).toBe('None')
  expect(stop().disabled).toBe(true)
})

test('a folder that cannot be used is said, and the one before stays', async () => {
  await shown('/media/usb', fail('not-allowed', 'You may not write there.'))
  await press('Choose folder…')
  expect(screen.getByRole('alert').textContent).toBe('You may not write there.')
  expect(path()).toBe('/media/usb')
})
