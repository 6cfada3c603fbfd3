import { create } from 'zustand'
import { noFilter, type AnnotationFilter } from '../../core/annotation/filter'
import type { TextRange } from '../../core/annotation/spans'
import type { AnnotationId, ArticleId, ProjectId } from '../../core/project/ids'
import type { Scope } from '../../core/project/study'
import type { Figure } from '../../core/report/figure'
import type { ShownPassages } from '../persistence/study-view'

const views = [
  'library',
  'annotate',
  'perspectives',
  'timeline',
  'ledger',
  'codebook',
  'registers',
  'settings'
] as const
export type View = (typeof views)[number]

export const panelTabIds = ['problems', 'table', 'search', 'relations', 'revisions', 'history'] as const
export type PanelTabId = (typeof panelTabIds)[number]

/** A place that is to be shown: an annotation, a passage of the current revision, or just the article. */
export interface Place {
  articleId: ArticleId
  annotationId?: AnnotationId
  range?: TextRange
  /** An attribute of that annotation whose control is to take the keyboard. */
  field?: string
  /** The number of the revision that the range is of, when it may not be on screen yet. */
  revision?: number
}

export type OpenDialog =
  'export' | 'palette' | 'keys' | 'about' | 'new-project' | 'paste' | 'backups' | 'check' | null

/** Changes of a view that are not saved yet: leaving it asks, and undo takes back the last of them. */
export interface UnsavedDraft {
  /** What is not saved, for the question before the window closes. */
  what: string
  /** Asks the person; calls `go` when the view may be left. */
  leave(go: () => void): void
  /** Undefined when there is nothing to take back or do again. */
  undo: (() => void) | undefined
  redo: (() => void) | undefined
}

interface SessionState {
  view: View
  projectId: ProjectId | null
  articleId: ArticleId | null
  dialog: OpenDialog
  isListShown: boolean
  isInspectorShown: boolean
  areSingleKeysOn: boolean
  /** The tab of the panel below the view; null while it is closed. */
  panel: PanelTabId | null
  /** The tab that is shown when the panel is opened again. */
  lastPanel: PanelTabId
  /** Where the Annotate view is to go next; not remembered. */
  place: Place | null
  /** Null while everything is saved; not remembered. */
  unsaved: UnsavedDraft | null
  /** The side pane that lies over the article in a narrow window; not remembered. */
  paneOverText: 'isListShown' | 'isInspectorShown' | null
  /** Which articles the views of the whole study look at; not remembered. */
  scope: Scope
  /** The view a place was opened from, and which passage; not remembered. */
  cameFrom: { view: View; annotationId: AnnotationId } | null
  /** The passage that one has come back from, for the view one is in again; not remembered. */
  returnedTo: AnnotationId | null
  /** Listed beside a view of the whole study; not remembered. */
  passages: ShownPassages | null
  /** What is offered to be saved as pictures, tables and reports; not remembered. */
  report: readonly Figure[] | null
  setUnsaved(draft: UnsavedDraft | null): void
  /** What annotations are filtered by, in the article and in the table; not remembered. */
  filter: AnnotationFilter
  show(view: View): void
  openProject(id: ProjectId | null): void
  openArticle(id: ArticleId | null): void
  openDialog(dialog: OpenDialog): void
  toggle(pane: 'isListShown' | 'isInspectorShown'): void
  toggleOverText(pane: 'isListShown' | 'isInspectorShown'): void
  setSingleKeys(on: boolean): void
  showPanel(tab: PanelTabId): void
  togglePanel(): void
  /** Opens the article in the Annotate view and goes to the place in it. */
  reveal(place: Place): void
  /** The same for a passage of a view that one wants to come back to. */
  revealFrom(view: View, place: Place & { annotationId: AnnotationId }): void
  /** Goes back to where the place was opened from. */
  goBack(): void
  setFilter(filter: AnnotationFilter): void
  setScope(scope: Scope): void
  showPassages(passages: ShownPassages | null): void
  showReport(figures: readonly Figure[] | null): void
  /** The place is on screen. */
  arrived(): void
}

const remembered = [
  'view',
  'projectId',
  'articleId',
  'isListShown',
  'isInspectorShown',
  'areSingleKeysOn',
  'panel',
  'lastPanel'
] as const
const storageKey = 'counterpoint.session'

const isId = (value: unknown) => value === null || typeof value === 'string'
const isFlag = (value: unknown) => typeof value === 'boolean'
const isOneOf = (known: readonly unknown[]) => (value: unknown) => known.includes(value)

const checks: Readonly<Record<(typeof remembered)[number], (value: unknown) => boolean>> = {
  view: isOneOf(views),
  projectId: isId,
  articleId: isId,
  isListShown: isFlag,
  isInspectorShown: isFlag,
  areSingleKeysOn: isFlag,
  panel: isOneOf([null, ...panelTabIds]),
  lastPanel: isOneOf(panelTabIds)
}

const noStudy = { scope: null, cameFrom: null, returnedTo: null, passages: null, report: null }

/** What is open and shown. Where one left off is remembered between starts; it is not part of the project. */
export const useSession = create<SessionState>()((set, get) => ({
  view: 'library',
  projectId: null,
  articleId: null,
  dialog: null,
  isListShown: true,
  isInspectorShown: true,
  areSingleKeysOn: true,
  panel: null,
  lastPanel: 'problems',
  place: null,
  unsaved: null,
  paneOverText: null,
  filter: noFilter,
  ...noStudy,
  ...readRemembered(),
  setUnsaved: unsaved => set({ unsaved }),
  show: view =>
    leaving(get, view === get().view, () => set({ view, returnedTo: null, cameFrom: null, passages: null })),
  openProject: projectId =>
    leaving(get, false, () =>
      set({
        projectId,
        articleId: null,
        view: 'library',
        dialog: null,
        place: null,
        filter: noFilter,
        ...noStudy
      })
    ),
  openArticle: articleId =>
    leaving(get, articleId === null, () =>
      set(articleId === null ? { articleId } : { articleId, view: 'annotate', paneOverText: null })
    ),
  openDialog: dialog => set({ dialog }),
  toggle: pane => set(state => ({ [pane]: !state[pane] })),
  toggleOverText: pane => set(state => ({ paneOverText: state.paneOverText === pane ? null : pane })),
  setSingleKeys: areSingleKeysOn => set({ areSingleKeysOn }),
  showPanel: panel => set({ panel, lastPanel: panel }),
  togglePanel: () => set(state => ({ panel: state.panel === null ? state.lastPanel : null })),
  reveal: place => leaving(get, false, () => set({ ...shownIn(place), cameFrom: null })),
  revealFrom: (view, place) =>
    leaving(get, false, () =>
      set({ ...shownIn(place), cameFrom: { view, annotationId: place.annotationId }, returnedTo: null })
    ),
  goBack: () => {
    const { cameFrom } = get()
    if (cameFrom === null) return
    leaving(get, false, () => set({ view: cameFrom.view, returnedTo: cameFrom.annotationId, cameFrom: null }))
  },
  setFilter: filter => set({ filter }),
  setScope: scope => set({ scope, passages: null }),
  showPassages: passages => set({ passages }),
  showReport: report => set({ report }),
  arrived: () => set({ place: null })
}))

function shownIn(place: Place): Pick<SessionState, 'place' | 'articleId' | 'view' | 'paneOverText'> {
  return { place, articleId: place.articleId, view: 'annotate', paneOverText: null }
}

/** Goes where something else is shown; what is not saved is asked about first. */
function leaving(get: () => SessionState, isStaying: boolean, go: () => void): void {
  const { unsaved } = get()
  if (unsaved === null || isStaying) go()
  else unsaved.leave(go)
}

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
