// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import { createRef } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { AnnotationIndex } from '../../../src/core/annotation/annotation-index'
import type { Annotation } from '../../../src/core/project/entities'
import type { ArticleId } from '../../../src/core/project/ids'
import { ArticleEditor, type ArticleEditorHandle } from '../../../src/renderer/editor/ArticleEditor'
import { revisionOf } from './sample-revision'

afterEach(cleanup)

const revision = revisionOf(Array.from({ length: 120 }, (_, i) => `Paragraph ${i} says something.`))

function shown() {
  const ref = createRef<ArticleEditorHandle>()
  const index = new AnnotationIndex(revision.blocks, [])
  const onSelectionChange = vi.fn()
  const element = (hoveredId: Annotation['id'] | null) => (
    <ArticleEditor
      ref={ref}
      revision={revision}
      language="not a language"
      index={index}
      layers={[]}
      focusedId={null}
      hoveredId={hoveredId}
      scrollContainer={null}
      header={<h1>Title</h1>}
      onSelectionChange={onSelectionChange}
      onPick={() => undefined}
      onHover={() => undefined}
    />
  )
  const { rerender } = render(element(null))
  return {
    handle: ref.current!,
    index,
    onSelectionChange,
    hover: (id: Annotation['id']) => rerender(element(id))
  }
}

test('the first section is there at once and the rest follows', async () => {
  shown()
  const region = screen.getByRole('region', { name: 'Article text' })
  expect(region.querySelectorAll('[data-block]')).toHaveLength(50)
  await vi.waitFor(() => expect(region.querySelectorAll('[data-block]')).toHaveLength(120))
})

test('what is selected is told in text offsets, also in text that was not there yet', () => {
  const { handle, onSelectionChange } = shown()
  const { startUtf16 } = revision.blocks[110]!
  const range = { startUtf16, endUtf16: startUtf16 + 9 }
  handle.select(range)
  expect(handle.selection()).toEqual(range)
  expect(revision.text.slice(range.startUtf16, range.endUtf16)).toBe('Paragraph')
  expect(onSelectionChange.mock.lastCall?.[0]).toEqual(range)
  handle.clearSelection()
  expect(handle.selection()).toBeNull()
  expect(onSelectionChange.mock.lastCall).toEqual([null, null])
})

test('new annotations and hovering leave the text alone', () => {
  const { handle, index, hover } = shown()
  const block = screen.getByRole('region').querySelector('[data-block="3"]')
  handle.focus()
  const span = { role: 'content', startUtf16: 0, endUtf16: 5, quote: 'Parag' }
  const after = {
    id: 'x',
    articleId: 'a',
    revision: 1,
    layer: 'claim',
    spans: [span]
  } as unknown as Annotation
  index.patch([{ table: 'annotations', id: 'x', before: null, after }], 'a' as ArticleId, 1)
  hover(after.id)
  expect(screen.getByRole('region').querySelector('[data-block="3"]')).toBe(block)
  expect(document.activeElement).toBe(screen.getByRole('region'))
})
