import type { ReactNode } from 'react'
import type { Bridge } from '../../contract/ipc'
import type { OpenText } from '../../core/annotation/open-text'
import type { AnnotationFilter } from '../../core/annotation/filter'
import type { Codebook } from '../../core/project/codebook'
import type { Article, Project } from '../../core/project/entities'
import type { AnnotationId, ArticleId } from '../../core/project/ids'
import type { CommandRegistry } from '../commands/command-registry'
import { SearchPanel } from '../features/search/SearchPanel'
import { TablePanel } from '../features/table/TablePanel'
import { HistoryPanel } from '../features/history/HistoryPanel'
import { ProblemsPanel } from '../features/problems/ProblemsPanel'
import { RelationsPanel } from '../features/relations/RelationsPanel'
import { RevisionsPanel } from '../features/revisions/RevisionsPanel'
import type { Workspace } from '../persistence/workspace'
import type { PanelTabId, Place } from './session-store'

/** What a tab can be given; each takes what it needs as its own properties. */
export interface PanelContext {
  bridge: Bridge
  workspace: Workspace
  project: Project
  codebook: Codebook
  articles: readonly Article[]
  /** The article in the Annotate view; null in the Library. */
  articleId: ArticleId | null
  /** That article as it is on screen; null until it is there. */
  openText: OpenText | null
  registry: CommandRegistry
  newId(): string
  now(): string
  /** Shows a place in the Annotate view. */
  reveal(place: Place): void
  /** The filter that the article and the table share. */
  filter: AnnotationFilter
  onFilter(filter: AnnotationFilter): void
  /** Annotations of the article on screen that have problems; null while none is. */
  problemIds: ReadonlySet<AnnotationId> | null
}

export interface PanelTab {
  id: PanelTabId
  title: string
  render(context: PanelContext): ReactNode
}

/** The tabs of the panel below the view, in their order. */
export const panelTabs: readonly PanelTab[] = [
  {
    id: 'problems',
    title: 'Problems',
    render: context => <ProblemsPanel {...context} undo={() => context.registry.run('edit.undo')} />
  },
  {
    id: 'table',
    title: 'Annotations',
    render: context => <TablePanel {...context} undo={() => context.registry.run('edit.undo')} />
  },
  { id: 'search', title: 'Search', render: context => <SearchPanel {...context} /> },
  { id: 'relations', title: 'Relations', render: context => <RelationsPanel {...context} /> },
  {
    id: 'revisions',
    title: 'Text and revisions',
    render: context => (
      <RevisionsPanel
        {...context}
        undo={() => context.registry.run('edit.undo')}
        onGoTo={({ articleId, id }) => context.reveal({ articleId, annotationId: id })}
      />
    )
  },
  {
    id: 'history',
    title: 'History',
    render: context => <HistoryPanel {...context} undo={() => context.registry.run('edit.undo')} />
  }
]
