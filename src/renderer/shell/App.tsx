import { useCallback, useState, useSyncExternalStore } from 'react'
import type { AppInfo, Bridge } from '../../contract/ipc'
import type { CommandRegistry } from '../commands/command-registry'
import { CommandContext } from '../commands/use-commands'
import { ExportDialog } from '../features/export/ExportDialog'
import { LibraryView } from '../features/library/LibraryView'
import { NewProjectDialog } from '../features/library/NewProjectDialog'
import { PasteDialog } from '../features/library/PasteDialog'
import { ProjectsScreen } from '../features/library/ProjectsScreen'
import { ProblemsButton } from '../features/problems/ProblemsButton'
import { useProblemPassages } from '../features/problems/use-problem-passages'
import { ProblemWatch } from '../features/problems/ProblemWatch'
import { Corrections } from '../features/revisions/Corrections'
import { SettingsView } from '../features/settings/SettingsView'
import type { OpenText } from '../../core/annotation/open-text'
import { builtInCodebook } from '../../core/project/built-in-codebook'
import { useProjects } from '../persistence/queries'
import type { OpenedStore } from '../persistence/open-store'
import type { Workspace } from '../persistence/workspace'
import { FailureList } from '../ui/FailureList'
import { announce, LiveRegion } from '../ui/LiveRegion'
import { notify, Toast } from '../ui/Toast'
import { AboutDialog } from './AboutDialog'
import { BottomPanel } from './BottomPanel'
import { CommandPalette } from './CommandPalette'
import { KeySheet } from './KeySheet'
import { annotateView, codebookView, registersView } from './later-views'
import { togglePane, usePaneShown } from './pane-room'
import { ProgressDialog } from './ProgressDialog'
import { ProjectDialogs } from './ProjectDialogs'
import { useSession, type View } from './session-store'
import { RestoringScreen } from './RestoringScreen'
import { StatusBar } from './StatusBar'
import { StorageBanner } from './StorageBanner'
import { TitleBar } from './TitleBar'
import { useAppCommands } from './use-app-commands'
import { useArticleOpener } from './use-article-opener'
import { useBundles } from './use-bundles'
import { useImports } from './use-imports'
import { useIsRestored } from './use-is-restored'
import { useMenuState } from './use-menu-state'
import { useOpenProject } from './use-open-project'
import { useProjectRows } from './use-project-rows'
import { useStorageTrouble } from './use-storage-trouble'
import { useTheme } from './use-theme'
import { useProblemIds } from './use-problem-ids'
import { useWalkProblems } from './use-walk-problems'
import { ViewRail } from './ViewRail'
import './shell.css'

export interface AppProps {
  bridge: Bridge
  workspace: Workspace
  store: OpenedStore
  registry: CommandRegistry
  info: AppInfo | null
  newId(): string
  now(): string
}

/** The whole window: where everything is put together. */
export function App(props: AppProps) {
  return (
    <CommandContext value={props.registry}>
      <Workbench {...props} />
    </CommandContext>
  )
}

function Workbench({ bridge, workspace, store, registry, info, newId, now }: AppProps) {
  const session = useSession()
  const isListShown = usePaneShown('isListShown')
  const isInspectorShown = usePaneShown('isInspectorShown')
  const { openProject, openDialog } = session
  const openArticle = useArticleOpener(store.restoring)
  const projects = useProjects(workspace.database)
  const saved = useSyncExternalStore(workspace.subscribe, workspace.snapshot)
  const project = useOpenProject(workspace)
  const [theme, setTheme] = useTheme(bridge)
  const [count, setCount] = useState(0)
  const [openText, setOpenText] = useState<OpenText | null>(null)
  const open = useProjectRows(workspace, project)
  const imports = useImports({ bridge, workspace, newId, now, projectId: project, articles: open.articles })
  const bundles = useBundles(bridge, store.restoring, open.project)
  useStorageTrouble(bridge)
  const isRestored = useIsRestored(store.restoring, project)
  const articleId = open.articles.find(article => article.id === session.articleId)?.id ?? null
  const undo = useCallback(() => void registry.run('edit.undo'), [registry])
  useAppCommands({
    bridge,
    workspace,
    imports,
    bundles,
    project,
    canAnnotate: open.articles.length > 0,
    saved,
    firstArticle: open.articles[0]?.id ?? null
  })
  useWalkProblems(openText)
  const problemPassages = useProblemPassages()
  const problemIds = useProblemIds()
  useMenuState(registry, bridge)

  const view = shownView(session.view, project !== null, articleId !== null)
  const createProject = async (title: string, annotatorName: string) => {
    const made = await workspace.createProject({
      title,
      description: '',
      codebook: builtInCodebook,
      annotatorName
    })
    if (made.ok) openProject(made.value)
    else notify(made.error.message)
  }
  const location = [
    open.project?.title ?? 'Projects',
    view === 'annotate' ? (open.articles.find(a => a.id === articleId)?.title ?? '') : viewNames[view]
  ]
  return (
    <div className="app">
      <TitleBar
        location={project === null ? ['Projects'] : location}
        onOpenPalette={() => openDialog('palette')}
      />
      <StorageBanner
        workspace={workspace}
        store={store}
        isArticleOpen={view === 'annotate'}
        onExport={project === null ? null : () => openDialog('export')}
        onRebuild={() => void bridge.request('store:distrust', 'A person asked for it.')}
      />
      <div className="app-main">
        <ViewRail view={view === 'projects' ? 'library' : view} registry={registry} />
        <div className="app-view">
          {view === 'library' && !isRestored && <RestoringScreen restoring={store.restoring} />}
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
              onCountChange={setCount}
              onOpenText={setOpenText}
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
      </div>
      {open.isLoaded && view === 'annotate' && openText !== null && (
        <ProblemWatch
          database={workspace.database}
          projectId={open.project.id}
          codebook={open.codebook}
          openText={openText}
        />
      )}
      <StatusBar
        save={saved.save}
        facts={factsFor(view, count, open.articles.length)}
        problems={view === 'annotate' && <ProblemsButton onOpen={() => session.showPanel('problems')} />}
        annotator={open.annotator?.name ?? ''}
        onRetry={() => void workspace.retry()}
      />
      {session.dialog === 'new-project' && (
        <NewProjectDialog
          onCreate={(title, name) => void createProject(title, name)}
          onClose={() => openDialog(null)}
        />
      )}
      {session.dialog === 'paste' && project !== null && (
        <PasteDialog onImport={imports.pasteArticle} onClose={() => openDialog(null)} />
      )}
      {session.dialog === 'palette' && (
        <CommandPalette
          registry={registry}
          articles={open.articles}
          onOpenArticle={openArticle}
          onClose={() => openDialog(null)}
        />
      )}
      {session.dialog === 'keys' && (
        <KeySheet
          registry={registry}
          codebook={open.codebook}
          onChangeKeys={() => {
            openDialog(null)
            session.show('settings')
          }}
          onClose={() => openDialog(null)}
        />
      )}
      {session.dialog === 'export' && project !== null && (
        <ExportDialog
          bridge={bridge}
          workspace={workspace}
          projectId={project}
          articleId={view === 'annotate' ? articleId : null}
          articleCount={open.articles.length}
          generator={{ name: 'Counterpoint', version: info?.version ?? '' }}
          now={now}
          onExported={({ path }) =>
            notify(`Exported to ${path.split(/[\\/]/u).at(-1) ?? path}.`, {
              label: 'Show file',
              run: () => void bridge.request('shell:show-file', path)
            })
          }
          onClose={() => openDialog(null)}
        />
      )}
      {open.project !== null && (
        <ProjectDialogs
          bridge={bridge}
          database={workspace.database}
          project={open.project}
          dialog={session.dialog}
          now={now}
          onMade={projectId => void bundles.openMade(projectId)}
          onClose={() => openDialog(null)}
        />
      )}
      {session.dialog === 'about' && info !== null && (
        <AboutDialog info={info} onClose={() => openDialog(null)} />
      )}
      {open.isLoaded && (
        <Corrections
          bridge={bridge}
          workspace={workspace}
          codebook={open.codebook}
          openText={view === 'annotate' ? openText : null}
          newId={newId}
          now={now}
          undo={undo}
          onShow={session.reveal}
        />
      )}
      {imports.report !== null && <FailureList {...imports.report} onClose={imports.closeReport} />}
      {imports.progress !== null && <ProgressDialog {...imports.progress} />}
      {bundles.progress !== null && <ProgressDialog {...bundles.progress} />}
      {imports.isDragging && <div className="drop-overlay">Drop text or Markdown files to import them</div>}
      <Toast />
      <LiveRegion />
    </div>
  )
}

const viewNames = {
  library: 'Library',
  annotate: 'Annotate',
  codebook: 'Codebook',
  registers: 'Registers',
  settings: 'Settings',
  projects: 'Projects'
} as const
type ShownView = keyof typeof viewNames

/** Without a project there are only projects to choose from; without an article nothing to annotate. */
function shownView(wanted: View, hasProject: boolean, hasArticle: boolean): ShownView {
  if (!hasProject && wanted !== 'settings') return 'projects'
  return wanted === 'annotate' && !hasArticle ? 'library' : wanted
}

function factsFor(view: ShownView, annotations: number, articles: number): string[] {
  if (view === 'annotate') return [annotations === 1 ? '1 annotation' : `${annotations} annotations`]
  if (view === 'library') return [articles === 1 ? '1 article' : `${articles} articles`]
  return []
}
