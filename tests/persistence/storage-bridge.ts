import { requestSchemas, type Bridge, type RequestName } from '../../src/contract/ipc'
import type { SettledProject } from '../../src/contract/storage'
import { fail, ok, type Result } from '../../src/core/result'
import type { Handlers } from '../../src/main/answer-request'
import { ProjectReadings } from '../../src/main/storage/project-readings'
import type { Storage } from '../../src/main/storage/storage'

/** Requests that are answered without Electron. */
export type StorageRequest = Extract<
  RequestName,
  `store:${string}` | `journal:${string}` | `blob:${string}` | `project:read${string}`
>

export type StorageHandlers = Pick<Handlers, StorageRequest>

export interface StorageBridge extends Bridge {
  /** What was asked, in order. */
  asked: RequestName[]
  /** What the window said last of the working store. */
  settled(): SettledProject[] | null
}

/**
 * A bridge to a storage in this very process. As between processes, arguments are checked and everything is
 * copied on the way. `instead` answers some requests otherwise; `onDistrust` is told that the page has to go.
 */
export function storageBridge(
  storage: Storage,
  onDistrust: (reason: string) => void | Promise<void>,
  instead: (own: StorageHandlers) => Partial<StorageHandlers> = () => ({})
): StorageBridge {
  const readings = new ProjectReadings(storage)
  const asked: RequestName[] = []
  let settled: SettledProject[] | null = null
  const own: StorageHandlers = {
    'store:check': async () => ok(await storage.check()),
    'store:complete': () => storage.complete(),
    'store:distrust': async reason => {
      readings.endAll()
      await onDistrust(reason)
      return ok(null)
    },
    'store:settled': projects => {
      settled = projects
      return ok(null)
    },
    'journal:append': changeSet => storage.append(changeSet),
    'journal:finish': projectId => storage.finish(projectId),
    'journal:discard': projectId => storage.discard(projectId),
    'blob:keep': (projectId, bytes) => storage.keepFile(projectId, bytes),
    'project:read': request => readings.begin(request),
    'project:read-piece': ticket => readings.next(ticket),
    'project:read-end': ticket => {
      readings.end(ticket)
      return ok(null)
    }
  }
  const handlers = { ...own, ...instead(own) }
  const request = async (name: RequestName, ...args: unknown[]): Promise<Result<unknown>> => {
    asked.push(name)
    const parsed = requestSchemas[name].safeParse(structuredClone(args))
    if (!parsed.success) return fail('bad-arguments', parsed.error.message, name)
    if (!(name in handlers)) return fail('unknown-request', 'Not a request of the storage.', name)
    const handler = handlers[name as StorageRequest] as (...args: unknown[]) => Promise<Result<unknown>>
    return structuredClone(await handler(...parsed.data))
  }
  return { request: request as Bridge['request'], on: () => () => undefined, asked, settled: () => settled }
}
