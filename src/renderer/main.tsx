import '@fontsource-variable/inter/index.css'
import '@fontsource-variable/source-serif-4/opsz.css'
import '@fontsource-variable/source-serif-4/opsz-italic.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/view.css'
import { createRoot, type Root } from 'react-dom/client'
import type { Bridge } from '../contract/ipc'
import { CommandRegistry } from './commands/command-registry'
import { KeyBindings } from './commands/key-bindings'
import { applyTheme, rememberedTheme } from './features/settings/theme'
import { settledProjects } from './persistence/check-store'
import { journalOver } from './persistence/journal'
import { openStore, type OpenedStore } from './persistence/open-store'
import { Workspace, writeLimitMs } from './persistence/workspace'
import { annotateView, loadStudyViews } from './shell/later-views'
import { App } from './shell/App'
import { reportErrors } from './shell/report-errors'
import { RestoringScreen } from './shell/RestoringScreen'
import { useSession } from './shell/session-store'
import { Button } from './ui/Button'
import { ErrorBoundary } from './ui/ErrorBoundary'
import { FailureScreen } from './ui/FailureScreen'

const newId = () => crypto.randomUUID()
const now = () => new Date().toISOString()

/** Keys that were chosen stay with this computer, as the theme does. */
const keyMemory = {
  read: () => localStorage.getItem('counterpoint.keys'),
  write: (text: string) => localStorage.setItem('counterpoint.keys', text)
}

/** The composition root: time, ids, the database and the bridge meet here and nowhere else. */
async function start(root: Root): Promise<void> {
  const bridge = window.counterpoint
  applyTheme(rememberedTheme())
  const { projectId, articleId } = useSession.getState()
  const journal = journalOver(bridge, writeLimitMs)
  const last = { projectId, articleId }
  const opening = openStore({ bridge, journal, last, newId, now, limitMs: writeLimitMs })
  const [store, info] = await Promise.all([opening, bridge.request('app:info')])
  if (!store.ok) {
    root.render(<NotOpened bridge={bridge} message={store.error.message} />)
    return
  }
  const { database, restoring, hasJournal } = store.value
  const workspace = new Workspace({ database, journal, hasJournal, newId, now })
  saveBeforeClosing(bridge, workspace, store.value)
  // The undo history is read when a project is opened, and comes last when it is restored.
  restoring.onRestored(restored => {
    if (workspace.project()?.projectId === restored) void workspace.openProject(restored)
  })
  if (restoring.isNeeded()) {
    root.render(<RestoringScreen restoring={restoring} />)
    await new Promise<void>(resolve => void restoring.run(resolve))
  }
  root.render(
    <ErrorBoundary fallback={error => <Crashed bridge={bridge} message={error.message} />}>
      <App
        bridge={bridge}
        workspace={workspace}
        store={store.value}
        registry={new CommandRegistry(new KeyBindings(keyMemory))}
        info={info.ok ? info.value : null}
        newId={newId}
        now={now}
      />
    </ErrorBoundary>
  )
  // The largest first; the others when there is nothing else to do.
  requestIdleCallback(() => void annotateView.load().then(loadStudyViews))
}

function saveBeforeClosing(bridge: Bridge, workspace: Workspace, store: OpenedStore): void {
  bridge.on('window:closing', () => {
    // What is being typed is saved by leaving its field.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    void closeWindow(bridge, workspace, store)
  })
}

async function closeWindow(bridge: Bridge, workspace: Workspace, store: OpenedStore): Promise<void> {
  await workspace.whenIdle()
  await workspace.retry()
  const { save } = workspace.snapshot()
  const { unsaved } = useSession.getState()
  if (unsaved !== null) {
    await bridge.request('window:not-saved', unsaved.what)
    return
  }
  // What is in the journal is safe, whatever has become of the working store.
  if (save.status === 'failed' && !save.canRebuild) {
    await bridge.request('window:not-saved', save.reason)
    return
  }
  const isWhole = save.status === 'saved' && store.restoring.snapshot().waiting.length === 0
  try {
    if (isWhole) await bridge.request('store:settled', await settledProjects(store.database))
  } finally {
    await bridge.request('window:ready-to-close')
  }
}

function NotOpened({ bridge, message }: { bridge: Bridge; message: string }) {
  return (
    <FailureScreen title="Your projects did not open" message={message}>
      <Button look="primary" onClick={() => window.location.reload()}>
        Try again
      </Button>
      <Button onClick={() => void bridge.request('shell:show-log')}>Show log file</Button>
    </FailureScreen>
  )
}

function Crashed({ bridge, message }: { bridge: Bridge; message: string }) {
  return (
    <FailureScreen title="This view stopped working" message={`${message} What was saved is safe.`}>
      <Button look="primary" onClick={() => window.location.reload()}>
        Open again
      </Button>
      <Button onClick={() => void bridge.request('shell:show-log')}>Show log file</Button>
    </FailureScreen>
  )
}

const element = document.getElementById('root')
if (element === null) throw new Error('The page has no root element')
const root = createRoot(element, reportErrors(window.counterpoint))
void start(root)
