import type { RootOptions } from 'react-dom/client'
import type { Bridge } from '../../contract/ipc'
import { notify } from '../ui/Toast'

/** Sends every unexpected error to the log and tells the person; the answer does the same for React's. */
export function reportErrors(bridge: Bridge): RootOptions {
  const report = (error: unknown) => {
    const known = error instanceof Error ? error : new Error(String(error))
    void bridge.request('log:error', {
      message: known.message.slice(0, 20_000),
      stack: (known.stack ?? '').slice(0, 50_000)
    })
    notify(`Something went wrong: ${known.message} What was saved is safe.`, {
      label: 'Show log file',
      run: () => void bridge.request('shell:show-log')
    })
  }
  window.addEventListener('error', event => report(event.error ?? event.message))
  window.addEventListener('unhandledrejection', event => report(event.reason))
  return { onCaughtError: report, onUncaughtError: report }
}
