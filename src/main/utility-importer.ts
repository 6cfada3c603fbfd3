import { join } from 'node:path'
import { utilityProcess } from 'electron'
import type { ImporterProcess } from '../importer/host/importer-host'
import { capsToArguments, importerCaps, type FromImporter } from '../importer/protocol'

/** Starts the importers' process beside the built main process, as a utility process of its own. */
export function startUtilityImporter(mainFolder: string): ImporterProcess {
  const child = utilityProcess.fork(join(mainFolder, 'importer.js'), capsToArguments(importerCaps), {
    serviceName: 'Counterpoint importer',
    stdio: 'ignore'
  })
  return {
    send: job => child.postMessage(job),
    onMessage: listener => child.on('message', (message: FromImporter) => listener(message)),
    onExit: listener => child.once('exit', () => listener()),
    kill: () => child.kill()
  }
}
