import { allSteps, type Steps } from '../steps'
import type { Annotation, Article, ProjectData, Relation, Revision } from '../project/entities'

/** What all articles of a project share. */
export type ProjectHead = Omit<ProjectData, 'articles' | 'revisions' | 'annotations' | 'relations'>

/** One article and everything that is said of it. */
export interface ArticleRows {
  readonly article: Article
  /** Those that the article or its annotations refer to, and others there are. */
  readonly revisions: readonly Revision[]
  /** Of all its revisions, in row order. */
  readonly annotations: readonly Annotation[]
  /** Those that begin at one of these annotations, in row order; they may end in another article. */
  readonly relations: readonly Relation[]
}

/**
 * A project as writers take it, article by article, so that a million annotations need not be in memory
 * together. Everything can be gone through more than once.
 */
export interface ProjectSource {
  readonly head: ProjectHead
  readonly counts: { readonly articles: number; readonly annotations: number; readonly relations: number }
  articles(): Iterable<ArticleRows>
  /** In the project's row order, which need not be that of the articles. */
  annotations(): Iterable<Annotation>
  /** In the project's row order. */
  relations(): Iterable<Relation>
}

/** A project that is in memory whole. */
export function sourceOf(data: ProjectData): ProjectSource {
  return allSteps(sourceInSteps(data))
}

/** The same, with rests in between. */
export function* sourceInSteps(data: ProjectData): Steps<ProjectSource> {
  const { articles, revisions, annotations, relations, ...head } = data
  const revisionsOf = yield* groupBy(revisions, row => row.articleId)
  const annotationsOf = yield* groupBy(annotations, row => row.articleId)
  const articleOf = new Map<string, string>()
  for (const rows of annotationsOf.values()) {
    for (const row of rows) articleOf.set(row.id, row.articleId)
    yield
  }
  const relationsOf = yield* groupBy(relations, row => articleOf.get(row.from) ?? '')
  return {
    head,
    counts: { articles: articles.length, annotations: annotations.length, relations: relations.length },
    *articles() {
      for (const article of articles)
        yield {
          article,
          revisions: revisionsOf.get(article.id) ?? [],
          annotations: annotationsOf.get(article.id) ?? [],
          relations: relationsOf.get(article.id) ?? []
        }
    },
    annotations: () => annotations,
    relations: () => relations
  }
}

/** All of a source in memory. */
export function dataOf(source: ProjectSource): ProjectData {
  const all = [...source.articles()]
  return {
    ...source.head,
    articles: all.map(rows => rows.article),
    revisions: all.flatMap(rows => rows.revisions),
    annotations: [...source.annotations()],
    relations: [...source.relations()]
  }
}

const rowsPerStep = 4096

function* groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Steps<Map<string, Row[]>> {
  const groups = new Map<string, Row[]>()
  for (const [at, row] of rows.entries()) {
    if (at % rowsPerStep === rowsPerStep - 1) yield
    const key = keyOf(row)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row])
    else group.push(row)
  }
  return groups
}
