import { create } from 'zustand'
import type { ArticleId, ProjectId } from '../../core/project/ids'

export type View = 'library' | 'annotate' | 'settings'
export type OpenDialog =
  'export' | 'palette' | 'keys' | 'about' | 'new-project' | 'paste' | 'backups' | 'check' | null

interface SessionState {
  view: View
  projectId: ProjectId | null
  articleId: ArticleId | null
  dialog: OpenDialog
  isListShown: boolean
  isInspectorShown: boolean
  areSingleKeysOn: boolean
  /** The side pane that lies over the article in a narrow window; not remembered. */
  paneOverText: 'isListShown' | 'isInspectorShown' | null
  show(view: View): void
  openProject(id: ProjectId | null): void
  openArticle(id: ArticleId | null): void
  openDialog(dialog: OpenDialog): void
  toggle(pane: 'isListShown' | 'isInspectorShown'): void
  toggleOverText(pane: 'isListShown' | 'isInspectorShown'): void
  setSingleKeys(on: boolean): void
}

const remembered = [
  'view',
  'projectId',
  'articleId',
  'isListShown',
  'isInspectorShown',
  'areSingleKeysOn'
] as const
const storageKey = 'counterpoint.session'

const isId = (value: unknown) => value === null || typeof value === 'string'
const isFlag = (value: unknown) => typeof value === 'boolean'
const isView = (value: unknown) => value === 'library' || value === 'annotate' || value === 'settings'

const checks: Readonly<Record<(typeof remembered)[number], (value: unknown) => boolean>> = {
  view: isView,
  projectId: isId,
  articleId: isId,
  isListShown: isFlag,
  isInspectorShown: isFlag,
  areSingleKeysOn: isFlag
}

/** What is open and shown. Where one left off is remembered between starts; it is not part of the project. */
export const useSession = create<SessionState>()(set => ({
  view: 'library',
  projectId: null,
  articleId: null,
  dialog: null,
  isListShown: true,
  isInspectorShown: true,
  areSingleKeysOn: true,
  paneOverText: null,
  ...readRemembered(),
  show: view => set({ view }),
  openProject: projectId => set({ projectId, articleId: null, view: 'library', dialog: null }),
  openArticle: articleId =>
    set(articleId === null ? { articleId } : { articleId, view: 'annotate', paneOverText: null }),
  openDialog: dialog => set({ dialog }),
  toggle: pane => set(state => ({ [pane]: !state[pane] })),
  toggleOverText: pane => set(state => ({ paneOverText: state.paneOverText === pane ? null : pane })),
  setSingleKeys: areSingleKeysOn => set({ areSingleKeysOn })
}))

useSession.subscribe(state => {
  const kept = Object.fromEntries(remembered.map(key => [key, state[key]]))
  localStorage.setItem(storageKey, JSON.stringify(kept))
})

/** What was stored, as far as it has the right shape; anything else is forgotten. */
function readRemembered(): Partial<SessionState> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}')
    if (typeof stored !== 'object' || stored === null) return {}
    return Object.fromEntries(
      Object.entries(stored).filter(([key, value]) =>
        remembered.some(known => known === key && checks[known](value))
      )
    )
  } catch {
    return {}
  }
}
