// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { AnnotationIndex } from '../../../../src/core/annotation/annotation-index'
import { builtInCodebook } from '../../../../src/core/project/built-in-codebook'
import type { Codebook } from '../../../../src/core/project/codebook'
import type { Annotation } from '../../../../src/core/project/entities'
import { CommandRegistry } from '../../../../src/renderer/commands/command-registry'
import type { AnnotateActions } from '../../../../src/renderer/features/annotate/annotate-actions'
import { useAnnotateStore } from '../../../../src/renderer/features/annotate/annotate-store'
import type { OpenArticle } from '../../../../src/renderer/features/annotate/use-open-article'
import { useReaderKeys } from '../../../../src/renderer/features/annotate/use-reader-keys'

const annotation = {
  id: 'n',
  layer: 'perspective',
  spans: [{ role: 'content', startUtf16: 0, endUtf16: 4, quote: 'text' }],
  attributes: {}
} as unknown as Annotation

/** The built-in codebook, with keys for two frames, one of them retired. */
const codebook = {
  ...builtInCodebook,
  projectId: 'p',
  layers: builtInCodebook.layers.map(layer => ({
    ...layer,
    attributes: layer.attributes.map(attribute =>
      attribute.id !== 'frames'
        ? attribute
        : {
            ...attribute,
            options: attribute.options?.map((option, i) =>
              i === 0
                ? { ...option, key: '7' }
                : i === 1
                  ? { ...option, key: '8', retired: true as const }
                  : option
            )
          }
    )
  }))
} as Codebook

const actions = { setAttribute: vi.fn(), toggleOption: vi.fn() }
const registry = new CommandRegistry()
const next = vi.fn()
registry.register({ 'annotate.next': { run: next } })

function Keys({ areOn }: { areOn: boolean }) {
  const index = new AnnotationIndex([{ type: 'paragraph', startUtf16: 0, endUtf16: 4 }], [annotation])
  const onKeyDown = useReaderKeys(
    registry,
    actions as unknown as AnnotateActions,
    { index } as OpenArticle,
    codebook,
    areOn
  )
  return <button onKeyDown={onKeyDown}>text</button>
}

const press = (key: string, areOn = true) => {
  render(<Keys areOn={areOn} />)
  return !fireEvent.keyDown(screen.getByRole('button'), { key })
}

beforeEach(() => useAnnotateStore.getState().focus(annotation.id))
afterEach(() => {
  cleanup()
  vi.clearAllMocks()
})

describe('a key in the article text', () => {
  test('runs its command, wherever that key comes from', () => {
    expect(press('j')).toBe(true)
    expect(next).toHaveBeenCalledOnce()
    registry.bindings.choose('annotate.next', ['h'])
    cleanup()
    expect(press('j')).toBe(false)
    cleanup()
    expect(press('h')).toBe(true)
    registry.bindings.resetAll()
    expect(next).toHaveBeenCalledTimes(2)
  })

  test('chooses an option of the focused annotation', () => {
    expect(press('o')).toBe(true)
    expect(actions.setAttribute).toHaveBeenCalledWith(
      'n',
      expect.objectContaining({ id: 'stance' }),
      'opposes'
    )
  })

  test('toggles one of several options', () => {
    expect(press('7')).toBe(true)
    expect(actions.toggleOption).toHaveBeenCalledWith(
      'n',
      expect.objectContaining({ id: 'frames' }),
      'economic'
    )
  })

  test('asks for the control of an attribute', () => {
    expect(press('a')).toBe(true)
    expect(useAnnotateStore.getState().requestedField).toBe('holder')
  })

  test('does nothing for an option that is no longer offered', () => expect(press('8')).toBe(false))

  test('does nothing while single keys are off', () => {
    expect(press('o', false)).toBe(false)
    cleanup()
    expect(press('j', false)).toBe(false)
  })

  test('does nothing of the codebook’s while no annotation is focused', () => {
    useAnnotateStore.getState().focus(null)
    expect(press('o')).toBe(false)
  })
})
