// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { AnnotationIndex } from '../../../../src/core/annotation/annotation-index'
import { builtInCodebook } from '../../../../src/core/project/built-in-codebook'
import type { Codebook } from '../../../../src/core/project/codebook'
import type { Annotation, Block } from '../../../../src/core/project/entities'
import type { AnnotationId } from '../../../../src/core/project/ids'
import type { ArticleEditorHandle } from '../../../../src/renderer/editor/ArticleEditor'
import { useAnnotateStore } from '../../../../src/renderer/features/annotate/annotate-store'
import { MarginCards } from '../../../../src/renderer/features/annotate/MarginCards'

beforeEach(() => useAnnotateStore.getState().reset())
afterEach(cleanup)

const count = 40
const blocks: Block[] = Array.from({ length: count }, (_, i) => ({
  type: 'paragraph',
  startUtf16: i * 12,
  endUtf16: i * 12 + 10
}))

/** One claim in each paragraph; its id is the paragraph's number. */
function annotationIn(block: number): Annotation {
  const startUtf16 = block * 12
  return {
    id: String(block) as AnnotationId,
    projectId: 'p' as Annotation['projectId'],
    articleId: 'a' as Annotation['articleId'],
    revision: 1,
    layer: 'claim' as Annotation['layer'],
    spans: [{ role: 'content', startUtf16, endUtf16: startUtf16 + 4, quote: `text` }],
    attributes: {},
    memo: '',
    confidence: null,
    annotatorId: 'me' as Annotation['annotatorId'],
    origin: 'manual',
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z'
  }
}

/** The list over an article of which the first two paragraphs are on screen. */
async function shown() {
  const annotations = blocks.map((_, i) => annotationIn(i))
  const handle: Partial<ArticleEditorHandle> = {
    visibleBlocks: () => ({ first: 0, last: 1 }),
    rectsOf: ({ startUtf16 }) => [new DOMRect(0, startUtf16 * 10, 10, 20)]
  }
  const none = () => undefined
  render(
    <MarginCards
      editor={{ current: handle as ArticleEditorHandle }}
      sheet={document.body}
      index={new AnnotationIndex(blocks, annotations)}
      layoutVersion={0}
      codebook={{ ...builtInCodebook, projectId: 'p' } as Codebook}
      registers={{ actorName: none, issueName: none, caseName: none }}
      isDimmed={null}
      relations={[]}
      scroll={null}
      onKeyDown={none}
      onOpen={none}
    />
  )
  await nextFrame()
  const list = screen.getByRole('listbox', { name: 'Annotations' })
  return {
    positions: () =>
      screen.getAllByRole('option').map(option => Number(option.getAttribute('aria-posinset'))),
    active: () => document.getElementById(list.getAttribute('aria-activedescendant') ?? '')
  }
}

const nextFrame = () => act(() => new Promise(resolve => requestAnimationFrame(() => resolve(undefined))))
const focus = (id: string) => act(() => useAnnotateStore.getState().focus(id as AnnotationId))

describe('the listbox', () => {
  test('has options near the viewport only: an article can have thousands', async () => {
    const { positions } = await shown()
    expect(positions().at(-1)).toBeLessThan(12)
  })

  // A screen reader reads the focused option and walks to the ones beside it, wherever the text is scrolled.
  test.each([
    { id: '30', beside: [30, 31, 32] },
    { id: '39', beside: [39, 40] },
    { id: '8', beside: [8, 9, 10] }
  ])('always has the focused option and its neighbours, in text order: $id', async ({ id, beside }) => {
    const { positions, active } = await shown()
    const near = positions()
    focus(id)
    expect(active()?.getAttribute('aria-selected')).toBe('true')
    await nextFrame()
    expect(active()?.getAttribute('aria-posinset')).toBe(String(Number(id) + 1))
    expect(positions()).toEqual([...new Set([...near, ...beside])].sort((a, b) => a - b))
  })
})
