import { useCallback, useState, useSyncExternalStore } from 'react'
import type { AppInfo, Bridge } from '../../contract/ipc'
import type { CommandRegistry } from '../commands/command-registry'
import { CommandContext } from '../commands/use-commands'
import { ExportDialog } from '../features/export/ExportDialog'
import { NewProjectDialog } from '../features/library/NewProjectDialog'
import { PasteDialog } from '../features/library/PasteDialog'
import { ProblemsButton } from '../features/problems/ProblemsButton'
import { ProblemWatch } from '../features/problems/ProblemWatch'
import { Corrections } from '../features/revisions/Corrections'
import type { OpenText } from '../../core/annotation/open-text'
import { builtInCodebook } from '../../core/project/built-in-codebook'
import type { Scope } from '../../core/project/study'
import type { OpenedStore } from '../persistence/open-store'
import type { Workspace } from '../persistence/workspace'
import { LiveRegion } from '../ui/LiveRegion'
import { notify, Toast } from '../ui/Toast'
import { AboutDialog } from './AboutDialog'
import { CommandPalette } from './CommandPalette'
import { ImportDialogs } from './ImportDialogs'
import { KeySheet } from './KeySheet'
import { ProgressDialog } from './ProgressDialog'
import { ProjectDialogs } from './ProjectDialogs'
import { useSession } from './session-store'
import { isStudyView, shownView, viewNames, type ShownView } from './shown-view'
import { StatusBar } from './StatusBar'
import { StorageBanner } from './StorageBanner'
import { TitleBar } from './TitleBar'
import { useAppCommands } from './use-app-commands'
import { useArticleOpener } from './use-article-opener'
import { useBundles } from './use-bundles'
import { useImports } from './use-imports'
import { useMenuState } from './use-menu-state'
import { useOpenProject } from './use-open-project'
import { useProjectRows } from './use-project-rows'
import { useStorageTrouble } from './use-storage-trouble'
import { useWalkProblems } from './use-walk-problems'
import { ViewArea } from './ViewArea'
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
  const { openProject, openDialog } = session
  const openArticle = useArticleOpener(store.restoring)
  const saved = useSyncExternalStore(workspace.subscribe, workspace.snapshot)
  const project = useOpenProject(workspace)
  const [count, setCount] = useState(0)
  const [openText, setOpenText] = useState<OpenText | null>(null)
  const open = useProjectRows(workspace, project)
  const imports = useImports({ bridge, workspace, newId, now, projectId: project, articles: open.articles })
  const bundles = useBundles(bridge, store.restoring, open.project)
  useStorageTrouble(bridge)
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
        <ViewArea
          bridge={bridge}
          workspace={workspace}
          restoring={store.restoring}
          registry={registry}
          info={info}
          view={view}
          open={open}
          articleId={articleId}
          openText={openText}
          imports={imports}
          newId={newId}
          now={now}
          undo={undo}
          onCountChange={setCount}
          onOpenText={setOpenText}
        />
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
        facts={factsFor(view, count, open.articles.length, session.scope)}
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
      <ImportDialogs imports={imports} />
      {bundles.progress !== null && <ProgressDialog {...bundles.progress} />}
      <Toast />
      <LiveRegion />
    </div>
  )
}

function factsFor(view: ShownView, annotations: number, articles: number, scope: Scope): string[] {
  if (view === 'annotate') return [annotations === 1 ? '1 annotation' : `${annotations} annotations`]
  if (view === 'library') return [articles === 1 ? '1 article' : `${articles} articles`]
  if (isStudyView(view))
    return [
      scope === null || scope.length === articles
        ? `Scope: ${articles === 1 ? 'the one article' : `all ${articles} articles`}`
        : `Scope: ${scope.length} of ${articles} articles`
    ]
  return []
}
