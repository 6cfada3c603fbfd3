// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import type { ComparedThing } from '../../../../../src/core/perspective/compare-articles'
import type { AnnotationId } from '../../../../../src/core/project/ids'
import { ThingList } from '../../../../../src/renderer/features/perspectives/articles/ThingList'

afterEach(cleanup)

const thing = (key: string): ComparedThing => {
  const passage = { annotation: key as AnnotationId, ranges: [{ startUtf16: 0, endUtf16: 1 }], quote: 'x' }
  return { key, kind: 'actor', name: key, inA: [passage], inB: [passage] }
}

function show(selected: string | null) {
  const onSelect = vi.fn()
  const rest = { step: 0, takesFocus: false, onStep: vi.fn(), onOpen: vi.fn() }
  const things = ['ana', 'bo', 'cy'].map(thing)
  render(<ThingList things={things} titles={['A', 'B']} selected={selected} onSelect={onSelect} {...rest} />)
  return { onSelect, press: (key: string) => fireEvent.keyDown(screen.getByRole('listbox'), { key }) }
}

// Selecting what is selected means letting it go: walking on at an end must not do that.
test.each([
  ['ana', 'ArrowUp', []],
  ['ana', 'Home', []],
  ['cy', 'ArrowDown', []],
  ['ana', 'ArrowDown', [['bo']]],
  ['cy', 'Home', [['ana']]],
  [null, 'ArrowDown', [['ana']]],
  ['bo', 'Escape', [['bo']]]
])('from %s, %s selects %j', (selected, key, calls) => {
  const { onSelect, press } = show(selected)
  press(key)
  expect(onSelect.mock.calls).toEqual(calls)
})
