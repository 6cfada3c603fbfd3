import type { ImportFailure } from '../../contract/importing'
import type { Bridge } from '../../contract/ipc'
import type { TableMeaning } from '../../core/importing/column-mapping'
import type { Article } from '../../core/project/entities'
import type { ProjectId } from '../../core/project/ids'
import { importArticles, type ImportProblem } from '../features/library/import-articles'
import { findTwins, type Twin } from '../features/library/find-twins'
import {
  readImport,
  type Incoming,
  type IncomingArticle,
  type IncomingTable
} from '../features/library/read-import'
import type { Workspace } from '../persistence/workspace'
import type { OnProgress, WithProgress } from './use-progress'

/** What an import has to say, to be shown until it is closed. */
export interface ImportReport {
  title: string
  summary: string
  entries: readonly ImportProblem[]
}

export interface BringInContext {
  bridge: Bridge
  workspace: Workspace
  projectId: ProjectId | null
  articles: readonly Article[]
  newId(): string
  now(): string
  withProgress: WithProgress
  /** Asks what a table holds; null when the person would rather not import it. */
  askTable(table: IncomingTable): Promise<TableMeaning | null>
  /** Asks which of these articles are to come in though nearly the same is there. */
  askTwins(found: FoundTwins): Promise<ReadonlySet<Twin>>
}

export interface FoundTwins {
  twins: readonly Twin[]
  /** How many articles come in beside these. */
  others: number
}

export interface BroughtIn {
  articleCount: number
  projects: { id: ProjectId; title: string }[]
  reports: ImportReport[]
}

/** Reads the files of an import and stores what they hold: datasets as projects, articles in the open project. */
export async function bringIn(
  ticket: string,
  problems: readonly ImportProblem[],
  context: BringInContext
): Promise<BroughtIn> {
  const brought: BroughtIn = { articleCount: 0, projects: [], reports: [] }
  const incoming = await read(ticket, context)
  if (!('articles' in incoming)) {
    const entries = [...problems, { place: incoming.place ?? '', message: incoming.message }]
    return { ...brought, reports: [notImported(entries, 0)] }
  }
  // What was cancelled leaves nothing, and says nothing.
  if (incoming.isCancelled) return brought
  await storeProjects(incoming, brought, context)
  await storeArticles(ticket, incoming, problems, brought, context)
  return brought
}

async function read(ticket: string, context: BringInContext): Promise<Incoming | ImportFailureWords> {
  const once = (tables: Record<string, TableMeaning>) =>
    context.withProgress('Reading files', (signal, onProgress) =>
      readImport(context.bridge, ticket, { signal, onProgress, tables })
    )
  const first = await once({})
  if (!first.ok) return first.error
  if (first.value.tables.length === 0 || first.value.isCancelled) return first.value
  const tables: Record<string, TableMeaning> = {}
  for (const table of first.value.tables) {
    const meaning = await context.askTable(table)
    if (meaning !== null) tables[table.name] = meaning
  }
  if (Object.keys(tables).length === 0) return first.value
  const second = await once(tables)
  return second.ok ? second.value : second.error
}

interface ImportFailureWords {
  message: string
  place?: string
}

async function storeProjects(incoming: Incoming, brought: BroughtIn, context: BringInContext): Promise<void> {
  for (const { name, data, issues } of incoming.projects) {
    const stored = await context.withProgress('Importing the dataset', (signal, onProgress) =>
      context.workspace.importProject(data, {
        label: 'Import dataset',
        signal,
        onProgress: (done, total) => void onProgress(done, total)
      })
    )
    if (stored.ok) {
      brought.projects.push({ id: stored.value, title: data.project.title })
      if (issues.length > 0) brought.reports.push(withNotes(issues))
    } else if (stored.error.code !== 'cancelled') brought.reports.push(datasetRefused(name, stored.error))
  }
  for (const failure of incoming.failures)
    if (failure.wanted === 'project') brought.reports.push(datasetRefused(failure.name, failure))
}

async function storeArticles(
  ticket: string,
  incoming: Incoming,
  problems: readonly ImportProblem[],
  brought: BroughtIn,
  context: BringInContext
): Promise<void> {
  const { bridge, workspace, projectId, articles: existing, newId, now } = context
  const refused = [...problems, ...incoming.failures.filter(isOfArticles)]
  if (projectId === null) {
    if (incoming.articles.length > 0 || refused.length > 0) brought.reports.push(noProject)
    return
  }
  const wanted = await withoutTwins(incoming.articles, context)
  if (wanted === null) return
  const store = (signal: AbortSignal, onProgress: OnProgress) =>
    importArticles(wanted, {
      workspace,
      projectId,
      existing,
      newId,
      now,
      signal,
      onProgress,
      keepOriginal: file => bridge.request('import:keep', ticket, file, projectId)
    })
  const outcome =
    wanted.length === 0
      ? { imported: [], problems: [], notes: [] }
      : await context.withProgress('Importing articles', store)
  brought.articleCount = outcome.imported.length
  const all = [...refused, ...outcome.problems]
  if (all.length > 0) brought.reports.push(notImported(all, brought.articleCount))
  if (outcome.imported.length > 0 && outcome.notes.length > 0) {
    const title = 'The articles were imported, with notes'
    brought.reports.push({ title, summary: 'Look at these before you tag:', entries: outcome.notes })
  }
}

/** Without those that are nearly there already and are not wanted twice; null when it was cancelled. */
async function withoutTwins(
  incoming: readonly IncomingArticle[],
  { workspace, articles, withProgress, askTwins }: BringInContext
): Promise<readonly IncomingArticle[] | null> {
  const twins = await withProgress('Comparing with the articles of the project', (signal, onProgress) =>
    findTwins(incoming, articles, { database: workspace.database, signal, onProgress })
  )
  if (twins === null) return null
  if (twins.length === 0) return incoming
  const kept = await askTwins({ twins, others: incoming.length - twins.length })
  const leftOut = new Set(twins.flatMap(twin => (kept.has(twin) ? [] : [twin.index])))
  return incoming.filter((_, index) => !leftOut.has(index))
}

function isOfArticles({ wanted }: ImportFailure): boolean {
  return wanted === 'articles'
}

const noProject: ImportReport = {
  title: 'No project is open',
  summary: 'Articles belong to a project. Open one or make a new one, then import them again.',
  entries: []
}

function notImported(entries: readonly ImportProblem[], count: number): ImportReport {
  return {
    title: 'Some files were not imported',
    summary: count === 0 ? 'The project was not changed.' : 'The others were imported.',
    entries
  }
}

function withNotes(entries: readonly ImportProblem[]): ImportReport {
  return {
    title: 'The dataset was imported, with notes',
    summary: 'Everything was kept, but not everything was as it should be:',
    entries
  }
}

function datasetRefused(name: string, { place, message }: ImportFailureWords): ImportReport {
  return {
    title: 'The dataset was not imported',
    summary: `${name} has not been changed, and neither has any project.`,
    entries: [{ place: place ?? '', message }]
  }
}
