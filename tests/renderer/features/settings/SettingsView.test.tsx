// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Edit } from '../../../../src/core/history/change-set'
import type { Annotator } from '../../../../src/core/project/entities'
import type { AnnotatorId, ProjectId } from '../../../../src/core/project/ids'
import { SettingsView } from '../../../../src/renderer/features/settings/SettingsView'

afterEach(cleanup)

const haas: Annotator = {
  id: 'a' as AnnotatorId,
  projectId: 'p' as ProjectId,
  name: 'M. Haas',
  role: 'annotator'
}

function shown() {
  const perform = vi.fn<(edit: Edit) => void>()
  const view = (annotator: Annotator) => (
    <SettingsView
      info={null}
      theme="system"
      areSingleKeysOn
      annotator={annotator}
      onTheme={vi.fn()}
      onSingleKeys={vi.fn()}
      perform={perform}
    />
  )
  const { rerender, unmount } = render(view(haas))
  const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Annotator' })
  return {
    field,
    unmount,
    saved: (name: string) => rerender(view({ ...haas, name })),
    type: (name: string) => fireEvent.change(field(), { target: { value: name } }),
    names: () => perform.mock.calls.map(([edit]) => (edit.changes[0]?.after as Annotator).name)
  }
}

describe("the annotator's name", () => {
  test('is saved when the view is left by a key', () => {
    const { type, unmount, names } = shown()
    type('Maria Haas')
    unmount()
    expect(names()).toEqual(['Maria Haas'])
  })

  test('is saved by Enter, and the keyboard stays in its field', () => {
    const { field, type, saved, names } = shown()
    field().focus()
    type('Maria Haas')
    fireEvent.keyDown(field(), { key: 'Enter' })
    expect(names()).toEqual(['Maria Haas'])
    saved('Maria Haas')
    expect(document.activeElement).toBe(field())
    expect(field().value).toBe('Maria Haas')
  })

  test('cannot be nothing', () => {
    const { field, type, unmount, names } = shown()
    type('  ')
    fireEvent.blur(field())
    expect(field().value).toBe('M. Haas')
    unmount()
    expect(names()).toEqual([])
  })
})
