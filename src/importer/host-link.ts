import type { FromImporter, Job } from './protocol'

/** The way to whoever started this process. */
export interface HostLink {
  onJob(listener: (job: Job) => void): void
  /** Resolves when the message is on its way. */
  send(message: FromImporter): Promise<void>
}

/** The part of Electron's `process.parentPort` that is used; the types of Electron stay out of here. */
interface UtilityPort {
  on(event: 'message', listener: (message: { data: Job }) => void): void
  postMessage(message: FromImporter): void
}

/** Electron's port when this is a utility process, else the channel of `child_process.fork`. */
export function linkToHost(): HostLink {
  const port: unknown = Reflect.get(process, 'parentPort')
  if (isUtilityPort(port)) {
    return {
      onJob: listener => port.on('message', ({ data }) => listener(data)),
      send: message => {
        port.postMessage(message)
        return Promise.resolve()
      }
    }
  }
  // Without its host it has nothing to live for.
  process.on('disconnect', () => process.exit())
  return {
    onJob: listener => process.on('message', message => listener(message as Job)),
    send: message => new Promise(resolve => process.send?.(message, undefined, undefined, () => resolve()))
  }
}

function isUtilityPort(port: unknown): port is UtilityPort {
  return typeof port === 'object' && port !== null && 'postMessage' in port
}
