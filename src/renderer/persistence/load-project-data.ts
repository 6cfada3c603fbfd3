import type { Rows } from '../../core/history/change-set'
import type { Annotation, Article, ProjectData } from '../../core/project/entities'
import type { ArticleId, ProjectId } from '../../core/project/ids'
import { fail, ok, type Result } from '../../core/result'
import { keysUnder, type CounterpointDatabase } from './database'
import { annotationsOfArticle } from './annotations-of-article'
import { projectTables, type ProjectTable } from './project-tables'
import { RowPlaces, sortByRowOrder } from '../../core/project/row-order'
import { storageFailure } from './storage-failure'

/**
 * A project as formats take it, all from one moment and in the order of its import; with `articleIds` only
 * these articles, their annotations, and the relations between these. Refused: `no-such-project`.
 */
export async function loadProjectData(
  database: CounterpointDatabase,
  projectId: ProjectId,
  articleIds?: readonly ArticleId[]
): Promise<Result<ProjectData>> {
  const tables = [database.projects, database.rowOrders, ...projectTables.map(name => database.table(name))]
  try {
    return await database.transaction('r', tables, async () => {
      const project = await database.projects.get(projectId)
      if (project === undefined) return fail('no-such-project', 'This project does not exist any more.')
      const [codebook] = await ordered(database, projectId, 'codebooks')
      if (codebook === undefined) return fail('no-codebook', `The codebook of “${project.title}” is missing.`)
      return ok({
        project,
        codebook,
        annotators: await ordered(database, projectId, 'annotators'),
        actors: await ordered(database, projectId, 'actors'),
        issues: await ordered(database, projectId, 'issues'),
        cases: await ordered(database, projectId, 'cases'),
        ...(await loadArticles(database, projectId, articleIds))
      })
    })
  } catch (error) {
    return storageFailure(error)
  }
}

type ArticleData = Pick<ProjectData, 'articles' | 'revisions' | 'annotations' | 'relations'>

async function loadArticles(
  database: CounterpointDatabase,
  projectId: ProjectId,
  articleIds: readonly ArticleId[] | undefined
): Promise<ArticleData> {
  const articles = await ordered(database, projectId, 'articles')
  if (articleIds === undefined) {
    return {
      articles,
      revisions: await ordered(database, projectId, 'revisions'),
      annotations: await ordered(database, projectId, 'annotations'),
      relations: await ordered(database, projectId, 'relations')
    }
  }
  const wanted = new Set<string>(articleIds)
  const chosen = articles.filter(article => wanted.has(article.id))
  const annotations = await annotationsOf(database, projectId, chosen)
  const there = new Set(annotations.map(annotation => annotation.id))
  const relations = await ordered(database, projectId, 'relations')
  return {
    articles: chosen,
    revisions: await revisionsOf(database, projectId, chosen),
    annotations,
    relations: relations.filter(relation => there.has(relation.from) && there.has(relation.to))
  }
}

async function annotationsOf(
  database: CounterpointDatabase,
  projectId: ProjectId,
  articles: readonly Article[]
) {
  const rows: Annotation[] = []
  for (const article of articles) {
    for (const annotation of await annotationsOfArticle(database, projectId, article.id))
      rows.push(annotation)
  }
  return sortByRowOrder(rows, await orderOf(database, projectId, 'annotations'))
}

async function revisionsOf(
  database: CounterpointDatabase,
  projectId: ProjectId,
  articles: readonly Article[]
) {
  const keys = articles.map(article => [projectId, article.id])
  const rows = await database.revisions.where('[projectId+articleId]').anyOf(keys).toArray()
  return sortByRowOrder(rows, await orderOf(database, projectId, 'revisions'))
}

/** Texts can be long, everything else is short: a piece keeps the window busy for about a frame. */
const rowsPerPiece = (table: ProjectTable) => (table === 'revisions' ? 20 : 500)

/** A table's rows, read a piece at a time: between two of them the window has its turn. */
async function ordered<T extends ProjectTable>(
  database: CounterpointDatabase,
  projectId: ProjectId,
  table: T
): Promise<Rows[T][]> {
  const places = new RowPlaces<Rows[T]>(await orderOf(database, projectId, table))
  const limit = rowsPerPiece(table)
  const [lower, upper] = keysUnder(projectId)
  let from: unknown[] = lower
  for (;;) {
    const piece = await database
      .table<Rows[T]>(table)
      .where(':id')
      .between(from, upper, false)
      .limit(limit)
      .toArray()
    for (const row of piece) places.add(row)
    const last = piece.at(-1)
    if (last === undefined || piece.length < limit) return places.inOrder()
    from = [projectId, last.id]
  }
}

async function orderOf(database: CounterpointDatabase, projectId: ProjectId, table: ProjectTable) {
  return (await database.rowOrders.get([projectId, table]))?.ids ?? []
}
