import type { AppInfo, Bridge } from '../../contract/ipc'
import type { OpenText } from '../../core/annotation/open-text'
import type { ArticleId } from '../../core/project/ids'
import type { CommandRegistry } from '../commands/command-registry'
import { LibraryView } from '../features/library/LibraryView'
import { ProjectsScreen } from '../features/library/ProjectsScreen'
import { useProblemPassages } from '../features/problems/use-problem-passages'
import { SettingsView } from '../features/settings/SettingsView'
import { useProjects } from '../persistence/queries'
import type { Restoring } from '../persistence/restoring'
import type { Workspace } from '../persistence/workspace'
import { announce } from '../ui/LiveRegion'
import { notify } from '../ui/Toast'
import { BackBar } from './BackBar'
import { BottomPanel } from './BottomPanel'
import { annotateView, codebookView, registersView } from './later-views'
import { togglePane, usePaneShown } from './pane-room'
import { RestoringScreen } from './RestoringScreen'
import { StudyArea } from './StudyArea'
import { useSession } from './session-store'
import { isStudyView, type ShownView } from './shown-view'
import { useArticleOpener } from './use-article-opener'
import type { Imports } from './use-imports'
import { useIsRestored } from './use-is-restored'
import { useProblemIds } from './use-problem-ids'
import type { ProjectRows } from './use-project-rows'
import { useTheme } from './use-theme'

interface ViewAreaProps {
  bridge: Bridge
  workspace: Workspace
  restoring: Restoring
  registry: CommandRegistry
  info: AppInfo | null
  view: ShownView
  /** The open project. */
  open: ProjectRows
  /** The article in the Annotate view; null when none is open. */
  articleId: ArticleId | null
  openText: OpenText | null
  imports: Imports
  newId(): string
  now(): string
  undo(): void
  onCountChange(count: number): void
  onOpenText(text: OpenText | null): void
}

/** The view that is shown, and the panel below it. */
export function ViewArea(props: ViewAreaProps) {
  const { bridge, workspace, restoring, registry, info, view, open, articleId, openText, imports } = props
  const { newId, now, undo } = props
  const session = useSession()
  const { openProject, openDialog } = session
  const isListShown = usePaneShown('isListShown')
  const isInspectorShown = usePaneShown('isInspectorShown')
  const openArticle = useArticleOpener(restoring)
  const projects = useProjects(workspace.database)
  const [theme, setTheme] = useTheme(bridge)
  const isRestored = useIsRestored(restoring, open.project?.id ?? null)
  const problemPassages = useProblemPassages()
  const problemIds = useProblemIds()
  return (
    <div className="app-view">
      {view === 'library' && !isRestored && <RestoringScreen restoring={restoring} />}
      {view === 'projects' && projects !== undefined && (
        <ProjectsScreen
          database={workspace.database}
          projects={projects}
          onOpen={openProject}
          onOpenSample={() => void imports.openSample()}
          onNew={() => openDialog('new-project')}
          onImportDataset={() => void imports.chooseDataset()}
        />
      )}
      {view === 'library' && isRestored && open.isLoaded && (
        <LibraryView
          workspace={workspace}
          project={open.project}
          articles={open.articles}
          codebook={open.codebook}
          now={now}
          notify={notify}
          undo={undo}
          onOpenArticle={openArticle}
          onImport={() => void imports.chooseArticles()}
          onPaste={() => openDialog('paste')}
        />
      )}
      {view === 'annotate' && <BackBar />}
      {view === 'annotate' && open.isLoaded && articleId !== null && (
        <annotateView.Component
          workspace={workspace}
          projectId={open.project.id}
          articleId={articleId}
          articles={open.articles}
          codebook={open.codebook}
          areSingleKeysOn={session.areSingleKeysOn}
          isListShown={isListShown}
          isInspectorShown={isInspectorShown}
          newId={newId}
          now={now}
          announce={announce}
          notify={notify}
          undo={undo}
          onOpenArticle={openArticle}
          place={session.place}
          onArrived={session.arrived}
          filter={session.filter}
          onFilter={session.setFilter}
          problemIds={problemIds}
          onReveal={session.reveal}
          problems={session.panel === 'problems' ? problemPassages : null}
          onHideList={() => togglePane('isListShown')}
          onCountChange={props.onCountChange}
          onOpenText={props.onOpenText}
        />
      )}
      {view === 'codebook' && open.isLoaded && isRestored && (
        <codebookView.Component
          key={open.project.id}
          bridge={bridge}
          workspace={workspace}
          project={open.project}
          codebook={open.codebook}
          articles={open.articles}
          appVersion={info?.version ?? ''}
          now={now}
          announce={announce}
          notify={notify}
          onUnsaved={session.setUnsaved}
        />
      )}
      {view === 'registers' && open.isLoaded && isRestored && (
        <registersView.Component
          key={open.project.id}
          workspace={workspace}
          codebook={open.codebook}
          articles={open.articles}
          newId={newId}
          now={now}
          announce={announce}
          notify={notify}
          undo={undo}
          onReveal={session.reveal}
        />
      )}
      {open.isLoaded && isRestored && (view === 'library' || view === 'annotate') && (
        <BottomPanel
          context={{
            bridge,
            workspace,
            project: open.project,
            codebook: open.codebook,
            articles: open.articles,
            articleId: view === 'annotate' ? articleId : null,
            openText: view === 'annotate' ? openText : null,
            registry,
            newId,
            now,
            reveal: session.reveal,
            filter: session.filter,
            onFilter: session.setFilter,
            problemIds
          }}
        />
      )}
      {open.isLoaded && isRestored && (
        <StudyArea
          // The views above have keys of their own beside it.
          key={`study ${open.project.id}`}
          view={isStudyView(view) ? view : null}
          bridge={bridge}
          workspace={workspace}
          project={open.project}
          codebook={open.codebook}
          articles={open.articles}
          appVersion={info?.version ?? ''}
          newId={newId}
          now={now}
          undo={undo}
        />
      )}
      {view === 'settings' && (
        <SettingsView
          bridge={bridge}
          info={info}
          theme={theme}
          areSingleKeysOn={session.areSingleKeysOn}
          annotator={open.annotator}
          bindings={registry.bindings}
          codebook={open.codebook}
          announce={announce}
          onTheme={setTheme}
          onSingleKeys={session.setSingleKeys}
          perform={edit =>
            void workspace.perform(edit).then(result => !result.ok && notify(result.error.message))
          }
        />
      )}
    </div>
  )
}
