import { describe, expect, test, vi } from 'vitest'
import { AnnotationIndex } from '../../../../src/core/annotation/annotation-index'
import type { Edit } from '../../../../src/core/history/change-set'
import { builtInCodebook } from '../../../../src/core/project/built-in-codebook'
import type { Attribute, Codebook } from '../../../../src/core/project/codebook'
import type { Annotation, Revision } from '../../../../src/core/project/entities'
import type { AnnotationId } from '../../../../src/core/project/ids'
import { fail, ok } from '../../../../src/core/result'
import {
  createAnnotateActions,
  type AnnotateDependencies
} from '../../../../src/renderer/features/annotate/annotate-actions'
import type { Workspace } from '../../../../src/renderer/persistence/workspace'

const at = '2026-01-01T00:00:00.000Z'
const id = 'n' as AnnotationId
const perspective: Annotation = {
  id,
  projectId: 'p' as Annotation['projectId'],
  articleId: 'a' as Annotation['articleId'],
  revision: 1,
  layer: 'perspective' as Annotation['layer'],
  spans: [{ role: 'content', startUtf16: 0, endUtf16: 4, quote: 'text' }],
  attributes: { frames: ['morality'] },
  memo: '',
  confidence: null,
  annotatorId: 'me' as Annotation['annotatorId'],
  origin: 'manual',
  createdAt: at,
  updatedAt: at
}
const attributeOf = (name: string): Attribute =>
  builtInCodebook.layers
    .flatMap(layer => layer.attributes)
    .find(attribute => attribute.id === name) as Attribute

/** Actions over a store that answers when it is told to. */
function withStore() {
  const index = new AnnotationIndex([{ type: 'paragraph', startUtf16: 0, endUtf16: 4 }], [perspective])
  const announce = vi.fn<(message: string) => void>()
  const notify = vi.fn<(message: string) => void>()
  const waiting: ((isStored: boolean) => void)[] = []
  const perform = (edit: Edit) =>
    new Promise(resolve => {
      waiting.push(isStored => {
        if (isStored) index.patch(edit.changes, perspective.articleId, 1)
        resolve(isStored ? ok(null) : fail('not-saved', 'The disk is full.'))
      })
    })
  const actions = createAnnotateActions({
    workspace: { perform } as unknown as Workspace,
    open: { index, revision: { text: 'text' } as Revision, latestArticle: vi.fn() },
    codebook: { ...builtInCodebook, projectId: 'p' } as Codebook,
    newId: () => 'new',
    now: () => at,
    announce,
    notify,
    undo: vi.fn()
  } satisfies AnnotateDependencies)
  const settle = () => new Promise(resolve => setTimeout(resolve))
  return {
    actions,
    announce,
    notify,
    value: (name: string) => index.get(id)?.attributes[name],
    settle,
    /** Lets the store answer the change it was asked for first. */
    answer: async (isStored: boolean) => {
      await settle()
      waiting.shift()?.(isStored)
      await settle()
    }
  }
}

describe('setting an attribute', () => {
  test('is announced when it is stored, not before', async () => {
    const { actions, announce, answer, settle } = withStore()
    actions.setAttribute(id, attributeOf('stance'), 'supports')
    await settle()
    expect(announce).not.toHaveBeenCalled()
    await answer(true)
    expect(announce.mock.calls).toEqual([['Stance, supports']])
  })

  test('that is refused is not announced, and its reason is shown', async () => {
    const { actions, announce, notify, answer } = withStore()
    actions.setAttribute(id, attributeOf('stance'), 'supports')
    await answer(false)
    expect(announce).not.toHaveBeenCalled()
    expect(notify.mock.calls).toEqual([['The disk is full.']])
  })

  // Both were made while the screen still showed one frame.
  test('from the value before makes nothing undone that is on its way', async () => {
    const { actions, value, answer } = withStore()
    const add = (frame: string) =>
      actions.setAttribute(id, attributeOf('frames'), current => [
        ...(Array.isArray(current) ? (current as string[]) : []),
        frame
      ])
    add('economic')
    add('political')
    await answer(true)
    await answer(true)
    expect(value('frames')).toEqual(['morality', 'economic', 'political'])
  })
})

describe('one of several options', () => {
  test('is chosen by its key and taken back by the same, and each is said', async () => {
    const { actions, announce, answer, value } = withStore()
    actions.toggleOption(id, attributeOf('frames'), 'economic')
    await answer(true)
    expect(value('frames')).toEqual(['morality', 'economic'])
    actions.toggleOption(id, attributeOf('frames'), 'economic')
    await answer(true)
    expect(value('frames')).toEqual(['morality'])
    expect(announce.mock.calls).toEqual([['Frames, economic'], ['Frames, economic removed']])
  })
})
