// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Attribute, AttributeKind } from '../../../../../src/core/project/codebook'
import type { AttributeValue } from '../../../../../src/core/project/entities'
import {
  CountsField,
  DateField,
  LinksField,
  MemoField,
  NumberField,
  TextField
} from '../../../../../src/renderer/features/annotate/inspector/TextFields'
import type { FieldChange } from '../../../../../src/renderer/features/annotate/inspector/field-props'

afterEach(cleanup)

const attribute = (kind: AttributeKind): Attribute => ({ id: 'field', name: 'Field', kind })
const change = vi.fn<(value: FieldChange) => void>()
const refuse = vi.fn<(message: string) => void>()
beforeEach(() => vi.clearAllMocks())

/** What the row would hold after the last change, when it held `current` meanwhile. */
function savedOver(current: AttributeValue | undefined): AttributeValue | undefined {
  const last = change.mock.lastCall?.[0]
  return typeof last === 'function' ? last(current) : last
}

const control = () => document.querySelector<HTMLInputElement>('input, textarea')!
const type = (text: string) => fireEvent.change(control(), { target: { value: text } })

const fields = [
  { what: 'a memo', typed: 'Half a thought', field: <MemoField memo="" onChange={change} /> },
  {
    what: 'a text',
    typed: 'A court',
    field: <TextField attribute={attribute('text')} value={undefined} onChange={change} />
  },
  {
    what: 'a long text',
    typed: 'An outcome',
    field: <TextField attribute={attribute('long-text')} value={undefined} onChange={change} />
  },
  {
    what: 'a number',
    typed: '7',
    saved: 7,
    field: <NumberField attribute={attribute('number')} value={undefined} onChange={change} />
  },
  {
    what: 'a date',
    typed: '2018-04',
    field: <DateField attribute={attribute('date')} value={undefined} onChange={change} onRefuse={refuse} />
  },
  {
    what: 'links',
    typed: 'https://example.org',
    saved: ['https://example.org'],
    field: <LinksField attribute={attribute('links')} value={undefined} onChange={change} />
  },
  {
    what: 'a count',
    typed: '3',
    saved: { charged: 3 },
    field: <CountsField attribute={attribute('counts')} value={undefined} onChange={change} />
  }
]

// A view that is left, a pane that is hidden and an annotation that is walked away from take the field
// away without its ever losing the keyboard.
describe('what is being typed is saved once, however the field is left', () => {
  const ways: { way: string; leave(unmount: () => void): void }[] = [
    { way: 'taken off the screen', leave: unmount => unmount() },
    { way: 'left', leave: () => fireEvent.blur(control()) },
    {
      way: 'left and taken off the screen',
      leave: unmount => {
        fireEvent.blur(control())
        unmount()
      }
    }
  ]
  const cases = fields.flatMap(field => ways.map(way => ({ ...field, ...way })))
  test.each(cases)('$what, $way', ({ field, typed, leave, ...rest }) => {
    const { unmount } = render(field)
    type(typed)
    expect(change).not.toHaveBeenCalled()
    leave(unmount)
    expect(change).toHaveBeenCalledTimes(1)
    expect(savedOver(undefined)).toEqual('saved' in rest ? rest.saved : typed)
  })

  test.each(fields)('$what that nobody touched is not saved', ({ field }) => {
    render(field).unmount()
    expect(change).not.toHaveBeenCalled()
  })
})

describe('a date that cannot be read', () => {
  const dated = (value?: string) => (
    <DateField attribute={attribute('date')} value={value} onChange={change} onRefuse={refuse} />
  )

  test('stays in its field while that is on screen', () => {
    render(dated('2018'))
    type('next spring')
    fireEvent.blur(control())
    expect(control().value).toBe('next spring')
    expect([change, refuse].map(called => called.mock.calls.length)).toEqual([0, 0])
  })

  test('is named when the field goes', () => {
    const { unmount } = render(dated('2018'))
    type('next spring')
    unmount()
    expect(refuse.mock.calls).toEqual([['“next spring” was not saved: not a date.']])
    expect(change).not.toHaveBeenCalled()
  })

  test('put back with Escape is nobody’s loss', () => {
    const { unmount } = render(dated('2018'))
    type('next spring')
    fireEvent.keyDown(control(), { key: 'Escape' })
    expect(control().value).toBe('2018')
    unmount()
    expect(refuse).not.toHaveBeenCalled()
  })
})

describe('counts', () => {
  const counted = (value: AttributeValue) => (
    <CountsField attribute={attribute('counts')} value={value} onChange={change} />
  )
  const count = (name: string) => screen.getByRole<HTMLInputElement>('spinbutton', { name })

  test('Enter saves and keeps the keyboard in the field, also when the saved value comes back', () => {
    const { rerender } = render(counted({ charged: 1 }))
    count('convicted').focus()
    fireEvent.change(count('convicted'), { target: { value: '2' } })
    fireEvent.keyDown(count('convicted'), { key: 'Enter' })
    expect(savedOver({ charged: 1 })).toEqual({ charged: 1, convicted: 2 })
    rerender(counted({ charged: 1, convicted: 2 }))
    expect(document.activeElement).toBe(count('convicted'))
  })

  // Two counts changed before the first is on the disk: the second must not take the first back.
  test('a count is put beside what is saved by then', () => {
    render(counted({}))
    fireEvent.change(count('charged'), { target: { value: '4' } })
    fireEvent.blur(count('charged'))
    expect(savedOver({ dismissed: 9 })).toEqual({ dismissed: 9, charged: 4 })
    fireEvent.change(count('convicted'), { target: { value: '5' } })
    fireEvent.blur(count('convicted'))
    expect(savedOver({ dismissed: 9, charged: 4 })).toEqual({ dismissed: 9, charged: 4, convicted: 5 })
  })

  test('an emptied count is taken away', () => {
    render(counted({ charged: 4, pending: 1 }))
    fireEvent.change(count('charged'), { target: { value: '' } })
    fireEvent.blur(count('charged'))
    expect(savedOver({ charged: 4, pending: 1 })).toEqual({ pending: 1 })
  })

  test.each(['-1', '1.5', '2000000'])('%s is no count: the field shows again what is saved', typed => {
    render(counted({ charged: 4 }))
    fireEvent.change(count('charged'), { target: { value: typed } })
    fireEvent.blur(count('charged'))
    expect(change).not.toHaveBeenCalled()
    expect(count('charged').value).toBe('4')
  })
})
