// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Combobox } from '../../../src/renderer/ui/Combobox'
import { standInForTopLayer } from './platform-stand-ins'

beforeEach(standInForTopLayer)
afterEach(cleanup)

const options = [
  { id: 'a', name: 'Joan Ferris', detail: 'Prosecution' },
  { id: 'b', name: 'Wren', aliases: ['Former user'] },
  { id: 'c', name: 'Anton Reyle' }
]

function shown({ value = null, canCreate = true }: { value?: string | null; canCreate?: boolean } = {}) {
  const on = { choose: vi.fn(), create: vi.fn(), clear: vi.fn() }
  render(
    <Combobox
      label="Holder"
      options={options}
      value={value}
      onChoose={on.choose}
      {...(canCreate ? { onCreate: on.create } : {})}
      findSimilar={name =>
        name === 'J. Ferris' ? [{ id: 'a', name: 'Joan Ferris', detail: 'initials' }] : []
      }
      onClear={on.clear}
    />
  )
  const field = screen.getByRole<HTMLInputElement>('combobox', { name: 'Holder' })
  return {
    ...on,
    field,
    type: (text: string) => fireEvent.change(field, { target: { value: text } }),
    press: (...keys: string[]) => keys.forEach(key => fireEvent.keyDown(field, { key })),
    list: () => screen.getByRole('listbox', { name: 'Holder options', hidden: true }),
    rows: () => screen.queryAllByRole('option', { hidden: true }).map(row => row.textContent)
  }
}

describe('what is offered', () => {
  const cases = [
    {
      why: 'everything, for nothing typed',
      typed: ' ',
      rows: ['Joan FerrisProsecution', 'Wren', 'Anton Reyle']
    },
    {
      why: 'what contains the words, and creating',
      typed: 'fer',
      rows: ['Joan FerrisProsecution', 'Create “fer”']
    },
    {
      why: 'what has such an alias, and which',
      typed: 'former',
      rows: ['Wren“Former user”', 'Create “former”']
    },
    { why: 'no second one of the same name', typed: 'WREN', rows: ['Wren'] },
    {
      why: 'a new name without stray white space',
      typed: '  Petra   Lowe ',
      rows: ['Create “Petra Lowe”Press Enter']
    }
  ]
  test.each(cases)('$why', ({ typed, rows }) => {
    const box = shown()
    box.type(typed)
    expect(box.rows()).toEqual(rows)
    expect(box.list().dataset['shown']).toBe('true')
  })

  test('what looks like a new name comes after it, so that Enter keeps both', () => {
    const box = shown()
    box.type('J. Ferris')
    expect(box.rows()).toEqual(['Create “J. Ferris”Press Enter', 'Looks like Joan Ferrisinitials'])
    box.press('Enter')
    expect(box.create.mock.calls).toEqual([['J. Ferris']])
    box.type('J. Ferris')
    box.press('ArrowDown', 'Enter')
    expect(box.choose.mock.calls).toEqual([['a']])
  })

  test('no creating where nothing can be created', () => {
    const box = shown({ canCreate: false })
    box.type('Petra')
    expect(box.rows()).toEqual([])
  })
})

describe('the keyboard', () => {
  const cases = [
    { keys: ['ArrowDown', 'Enter'], chosen: 'a' },
    { keys: ['ArrowDown', 'ArrowDown', 'Enter'], chosen: 'b' },
    { keys: ['ArrowDown', 'ArrowUp', 'Enter'], chosen: 'c' },
    { keys: ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter'], chosen: 'a' }
  ]
  test.each(cases)('$keys chooses $chosen', ({ keys, chosen }) => {
    const box = shown()
    box.press(...keys)
    expect(box.choose.mock.calls).toEqual([[chosen]])
    expect(box.field.getAttribute('aria-expanded')).toBe('false')
  })

  test('Enter on what was typed creates it', () => {
    const box = shown()
    box.type('Petra Lowe')
    box.press('Enter')
    expect(box.create.mock.calls).toEqual([['Petra Lowe']])
    expect(box.choose).not.toHaveBeenCalled()
  })

  // Assistive technology follows the active option by its id; the keyboard stays in the field.
  test('the active option is named by the field', () => {
    const box = shown()
    box.press('ArrowDown', 'ArrowDown')
    const active = document.getElementById(box.field.getAttribute('aria-activedescendant') ?? '')
    expect(active?.textContent).toBe('Wren')
    expect(active?.getAttribute('aria-selected')).toBe('true')
  })

  test('Escape puts back what was there, and is not heard by a dialog around', () => {
    const box = shown({ value: 'b' })
    const outside = vi.fn()
    window.addEventListener('keydown', outside)
    box.type('Jo')
    box.press('Escape')
    window.removeEventListener('keydown', outside)
    expect(box.field.value).toBe('Wren')
    expect(box.choose).not.toHaveBeenCalled()
    expect(outside).not.toHaveBeenCalled()
  })

  test('Enter of an input method chooses nothing', () => {
    const box = shown()
    box.type('わ')
    fireEvent.keyDown(box.field, { key: 'Enter', isComposing: true })
    expect(box.create).not.toHaveBeenCalled()
  })

  test('Backspace clears where nothing is typed, and edits where something is', () => {
    const box = shown({ value: 'b' })
    box.type('Jo')
    box.press('Backspace')
    expect(box.clear).not.toHaveBeenCalled()
    box.press('Escape', 'Backspace')
    expect(box.clear).toHaveBeenCalledTimes(1)
  })
})

test('the mouse chooses without taking the keyboard out of the field', () => {
  const box = shown()
  fireEvent.click(box.field)
  const isLeftToBrowser = fireEvent.mouseDown(screen.getAllByRole('option', { hidden: true })[1]!)
  expect(isLeftToBrowser).toBe(false)
  expect(box.choose.mock.calls).toEqual([['b']])
})

test('leaving the field chooses nothing', () => {
  const box = shown({ value: 'b' })
  box.type('Joan')
  fireEvent.blur(box.field)
  expect(box.field.value).toBe('Wren')
  expect(box.choose).not.toHaveBeenCalled()
})

describe('a new name that was typed and left', () => {
  const left = (typed: string, canCreate = true) => {
    const box = shown({ canCreate })
    box.type(typed)
    fireEvent.blur(box.field)
    return box
  }
  const hint = () => screen.getByRole('status').textContent

  test('is said not to be kept, until the field is used again', () => {
    const box = left(' Petra  Lowe ')
    expect(hint()).toBe('“Petra Lowe” was not kept. Press Enter to create it.')
    box.type('P')
    expect(hint()).toBe('')
  })

  const silent: [why: string, typed: string, canCreate?: boolean][] = [
    ['nothing was typed', '  '],
    ['the name is there already', 'wren'],
    ['names are not created here', 'Petra', false]
  ]
  test.each(silent)('nothing is said where %s', (_, typed, canCreate) => {
    left(typed, canCreate)
    expect(hint()).toBe('')
  })
})
