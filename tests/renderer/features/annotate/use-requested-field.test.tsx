// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { useAnnotateStore } from '../../../../src/renderer/features/annotate/annotate-store'
import { useRequestedField } from '../../../../src/renderer/features/annotate/use-requested-field'

beforeEach(() => useAnnotateStore.getState().reset())
afterEach(cleanup)

/** A view whose inspector may be hidden, as in a narrow window. */
function View({ startsShown }: { startsShown: boolean }) {
  const [isShown, setIsShown] = useState(startsShown)
  useRequestedField(isShown, () => {
    setIsShown(true)
    // What running a command answers must not be taken for an effect's cleanup.
    return true
  })
  if (!isShown) return null
  return (
    <div data-pane="inspector">
      <button type="button">More actions</button>
      <div className="field">
        <input aria-label="Claimant" id="field-claimant" />
      </div>
      <details>
        <textarea aria-label="Memo" id="field-memo" />
      </details>
    </div>
  )
}

const cases = [
  { asked: 'first', named: 'Claimant' },
  { asked: 'memo', named: 'Memo' }
].flatMap(one => [true, false].map(startsShown => ({ ...one, startsShown })))

test.each(cases)(
  '“$asked” gets the keyboard; inspector shown before: $startsShown',
  ({ startsShown, ...one }) => {
    render(<View startsShown={startsShown} />)
    act(() => useAnnotateStore.getState().requestField(one.asked))
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: one.named }))
    expect(useAnnotateStore.getState().requestedField).toBeNull()
  }
)

test('a field folded away is unfolded', () => {
  render(<View startsShown />)
  act(() => useAnnotateStore.getState().requestField('memo'))
  expect(document.querySelector('details')?.open).toBe(true)
})
