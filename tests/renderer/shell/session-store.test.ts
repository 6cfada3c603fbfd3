// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { ArticleId, ProjectId } from '../../../src/core/project/ids'

const storageKey = 'counterpoint.session'

/** The store as a start of the program makes it from what is in localStorage. */
async function started(stored?: string) {
  if (stored !== undefined) localStorage.setItem(storageKey, stored)
  const { useSession } = await import('../../../src/renderer/shell/session-store')
  return useSession
}

beforeEach(() => vi.resetModules())
afterEach(() => localStorage.clear())

const untouched = {
  view: 'library',
  projectId: null,
  articleId: null,
  dialog: null,
  isListShown: true,
  isInspectorShown: true,
  areSingleKeysOn: true
}

describe('what was stored wrongly is forgotten', () => {
  const corrupt: [what: string, stored: string][] = [
    ['nothing', ''],
    ['half a text', '{"view":"ann'],
    ['null', 'null'],
    ['a number', '7'],
    ['a list', '["annotate"]'],
    ['a view that is not there', '{"view":"atlas"}'],
    ['an id that is an object', '{"projectId":{"$ne":null},"articleId":7}'],
    ['flags that are texts', '{"isListShown":"false","isInspectorShown":0,"areSingleKeysOn":null}'],
    ['a dialog, which is not remembered', '{"dialog":"export"}'],
    ['a function of the store', '{"show":1,"openProject":"x"}'],
    ['a hidden key', '{"__proto__":{"view":"settings"}}']
  ]
  test.each(corrupt)('%s', async (_, stored) => {
    const state = (await started(stored)).getState()
    expect(state).toMatchObject(untouched)
    expect(state.show).toBeTypeOf('function')
    expect(state.openProject).toBeTypeOf('function')
  })

  test('while what is right beside it is kept', async () => {
    const stored =
      '{"view":"annotate","projectId":"p","articleId":7,"isListShown":false,"isInspectorShown":"no"}'
    expect((await started(stored)).getState()).toMatchObject({
      ...untouched,
      view: 'annotate',
      projectId: 'p',
      isListShown: false
    })
  })
})

test('where one left off is there at the next start, without the open dialog', async () => {
  const before = (await started()).getState()
  before.openProject('p' as ProjectId)
  before.openArticle('a' as ArticleId)
  before.toggle('isInspectorShown')
  before.setSingleKeys(false)
  before.openDialog('palette')
  vi.resetModules()
  expect((await started()).getState()).toMatchObject({
    view: 'annotate',
    projectId: 'p',
    articleId: 'a',
    dialog: null,
    isListShown: true,
    isInspectorShown: false,
    areSingleKeysOn: false
  })
})

test('another project opens in its library, without an article', async () => {
  const session = await started('{"view":"annotate","projectId":"p","articleId":"a"}')
  session.getState().openProject('q' as ProjectId)
  expect(session.getState()).toMatchObject({ view: 'library', projectId: 'q', articleId: null })
})

test('leaving an article stays in the view', async () => {
  const session = await started('{"view":"annotate","projectId":"p","articleId":"a"}')
  session.getState().openArticle(null)
  expect(session.getState()).toMatchObject({ view: 'annotate', articleId: null })
})

describe('a view with unsaved changes is not left unasked', () => {
  const places: [
    what: string,
    go: (state: ReturnType<Awaited<ReturnType<typeof started>>['getState']>) => void
  ][] = [
    ['another view', state => state.show('library')],
    ['an article', state => state.openArticle('a' as ArticleId)],
    ['a place in an article', state => state.reveal({ articleId: 'a' as ArticleId })],
    ['another project', state => state.openProject('p' as ProjectId)]
  ]
  test.each(places)('%s', async (_, go) => {
    const store = await started()
    store.getState().show('codebook')
    const leave = vi.fn<(go: () => void) => void>()
    store.getState().setUnsaved({ what: 'A draft.', leave, undo: undefined, redo: undefined })
    store.getState().show('codebook')
    expect(leave).not.toHaveBeenCalled()
    go(store.getState())
    expect(store.getState().view).toBe('codebook')
    leave.mock.lastCall?.[0]()
    expect(store.getState().view).not.toBe('codebook')
  })
})
