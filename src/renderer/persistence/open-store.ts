import type { Bridge } from '../../contract/ipc'
import type { StoreCheck } from '../../contract/storage'
import type { ArticleId, ProjectId } from '../../core/project/ids'
import { ok, type Result } from '../../core/result'
import { adoptProject } from './adopt-project'
import { differingProjects, settledProjects } from './check-store'
import type { CounterpointDatabase } from './database'
import type { Journal } from './journal'
import { openDatabase } from './open-database'
import { beginReading } from './pull-project'
import { findUnfinishedProjects, removeProjectRows } from './project-rows'
import { Restoring } from './restoring'
import { storageFailure } from './storage-failure'

export interface OpenStoreOptions {
  bridge: Bridge
  journal: Journal
  /** What was open last, to be there first. */
  last: { projectId: ProjectId | null; articleId: ArticleId | null }
  newId(): string
  now(): string
  limitMs: number
}

export interface OpenedStore {
  database: CounterpointDatabase
  check: StoreCheck
  /** Whether a project had this id at the start, be it in the store or not. */
  hasJournal(projectId: ProjectId): boolean
  /** What is being read from journals into the store, and how far that has come. */
  restoring: Restoring
}

/**
 * Opens the working store once it is known to be what the journals say, or begins to make it so. A store that
 * cannot be used is set aside, and the page is loaded anew: then this does not answer any more.
 */
export async function openStore(options: OpenStoreOptions): Promise<Result<OpenedStore>> {
  const { bridge, limitMs } = options
  const asked = await bridge.request('store:check')
  if (!asked.ok) return asked
  const check = asked.value
  // Main reads what was open last while the store is being made.
  const begun = check.rebuild === null ? undefined : beginLast(options, check)
  const opened = await openDatabase()
  if (!opened.ok) {
    const isHopeless = opened.error.code === 'newer-version' || check.rebuild === 'store-failed'
    // A store from before there were journals is the only place where its projects are.
    return isHopeless || !check.isComplete ? opened : distrust(bridge, opened.error.message)
  }
  const database = opened.value
  // A store that is made anew where one with projects should be: the browser has thrown that one away.
  if (check.rebuild === null && check.isComplete && check.projects.length > 0 && database.wasCreated) {
    database.close()
    return distrust(bridge, 'The store was empty.')
  }
  try {
    const wanted = check.rebuild === null ? await compare(options, database, check) : idsOf(check)
    if (!wanted.ok) {
      database.close()
      return wanted
    }
    const restoring = new Restoring({
      database,
      bridge,
      limitMs,
      last: options.last,
      wanted: wanted.value,
      begun
    })
    const journaled = journaledIds(check)
    return ok({ database, check, hasJournal: id => journaled.has(id), restoring })
  } catch (error) {
    database.close()
    if (!check.isComplete) return storageFailure(error)
    return distrust(bridge, error instanceof Error ? error.message : String(error))
  }
}

function beginLast({ bridge, last }: OpenStoreOptions, { projects }: StoreCheck) {
  const project = projects.find(({ projectId }) => projectId === last.projectId)
  return project === undefined ? undefined : beginReading(bridge, project.projectId, last.articleId)
}

function journaledIds({ projects, unavailable }: StoreCheck): ReadonlySet<ProjectId | null> {
  return new Set([...projects, ...unavailable].map(({ projectId }) => projectId))
}

function idsOf(check: StoreCheck): Result<ProjectId[]> {
  return ok(check.projects.map(({ projectId }) => projectId))
}

/** Which projects the store does not hold as their journals do. Those without a journal get one. */
async function compare(
  options: OpenStoreOptions,
  database: CounterpointDatabase,
  check: StoreCheck
): Promise<Result<ProjectId[]>> {
  for (const id of await findUnfinishedProjects(database)) await removeProjectRows(database, id)
  const journaled = journaledIds(check)
  let hasFailed = false
  for (const id of await database.projects.toCollection().primaryKeys()) {
    const projectId = id as ProjectId
    if (journaled.has(projectId)) continue
    const adopted = await adoptProject({ ...options, database, projectId })
    if (adopted.ok) continue
    // It stays in the store, which is kept for its sake, and can be read; the others are not held up.
    await options.journal.discard(projectId)
    check.unavailable.push({ projectId, folder: '', message: adopted.error.message })
    hasFailed = true
  }
  if (!check.isComplete && !hasFailed) {
    const said = await options.bridge.request('store:complete')
    if (!said.ok) return said
  }
  return ok(differingProjects(check.projects, await settledProjects(database)))
}

async function distrust(bridge: Bridge, reason: string): Promise<Result<never>> {
  const answer = await bridge.request('store:distrust', reason)
  if (!answer.ok) return answer
  // The page is about to be loaded anew.
  return new Promise(() => undefined)
}
