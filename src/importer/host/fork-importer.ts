import { fork } from 'node:child_process'
import { capsToArguments, importerCaps, type Caps, type FromImporter } from '../protocol'
import type { ImporterProcess } from './importer-host'

/** Starts the importers' process (`entry`: its built file) as a child of a plain Node process. */
export function forkImporter(entry: string, caps: Caps = importerCaps): ImporterProcess {
  const child = fork(entry, capsToArguments(caps), {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: []
  })
  let exit = () => undefined as void
  child.on('error', () => exit())
  child.on('exit', () => exit())
  return {
    send: job => child.send(job),
    onMessage: listener => child.on('message', message => listener(message as FromImporter)),
    onExit: listener => {
      exit = listener
    },
    kill: () => child.kill('SIGKILL')
  }
}
