import type { ChangeSet, RowChange } from '../../core/history/change-set'
import { checkChangeSet } from '../../core/history/check-change-set'
import type { ProjectData } from '../../core/project/entities'
import type { AnnotatorId, ProjectId } from '../../core/project/ids'
import { fail, ok, type Result } from '../../core/result'
import type { CounterpointDatabase } from './database'
import { guarded } from './guarded'
import type { Journal } from './journal'
import { planImport, type ImportPlan } from './plan-import'
import { insertRows, removeProjectRows } from './project-rows'
import { limitFor } from './time-limit'

export interface ImportOptions {
  /** What the history calls it: "Import dataset". */
  label: string
  /** Told after each piece: rows written and rows in all. */
  onProgress?(done: number, total: number): void
  signal?: AbortSignal
  /** The project's title, when it is not to be the data's own. */
  title?: string
}

/** What importing needs of the workspace, which owns the order of writes, time and ids. */
export interface ImportSteps {
  database: CounterpointDatabase
  limitMs: number
  /** A baseline change set with this project's id, made now. */
  stamp(label: string, changes: RowChange[]): ChangeSet
  /** Runs one write in its turn between other writes. */
  inTurn<T>(write: () => Promise<Result<T>>): Promise<Result<T>>
  journal: Journal
  /** Stores the change set with its history entry. */
  commit(changeSet: ChangeSet): Promise<Result<ChangeSet>>
  /** Whether a change set that `commit` refused is in the journal all the same, and waits for a retry. */
  isWaiting(changeSet: ChangeSet): boolean
}

/**
 * Writes all rows in pieces and the project's own row last, with the baseline in the history: until then
 * there is no project, so an import that breaks off leaves nothing visible. What a cancelled or failed
 * import wrote is removed.
 */
export async function importRows(
  data: ProjectData,
  projectId: ProjectId,
  options: ImportOptions,
  steps: ImportSteps
): Promise<Result<ProjectId>> {
  const planned = planImport(data, projectId, options.title)
  if (!planned.ok) return planned
  const row: RowChange = { table: 'projects', id: projectId, before: null, after: planned.value.project }
  const last = steps.stamp(options.label, [row])
  const imported = await writePlan(planned.value, last, options, steps)
  if (imported.ok) return ok(projectId)
  // It is a project in the journal, and will be one here after a retry.
  if (steps.isWaiting(last)) return imported
  // If this fails as well, the rows stay invisible and are removed at the next start.
  await steps.inTurn(() => removeRows(projectId, planned.value.total, steps))
  return imported
}

async function writePlan(
  plan: ImportPlan,
  last: ChangeSet,
  options: ImportOptions,
  steps: ImportSteps
): Promise<Result<ChangeSet>> {
  const { database, limitMs } = steps
  const projectId = plan.project.id
  // Rows that an earlier import under this id left behind would clash with the new ones.
  const cleared = await steps.inTurn(() => removeRows(projectId, plan.total, steps))
  if (!cleared.ok) return cleared
  let done = 0
  for (const chunk of plan.chunks()) {
    if (isCancelled(options)) return cancelled()
    const written = await steps.inTurn(() => writeChunk(steps.stamp(options.label, chunk), steps))
    if (!written.ok) return written
    done += chunk.length
    options.onProgress?.(done, plan.total)
  }
  const ordered = await steps.inTurn(() =>
    guarded(() => database.rowOrders.bulkPut(plan.orders), limitFor(plan.total, limitMs))
  )
  if (!ordered.ok) return ordered
  if (isCancelled(options)) return cancelled()
  return steps.inTurn(() => steps.commit(last))
}

async function writeChunk(changeSet: ChangeSet, steps: ImportSteps): Promise<Result<void>> {
  const checked = checkChangeSet(changeSet)
  if (!checked.ok) return checked
  const acknowledged = await steps.journal.append(changeSet)
  if (!acknowledged.ok) return acknowledged
  return guarded(
    () => insertRows(steps.database, changeSet.changes),
    limitFor(changeSet.changes.length, steps.limitMs)
  )
}

async function removeRows(projectId: ProjectId, total: number, steps: ImportSteps): Promise<Result<void>> {
  const discarded = await steps.journal.discard(projectId)
  if (!discarded.ok) return discarded
  return guarded(() => removeProjectRows(steps.database, projectId), limitFor(total, steps.limitMs))
}

/** Asked through a call, because the signal changes while rows are written. */
function isCancelled(options: ImportOptions): boolean {
  return options.signal?.aborted === true
}

function cancelled(): Result<never> {
  return fail('cancelled', 'The import was cancelled. Nothing was kept of it.')
}

/** Who a baseline is by: the first annotator of the data, or the one given. */
export function baselineAnnotator(data: ProjectData, otherwise: AnnotatorId): AnnotatorId {
  return data.annotators[0]?.id ?? otherwise
}
