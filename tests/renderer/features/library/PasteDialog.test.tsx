// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fail, ok } from '../../../../src/core/result'
import type { ArticleId } from '../../../../src/core/project/ids'
import { PasteDialog } from '../../../../src/renderer/features/library/PasteDialog'

const imports = vi.fn<Parameters<typeof PasteDialog>[0]['onImport']>()
beforeEach(() => imports.mockReset())
afterEach(() => {
  // What one test left typed is not the next one's.
  cleanup()
  open()
  press('Cancel')
  cleanup()
})

const close = vi.fn(cleanup)
const open = () => render(<PasteDialog onImport={imports} onClose={close} />)
const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name, hidden: true })
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name, hidden: true }))
const fill = (text: string, title: string) => {
  fireEvent.change(field('Text'), { target: { value: text } })
  fireEvent.change(field('Title'), { target: { value: title } })
}
const draft = () => [field('Text').value, field('Title').value]

describe('what was typed', () => {
  const ways: { way: string; kept: boolean; leave(): void }[] = [
    {
      way: 'Escape',
      kept: true,
      leave: () => fireEvent(screen.getByRole('dialog', { hidden: true }), new Event('cancel'))
    },
    { way: 'the close button', kept: true, leave: () => press('Close') },
    { way: 'Cancel, which says so', kept: false, leave: () => press('Cancel') }
  ]
  test.each(ways)('after $way: kept $kept', ({ kept, leave }) => {
    open()
    fill('A long morning of typing', 'A title')
    leave()
    expect(screen.queryByRole('dialog', { hidden: true })).toBeNull()
    open()
    expect(draft()).toEqual(kept ? ['A long morning of typing', 'A title'] : ['', ''])
  })

  test('is gone once it is an article', async () => {
    imports.mockResolvedValue(ok('a' as ArticleId))
    open()
    fill('Text', 'Title')
    press('Add article')
    await waitFor(() => expect(screen.queryByRole('dialog', { hidden: true })).toBeNull())
    open()
    expect(draft()).toEqual(['', ''])
  })

  test('stays beside the reason when it does not become one', async () => {
    imports.mockResolvedValue(fail('refused', 'This text is in the project already.'))
    open()
    fill('Text', 'Title')
    press('Add article')
    expect(await screen.findByText('This text is in the project already.')).toBeDefined()
    expect(draft()).toEqual(['Text', 'Title'])
  })
})
