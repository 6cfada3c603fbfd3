import { useMemo } from 'react'
import type { Bridge } from '../../contract/ipc'
import type { ProjectId } from '../../core/project/ids'
import type { CommandHandler, CommandHandlers } from '../commands/command-registry'
import { useCommands } from '../commands/use-commands'
import type { Workspace, WorkspaceSnapshot } from '../persistence/workspace'
import { announce } from '../ui/LiveRegion'
import { notify } from '../ui/Toast'
import { focusNextPane } from './focus-next-pane'
import { togglePane, usePaneShown } from './pane-room'
import { panelTabs } from './panel-tabs'
import { useSession, type PanelTabId, type View } from './session-store'
import type { StudyViewId } from './shown-view'
import type { Bundles } from './use-bundles'
import type { Imports } from './use-imports'

interface AppCommandDependencies {
  bridge: Bridge
  workspace: Workspace
  imports: Imports
  bundles: Bundles
  /** The open project. */
  project: ProjectId | null
  canAnnotate: boolean
  saved: WorkspaceSnapshot
  /** The article to open when Annotate is chosen and none was open. */
  firstArticle: Parameters<ReturnType<typeof useSession.getState>['openArticle']>[0]
}

/** Offers the commands that work in every view. */
export function useAppCommands(deps: AppCommandDependencies): void {
  const { bridge, workspace, imports, bundles, project, canAnnotate, saved, firstArticle } = deps
  const hasProject = project !== null
  const view = useSession(state => state.view)
  const isListShown = usePaneShown('isListShown')
  const isInspectorShown = usePaneShown('isInspectorShown')
  const panel = useSession(state => state.panel)
  const unsaved = useSession(state => state.unsaved)
  const canGoBack = useSession(state => state.cameFrom !== null)
  const { undoLabel, redoLabel } = saved
  const handlers = useMemo<CommandHandlers>(() => {
    const session = useSession.getState
    const step = async (kind: 'undo' | 'redo') => {
      // What is being typed is finished first, so that undo takes back what one sees.
      // The text and the lists keep the keyboard: nothing is being typed there.
      const typing = document.activeElement
      if (typing instanceof HTMLElement && typing.matches('input, textarea, select')) typing.blur()
      await workspace.whenIdle()
      const result = await workspace[kind]()
      if (!result.ok) return notify(result.error.message)
      if (result.value !== null)
        announce(`${kind === 'undo' ? 'Undone' : 'Done again'}: ${result.value.label}`)
    }
    /** While a draft is open, its own changes are what one takes back. */
    const draftStep = (verb: string, run: (() => void) | undefined): CommandHandler => ({
      run: () => run?.(),
      enabled: run !== undefined,
      label: `${verb} draft change`
    })
    const named = (verb: string, label: string | null) =>
      label === null ? verb : `${verb} ${label.charAt(0).toLowerCase()}${label.slice(1)}`
    return {
      'project.new': { run: () => session().openDialog('new-project') },
      'project.open': { run: () => session().openProject(null), enabled: hasProject },
      'project.sample': { run: () => void imports.openSample() },
      'project.backups': { run: () => session().openDialog('backups'), enabled: hasProject },
      'project.check': { run: () => session().openDialog('check'), enabled: hasProject },
      'project.show-folder': {
        run: () => {
          if (project !== null) void bridge.request('project:show-folder', project)
        },
        enabled: hasProject
      },
      'bundle.export': { run: () => void bundles.exportBundle(), enabled: hasProject },
      'bundle.import': { run: () => void bundles.importBundle() },
      'articles.import': { run: () => void imports.chooseArticles(), enabled: hasProject },
      'articles.import-folder': { run: () => void imports.chooseFolder(), enabled: hasProject },
      'articles.paste': { run: () => session().openDialog('paste'), enabled: hasProject },
      'dataset.import': { run: () => void imports.chooseDataset() },
      'dataset.export': { run: () => session().openDialog('export'), enabled: hasProject },
      'edit.undo':
        unsaved === null
          ? { run: () => void step('undo'), enabled: undoLabel !== null, label: named('Undo', undoLabel) }
          : draftStep('Undo', unsaved.undo),
      'edit.redo':
        unsaved === null
          ? { run: () => void step('redo'), enabled: redoLabel !== null, label: named('Redo', redoLabel) }
          : draftStep('Redo', unsaved.redo),
      'view.library': { run: () => session().show('library'), checked: view === 'library' },
      'view.annotate': {
        run: () =>
          session().articleId === null ? session().openArticle(firstArticle) : session().show('annotate'),
        enabled: canAnnotate,
        checked: view === 'annotate'
      },
      ...panelHandlers(hasProject && (view === 'library' || view === 'annotate'), panel),
      ...studyHandlers(canAnnotate, view),
      'view.back': { run: () => session().goBack(), enabled: view === 'annotate' && canGoBack },
      'view.codebook': {
        run: () => session().show('codebook'),
        enabled: hasProject,
        checked: view === 'codebook'
      },
      'view.registers': {
        run: () => session().show('registers'),
        enabled: hasProject,
        checked: view === 'registers'
      },
      'view.settings': { run: () => session().show('settings'), checked: view === 'settings' },
      'view.toggle-list': { run: () => togglePane('isListShown'), checked: isListShown },
      'view.toggle-inspector': { run: () => togglePane('isInspectorShown'), checked: isInspectorShown },
      'view.next-pane': { run: focusNextPane },
      'view.palette': { run: () => session().openDialog('palette') },
      'help.keys': { run: () => session().openDialog('keys') },
      'help.log': { run: () => void bridge.request('shell:show-log') },
      'help.about': { run: () => session().openDialog('about') }
    }
  }, [
    bridge,
    workspace,
    imports,
    bundles,
    project,
    hasProject,
    canAnnotate,
    undoLabel,
    redoLabel,
    unsaved,
    view,
    panel,
    canGoBack,
    isListShown,
    isInspectorShown,
    firstArticle
  ])
  useCommands(handlers)
}

/** The views of the whole study have something to show when there is an article. */
function studyHandlers(hasArticles: boolean, view: View): CommandHandlers {
  const handler = (id: StudyViewId): CommandHandler => ({
    run: () => useSession.getState().show(id),
    enabled: hasArticles,
    checked: view === id
  })
  return {
    'view.perspectives': handler('perspectives'),
    'view.timeline': handler('timeline'),
    'view.ledger': handler('ledger')
  }
}

/** One command for each tab of the panel, and one that opens and closes it. */
function panelHandlers(hasPanel: boolean, shown: PanelTabId | null): CommandHandlers {
  const { showPanel, togglePanel } = useSession.getState()
  const handlers: CommandHandlers = {
    'view.toggle-panel': {
      run: togglePanel,
      enabled: hasPanel && panelTabs.length > 0,
      checked: shown !== null
    }
  }
  for (const { id } of panelTabs) handlers[`panel.${id}`] = { run: () => showPanel(id), enabled: hasPanel }
  return handlers
}
