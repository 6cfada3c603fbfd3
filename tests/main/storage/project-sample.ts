import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { tableNames, type ChangeSet, type RowChange, type Rows } from '../../../src/core/history/change-set'
import type { ProjectState } from '../../../src/core/history/project-state'
import { builtInCodebook } from '../../../src/core/project/built-in-codebook'
import type { ProjectId } from '../../../src/core/project/ids'
import type { Result } from '../../../src/core/result'
import { diskFiles } from '../../../src/main/storage/disk-files'
import type { ProjectStore } from '../../../src/main/storage/project-store'
import { rowsInOrder } from '../../../src/main/storage/rows-in-order'
import { Storage } from '../../../src/main/storage/storage'
import type { StorageFiles } from '../../../src/main/storage/storage-files'

export const projectId = '11111111-1111-4111-8111-111111111111' as ProjectId
export const original = Buffer.from('%PDF the imported file \u0000\u0001')
const at = '2026-01-01T00:00:00.000Z'
const text = 'The court ruled. 𝄞 She said “it was wrong”.'

export function sha256(bytes: string | Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message} (${result.error.place})`)
  return result.value
}

/** A storage as the app has it; ids count up, time stands still unless told otherwise. */
export function openStorage(userData: string, files: StorageFiles = diskFiles, now = () => at): Storage {
  return new Storage({ files, userData, generator: 'Counterpoint test', now, log: () => undefined })
}

let ids = 0
/** Ids as the app mints them, never the same twice. */
export function newId(): string {
  ids += 1
  return `00000000-0000-4000-8000-${String(ids).padStart(12, '0')}`
}

export function changeSet(
  changes: RowChange[],
  kind: 'baseline' | 'edit' = 'edit',
  id: string = newId()
): ChangeSet {
  return {
    id: id as ChangeSet['id'],
    projectId,
    label: kind === 'edit' ? 'Write memo' : 'Import',
    at,
    annotatorId: 'zoe' as ChangeSet['annotatorId'],
    operation: { kind },
    changes
  }
}

export function insertion(table: RowChange['table'], row: object): RowChange {
  return { table, id: (row as { id: string }).id, before: null, after: { ...row, projectId } } as never
}

export function annotation(id: string, memo = ''): Rows['annotations'] {
  return {
    id,
    projectId,
    articleId: 'second',
    revision: 1,
    layer: 'claim',
    spans: [{ role: 'content', startUtf16: 4, endUtf16: 9, quote: 'court' }],
    attributes: { claimant: 'judge' },
    memo,
    confidence: null,
    annotatorId: 'zoe',
    origin: 'manual',
    createdAt: at,
    updatedAt: at
  } as unknown as Rows['annotations']
}

/** Rows in an order that is none of ids or names. */
function firstRows(annotations: number): RowChange[] {
  const person = { kind: 'person', aliases: [], role: '', affiliation: '' }
  return [
    insertion('codebooks', builtInCodebook),
    insertion('annotators', { id: 'zoe', name: 'Zoe', role: 'annotator' }),
    insertion('annotators', { id: 'adam', name: 'Adam', role: 'adjudicator' }),
    ...['judge', 'anna', 'mayor'].map(id => insertion('actors', { id, name: id, ...person })),
    ...['second', 'first'].flatMap(id => [
      insertion('articles', {
        ...{ id, title: `The ${id}`, byline: '', outlet: '', url: '', publishedAt: '', language: 'en' },
        ...{ status: 'new', revision: 1, wordCount: 8, createdAt: at, updatedAt: at },
        original: id === 'first' ? { fileName: 'first.pdf', sha256: sha256(original) } : null
      }),
      insertion('revisions', {
        ...{
          id: `${id}-1`,
          articleId: id,
          number: 1,
          text: `${text} ${id}`,
          textSha256: sha256(`${text} ${id}`)
        },
        ...{ blocks: [{ type: 'paragraph', startUtf16: 0, endUtf16: text.length }], createdAt: at }
      })
    ]),
    ...Array.from({ length: annotations }, (_, index) =>
      insertion('annotations', annotation(`n${annotations - index}`))
    ),
    insertion('relations', { id: 'r1', type: 'supports', from: 'n2', to: 'n1', annotatorId: 'zoe' })
  ]
}

/** A project as an import makes it: rows in pieces, its own row last. */
export async function makeProject(storage: Storage, annotations = 30): Promise<ProjectStore> {
  const rows = firstRows(annotations)
  for (let start = 0; start < rows.length; start += 500) {
    must(await storage.append(changeSet(rows.slice(start, start + 500), 'baseline')))
  }
  must(await storage.keepFile(projectId, original))
  const row = { id: projectId, title: 'A study', description: 'of courts', createdAt: at, updatedAt: at }
  const own = { table: 'projects', id: projectId, before: null, after: row } as unknown as RowChange
  must(await storage.append(changeSet([own], 'baseline')))
  must(await storage.finish(projectId))
  return must(await storage.project(projectId))
}

/** Alters a memo: one line more in the journal. */
export async function writeMemo(store: ProjectStore, id: string, memo: string): Promise<void> {
  const change = { table: 'annotations', id, before: annotation(id), after: annotation(id, memo) } as const
  must(await store.append(changeSet([{ ...change }])))
}

/** All rows in the order an export would give them, with any project's id put in place of its own. */
export function rowsOf(state: ProjectState): unknown {
  return Object.fromEntries(
    tableNames.map(table => [
      table,
      rowsInOrder(state, table).map(row =>
        'projectId' in row ? { ...row, projectId: 'any' } : { ...row, id: 'any', title: 'any' }
      )
    ])
  )
}

export async function stateOf(storage: Storage, id: ProjectId): Promise<ProjectState> {
  return must(await must(await storage.project(id)).read()).state
}

/** Every file below a folder with its SHA-256; locks are of the moment. */
export async function filesIn(folder: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  for (const name of names.sort()) {
    const path = join(folder, name)
    if (name.includes('LOCK') || (await stat(path)).isDirectory()) continue
    found[relative(folder, path)] = sha256(await readFile(path))
  }
  return found
}
