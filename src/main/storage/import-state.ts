import { tableNames, type ChangeSet, type RowChange, type Rows } from '../../core/history/change-set'
import type { ProjectState } from '../../core/history/project-state'
import type { AnnotatorId, ChangeSetId, ProjectId } from '../../core/project/ids'
import { fail, ok, type Result } from '../../core/result'
import { fileProblem } from '../file-problem'
import type { BlobStore } from './blobs'
import { Pacer } from './pacer'
import type { OnProgress } from './progress-stages'
import { rowsInOrder } from './rows-in-order'
import type { Storage } from './storage'

export interface ImportedState {
  /** Of the new project: no project here has it. */
  projectId: ProjectId
  title: string
  /** What the history calls it: "Restore backup". */
  label: string
  /** Where the imported files are; the texts are in the state itself. */
  blobs: BlobStore
  newId(): string
  /** ISO 8601 instant. */
  now(): string
}

const rowsPerPiece = 500
/** A long text weighs as much as the rows that it is as long as. */
const charactersPerRow = 400

/**
 * Makes a new project of a state: its rows get the new project's id and keep their own ids and the order that
 * an export gives them. All of it or nothing: it is not a project before the last step, and what has come in
 * is removed when any step fails. Imported files that are missing or damaged at the source are left out, as
 * they were before: the check of a project names them.
 */
export async function importState(
  storage: Storage,
  state: ProjectState,
  options: ImportedState,
  onProgress: OnProgress
): Promise<Result<null>> {
  const { projectId } = options
  if (await storage.isTaken(projectId))
    return fail('project-exists', 'There is a project with this id already.')
  try {
    const imported = await bringIn(storage, state, options, onProgress)
    if (imported.ok) return imported
    await storage.discard(projectId)
    return imported
  } catch (error) {
    await storage.discard(projectId)
    return fileProblem(error, storage.incomingFolder(projectId))
  }
}

async function bringIn(
  storage: Storage,
  state: ProjectState,
  options: ImportedState,
  onProgress: OnProgress
): Promise<Result<null>> {
  const by = annotatorOf(state) ?? (options.newId() as AnnotatorId)
  const stamp = (changes: RowChange[]): ChangeSet => ({
    id: options.newId() as ChangeSetId,
    projectId: options.projectId,
    label: options.label,
    at: options.now(),
    annotatorId: by,
    operation: { kind: 'baseline' },
    changes
  })
  const originals = originalsOf(state)
  const rows = tableNames.reduce((sum, table) => sum + state.rows[table].size, 0)
  const total = rows + originals.size
  const pacer = new Pacer()
  let done = 0
  for (const changes of pieces(state, options.projectId)) {
    const appended = await storage.append(stamp(changes))
    if (!appended.ok) return appended
    onProgress((done += changes.length), total)
    if (pacer.isDue()) await pacer.pause()
  }
  for (const sha256 of originals) {
    const bytes = await options.blobs.get(sha256)
    if (!bytes.ok && !bytes.error.code.startsWith('blob-')) return bytes
    const kept = bytes.ok ? await storage.keepFile(options.projectId, bytes.value) : ok(null)
    if (!kept.ok) return kept
    onProgress((done += 1), total)
  }
  // The project's own row comes last: without it, what is there is a piece of an import.
  const last = await storage.append(stamp([insertion('projects', projectRow(state, options))]))
  if (!last.ok) return last
  const finished = await storage.finish(options.projectId)
  if (finished.ok) onProgress(total, total)
  return finished
}

function* pieces(state: ProjectState, projectId: ProjectId): Generator<RowChange[]> {
  let piece: RowChange[] = []
  let weight = 0
  for (const table of tableNames) {
    if (table === 'projects') continue
    for (const row of rowsInOrder(state, table)) {
      piece.push(insertion(table, { ...row, projectId }))
      weight += 1 + ('textSha256' in row ? row.text.length / charactersPerRow : 0)
      if (weight < rowsPerPiece) continue
      yield piece
      piece = []
      weight = 0
    }
  }
  if (piece.length > 0) yield piece
}

function insertion(table: RowChange['table'], row: { id: string; [name: string]: unknown }): RowChange {
  // The pair comes from one table of the state, which the union's type cannot follow.
  return { table, id: row.id, before: null, after: row } as RowChange
}

/** A state whose project row was lost with a damaged line gets one. */
function projectRow(state: ProjectState, { projectId, title, now }: ImportedState): Rows['projects'] {
  const [row] = state.rows.projects.values()
  if (row !== undefined) return { ...row, id: projectId, title }
  const at = now()
  return { id: projectId, title, description: '', createdAt: at, updatedAt: at }
}

function annotatorOf(state: ProjectState): AnnotatorId | undefined {
  return rowsInOrder(state, 'annotators')[0]?.id as AnnotatorId | undefined
}

function originalsOf(state: ProjectState): Set<string> {
  const originals = new Set<string>()
  for (const { original } of state.rows.articles.values())
    if (original !== null) originals.add(original.sha256)
  return originals
}
