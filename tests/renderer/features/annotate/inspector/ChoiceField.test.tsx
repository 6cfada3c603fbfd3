// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Attribute } from '../../../../../src/core/project/codebook'
import {
  ChoiceField,
  MultiChoiceField
} from '../../../../../src/renderer/features/annotate/inspector/ChoiceField'
import type { FieldChange } from '../../../../../src/renderer/features/annotate/inspector/field-props'

const change = vi.fn<(value: FieldChange) => void>()
beforeEach(() => vi.clearAllMocks())
afterEach(cleanup)

const standing: Attribute = {
  id: 'standing',
  name: 'Standing',
  kind: 'choice',
  options: [
    { id: 'alleged', name: 'Alleged' },
    { id: 'charged', name: 'Charged' },
    { id: 'proven', name: 'Proven', key: 'x' }
  ]
}

describe('a row of options takes a choice by one key', () => {
  const cases: { key: string; chosen: string | undefined; why: string; shiftKey?: boolean }[] = [
    { key: 'x', chosen: 'proven', why: 'its own' },
    { key: '2', chosen: 'charged', why: 'its number' },
    { key: 'c', chosen: 'charged', why: 'its first letter' },
    { key: '9', chosen: undefined, why: 'no option has it' },
    { key: 'z', chosen: undefined, why: 'no option begins with it' },
    { key: 'Enter', chosen: undefined, why: 'not a character' }
  ]
  test.each(cases)('$key: $why', ({ key, chosen }) => {
    render(<ChoiceField attribute={standing} value={undefined} onChange={change} />)
    fireEvent.keyDown(screen.getByRole('radio', { name: 'Alleged' }), { key })
    expect(change.mock.calls).toEqual(chosen === undefined ? [] : [[chosen]])
  })
})

// Two boxes ticked before the first is on the disk: the second must not untick the first.
test('a ticked box is added to what is saved by then', () => {
  const attribute: Attribute = { ...standing, kind: 'multi-choice' }
  render(<MultiChoiceField attribute={attribute} value={[]} onChange={change} />)
  fireEvent.click(screen.getByRole('checkbox', { name: 'Charged', hidden: true }))
  const added = change.mock.lastCall?.[0]
  expect(typeof added === 'function' ? added(['alleged']) : added).toEqual(['alleged', 'charged'])
})

describe('stances are drawn as shapes by what their options are, not by what they are called', () => {
  const shapes = (attribute: Attribute) => {
    const { container } = render(<ChoiceField attribute={attribute} value={undefined} onChange={change} />)
    return container.querySelectorAll('.stance-glyph').length
  }
  const side: Attribute = {
    id: 'side',
    name: 'Side',
    kind: 'choice',
    options: ['supports', 'opposes', 'mixed'].map(id => ({ id, name: id }))
  }
  test('an attribute of stances', () => expect(shapes(side)).toBe(3))
  test('one of the old name with other options', () => expect(shapes({ ...standing, id: 'stance' })).toBe(0))
})

describe('a retired option is offered to nobody, and kept where it is chosen', () => {
  const retired: Attribute = {
    ...standing,
    options: [...(standing.options ?? []), { id: 'old', name: 'Old', retired: true }]
  }
  test.each([
    { value: undefined, names: ['Alleged', 'Charged', 'Proven'] },
    { value: 'charged', names: ['Alleged', 'Charged', 'Proven'] },
    { value: 'old', names: ['Alleged', 'Charged', 'Proven', 'Old (retired)'] }
  ])('with $value chosen', ({ value, names }) => {
    render(<ChoiceField attribute={retired} value={value} onChange={change} />)
    expect(screen.getAllByRole('radio').map(radio => radio.getAttribute('aria-label'))).toEqual(names)
  })
  test('among several', () => {
    render(
      <MultiChoiceField attribute={{ ...retired, kind: 'multi-choice' }} value={['old']} onChange={change} />
    )
    expect(screen.getAllByRole('checkbox', { hidden: true })).toHaveLength(4)
  })
})
