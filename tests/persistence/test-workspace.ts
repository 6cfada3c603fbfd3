import 'fake-indexeddb/auto'
import type { AnnotationId, ProjectId } from '../../src/core/project/ids'
import type { Annotation, Project } from '../../src/core/project/entities'
import type { Edit } from '../../src/core/history/change-set'
import type { Result } from '../../src/core/result'
import { CounterpointDatabase } from '../../src/renderer/persistence/database'
import { Workspace, type WorkspaceOptions } from '../../src/renderer/persistence/workspace'
import { memoryJournal, type MemoryJournal } from './memory-journal'
import { sampleData } from './sample-data'

/** The journals that belong to the store of each name, as one profile holds both. */
const journals = new Map<string, MemoryJournal>()
let databases = 0
let ids = 0

/** A name no other test uses: the stores of one file live side by side. */
export function freshName(): string {
  databases += 1
  return `test-${databases}`
}

/** The journals behind every workspace over the store of this name. */
export function journalOf(name: string): MemoryJournal {
  const journal = journals.get(name) ?? memoryJournal()
  journals.set(name, journal)
  return journal
}

/** A workspace over a store of this name, with ids that count up and a clock that stands. */
export function workspaceOver(name: string, options: Partial<WorkspaceOptions> = {}): Workspace {
  return new Workspace({
    database: new CounterpointDatabase(name),
    newId: () => `id-${(ids += 1)}`,
    now: () => '2026-02-02T00:00:00.000Z',
    writeTimeoutMs: 2000,
    journal: journalOf(name),
    ...options
  })
}

/** A workspace with the sample project imported and open. */
export async function sampleWorkspace(name = freshName(), options: Partial<WorkspaceOptions> = {}) {
  const workspace = workspaceOver(name, options)
  const projectId = value(await workspace.importProject(sampleData(), { label: 'Import dataset' }))
  value(await workspace.openProject(projectId))
  return { workspace, projectId, name }
}

export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message} (${result.error.place})`)
  return result.value
}

/** An edit that renames the project, as one read of it and one change. */
export async function rename(workspace: Workspace, projectId: ProjectId, title: string): Promise<Edit> {
  const before = await storedProject(workspace, projectId)
  return renameFrom(before, title)
}

export function renameFrom(before: Project, title: string): Edit {
  const after = { ...before, title }
  return { label: `Rename to ${title}`, changes: [{ table: 'projects', id: before.id, before, after }] }
}

export async function storedProject(workspace: Workspace, projectId: ProjectId): Promise<Project> {
  const project = await workspace.database.projects.get(projectId)
  if (project === undefined) throw new Error('no project')
  return project
}

export async function storedAnnotation(
  workspace: Workspace,
  projectId: ProjectId,
  id: string
): Promise<Annotation> {
  const annotation = await workspace.database.annotations.get([projectId, id as AnnotationId])
  if (annotation === undefined) throw new Error('no annotation')
  return annotation
}

/** Every row of every table, to compare a store with itself at another time. */
export async function everything({
  database
}: {
  database: CounterpointDatabase
}): Promise<Record<string, unknown[]>> {
  const { tables } = database
  return Object.fromEntries(
    await Promise.all(tables.map(async table => [table.name, await table.toArray()] as const))
  )
}

/** Every row apart from what is known of how they came to be: undo leads back to the same of these. */
export async function rowsOnly(workspace: Workspace): Promise<Record<string, unknown[]>> {
  return { ...(await everything(workspace)), changeLog: [], heads: [] }
}
