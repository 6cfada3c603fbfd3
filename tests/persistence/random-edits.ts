import fc from 'fast-check'
import { deleteAnnotation, setMemo } from '../../src/core/annotation/edits'
import { addActor, addArticle, deleteArticle, editActor, renameProject } from '../../src/core/project/edits'
import { builtInCodebook } from '../../src/core/project/built-in-codebook'
import type { Actor, Article, ProjectData, Revision } from '../../src/core/project/entities'
import type { ProjectId } from '../../src/core/project/ids'
import { sha256OfText } from '../../src/core/project/sha256'
import { loadArticleRows } from '../../src/renderer/persistence/load-article'
import { loadRelationsOf } from '../../src/renderer/persistence/load-relations'
import { keysUnder } from '../../src/renderer/persistence/database'
import type { Workspace } from '../../src/renderer/persistence/workspace'
import { arbitraryProject } from '../core/formats/arbitrary-project'
import { value } from './test-workspace'

/** Something a person does. `pick` chooses among the rows that are there; `text` is what is typed. */
export interface Deed {
  kind: (typeof kinds)[number]
  pick: number
  text: string
}

const kinds = [
  'create project',
  'import dataset',
  'open project',
  'rename',
  'memo',
  'memo',
  'add actor',
  'edit actor',
  'add article',
  'delete annotation',
  'delete article',
  'undo',
  'undo',
  'redo'
] as const

export const arbitraryDeed: fc.Arbitrary<Deed> = fc.record({
  kind: fc.constantFrom(...kinds),
  pick: fc.nat(1000),
  text: fc.constantFrom('one', 'zwei', '𝒜 “drei”')
})

/** Two datasets, by a number, so that a failure can be told in few words. Both have one project id. */
export function importsOf(seed: number): ProjectData[] {
  return fc.sample(arbitraryProject, { seed, numRuns: 2 })
}

let made = 0
const later = '2026-03-03T00:00:00.000Z'

/** Does it, when there is something to do it to; whatever is refused throws. */
export async function doDeed(workspace: Workspace, deed: Deed, imports: readonly ProjectData[]) {
  const { database } = workspace
  const { kind, pick, text } = deed
  const projects = await database.projects.toArray()
  if (kind === 'create project') {
    const wanted = { title: text, description: '', codebook: builtInCodebook, annotatorName: 'Me' }
    const created = value(await workspace.createProject(wanted))
    return value(await workspace.openProject(created))
  }
  if (kind === 'import dataset') {
    const data = imports[pick % imports.length]!
    const imported = value(await workspace.importProject(data, { label: 'Import dataset' }))
    return value(await workspace.openProject(imported))
  }
  const chosen = projects[pick % projects.length]
  if (kind === 'open project') {
    return chosen === undefined ? null : value(await workspace.openProject(chosen.id))
  }
  if (kind === 'undo') return value(await workspace.undo())
  if (kind === 'redo') return value(await workspace.redo())
  const active = workspace.project()
  if (active === null) return null
  const edit = await editFor(workspace, active.projectId, { kind, pick, text })
  return edit === null ? null : value(await workspace.perform(edit))
}

type Editing = Exclude<Deed['kind'], 'create project' | 'import dataset' | 'open project' | 'undo' | 'redo'>

async function editFor(
  workspace: Workspace,
  projectId: ProjectId,
  { kind, pick, text }: { kind: Editing; pick: number; text: string }
) {
  const { database } = workspace
  const rowsOf = async <T>(table: { where(key: string): { between(...range: unknown[]): unknown } }) => {
    const found = table.where(':id').between(...keysUnder(projectId)) as { toArray(): Promise<T[]> }
    return found.toArray()
  }
  const chosen = <T>(rows: readonly T[]): T | undefined => rows[pick % rows.length]
  switch (kind) {
    case 'rename':
      return renameProject((await database.projects.get(projectId))!, text, later)
    case 'memo': {
      const row = chosen(await rowsOf<Parameters<typeof setMemo>[0]>(database.annotations))
      return row === undefined ? null : setMemo(row, `${text} ${pick}`, later)
    }
    case 'add actor':
      return addActor(newActor(projectId, text))
    case 'edit actor': {
      const row = chosen(await rowsOf<Actor>(database.actors))
      return row === undefined ? null : editActor(row, { role: text })
    }
    case 'add article': {
      const bytes = new TextEncoder().encode(`${text} ${pick}`)
      const sha256 = value(await workspace.keepOriginal(projectId, bytes))
      return addArticle(...newArticle(projectId, `${text} ${pick}`, sha256))
    }
    case 'delete annotation': {
      const row = chosen(await rowsOf<Parameters<typeof deleteAnnotation>[0]>(database.annotations))
      if (row === undefined) return null
      return deleteAnnotation(row, undefined, await loadRelationsOf(database, projectId, row.id))
    }
    case 'delete article': {
      const row = chosen(await rowsOf<Article>(database.articles))
      if (row === undefined) return null
      const rows = value(await loadArticleRows(database, projectId, row.id))
      return deleteArticle(row, rows.revisions, rows.annotations, rows.relations)
    }
  }
}

function newActor(projectId: ProjectId, name: string): Actor {
  const id = `own-actor-${(made += 1)}` as Actor['id']
  return { id, projectId, name, kind: 'person', aliases: [], role: '', affiliation: '' }
}

function newArticle(projectId: ProjectId, text: string, sha256: string): [Article, Revision] {
  const id = `own-article-${(made += 1)}` as Article['id']
  const at = { createdAt: later, updatedAt: later }
  const empty = { byline: '', outlet: '', url: '', publishedAt: '', language: '' }
  const article: Article = {
    ...{ id, projectId, title: text, ...empty, status: 'new', revision: 1, wordCount: 2, ...at },
    original: { fileName: 'a.txt', sha256 }
  }
  const revision: Revision = {
    ...{ id: `${id}-1` as Revision['id'], projectId, articleId: id, number: 1, text },
    textSha256: sha256OfText(text),
    blocks: [{ type: 'paragraph', startUtf16: 0, endUtf16: text.length }],
    createdAt: later
  }
  return [article, revision]
}
