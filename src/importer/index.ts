import { isMainThread, parentPort } from 'node:worker_threads'
import { forbidNetwork } from './forbid-network'
import { watchOver } from './watch-over'

/**
 * The importers' process. Its main thread does nothing but watch: time, memory, the way to the host. Files
 * are read in a second thread, which may be stuck or out of memory without the first one noticing it late.
 */
forbidNetwork()
if (isMainThread) {
  watchOver(new URL(import.meta.url))
} else if (parentPort !== null) {
  const { serveJobs } = await import('./serve-jobs')
  serveJobs(parentPort)
}
