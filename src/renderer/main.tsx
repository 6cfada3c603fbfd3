import '@fontsource-variable/inter/index.css'
import '@fontsource-variable/source-serif-4/opsz.css'
import '@fontsource-variable/source-serif-4/opsz-italic.css'
import './styles/tokens.css'
import './styles/base.css'
import { createRoot, type Root } from 'react-dom/client'
import type { Bridge } from '../contract/ipc'
import { CommandRegistry } from './commands/command-registry'
import { applyTheme, rememberedTheme } from './features/settings/theme'
import { openDatabase } from './persistence/open-database'
import { Workspace } from './persistence/workspace'
import { loadAnnotateView } from './shell/AnnotateWhenLoaded'
import { App } from './shell/App'
import { reportErrors } from './shell/report-errors'
import { Button } from './ui/Button'
import { ErrorBoundary } from './ui/ErrorBoundary'
import { FailureScreen } from './ui/FailureScreen'

/** The composition root: time, ids, the database and the bridge meet here and nowhere else. */
async function start(root: Root): Promise<void> {
  const bridge = window.counterpoint
  applyTheme(rememberedTheme())
  const [database, info] = await Promise.all([openDatabase(), bridge.request('app:info')])
  if (!database.ok) {
    root.render(
      <FailureScreen title="Your projects did not open" message={database.error.message}>
        <Button look="primary" onClick={() => window.location.reload()}>
          Try again
        </Button>
        <Button onClick={() => void bridge.request('shell:show-log')}>Show log file</Button>
      </FailureScreen>
    )
    return
  }
  const newId = () => crypto.randomUUID()
  const now = () => new Date().toISOString()
  const workspace = new Workspace({ database: database.value, newId, now })
  bridge.on('window:closing', () => {
    // What is being typed is saved by leaving its field.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    void workspace.whenIdle().then(() => bridge.request('window:ready-to-close'))
  })
  root.render(
    <ErrorBoundary fallback={error => <Crashed bridge={bridge} message={error.message} />}>
      <App
        bridge={bridge}
        workspace={workspace}
        registry={new CommandRegistry()}
        info={info.ok ? info.value : null}
        newId={newId}
        now={now}
      />
    </ErrorBoundary>
  )
  requestIdleCallback(() => void loadAnnotateView())
  void workspace.removeUnfinishedImports()
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
