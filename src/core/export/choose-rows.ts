import { missingRequired } from '../annotation/completeness'
import type { ArticleRows, ProjectSource } from '../formats/project-source'
import type { Annotation, Article, Relation } from '../project/entities'
import type { RowChoice } from './export-options'

/**
 * The project with only the chosen rows. Relations whose annotator or one of whose ends is not chosen go with
 * them, annotators that are not chosen leave the register; codebook, actors, issues and cases stay whole, so
 * that parts of one study fit together. Counting walks through the source once, when first asked.
 */
export function chooseRows(source: ProjectSource, choice: RowChoice): ProjectSource {
  if (!isNarrowed(choice)) return source
  const keepsArticle = articleFilter(choice)
  const keepsAnnotation = annotationFilter(source, choice)
  const keepsAnnotator = memberOf(choice.annotators)
  const isOfArticles = memberOf(choice.articles)
  // Only statuses need a walk through the articles.
  const withStatus = once(() => (choice.statuses === undefined ? null : articleIdsOf(source, keepsArticle)))
  const isKept = (row: Annotation) =>
    isOfArticles(row.articleId) && (withStatus()?.has(row.articleId) ?? true) && keepsAnnotation(row)
  const allEnds = once(() => relationEnds(source))
  const ends = once(() => idsWhere(source.annotations(), row => allEnds().has(row.id) && isKept(row)))
  const keepsRelation = (row: Relation) =>
    keepsAnnotator(row.annotatorId) && ends().has(row.from) && ends().has(row.to)
  const chosen = {
    head: { ...source.head, annotators: source.head.annotators.filter(row => keepsAnnotator(row.id)) },
    *articles(): Generator<ArticleRows> {
      for (const rows of source.articles()) {
        if (!keepsArticle(rows.article)) continue
        const annotations = rows.annotations.filter(keepsAnnotation)
        yield { ...rows, annotations, relations: rows.relations.filter(keepsRelation) }
      }
    },
    *annotations(): Generator<Annotation> {
      for (const row of source.annotations()) if (isKept(row)) yield row
    },
    *relations(): Generator<Relation> {
      for (const row of source.relations()) if (keepsRelation(row)) yield row
    }
  }
  const counts = once(() => countRows(chosen))
  return {
    ...chosen,
    get counts() {
      return counts()
    }
  }
}

/** Whether these choices can leave something out. */
export function isNarrowed({ articles, statuses, layers, annotators, onlyComplete }: RowChoice): boolean {
  return onlyComplete === true || [articles, statuses, layers, annotators].some(list => list !== undefined)
}

function memberOf(list: readonly string[] | undefined): (item: string) => boolean {
  if (list === undefined) return () => true
  const members = new Set(list)
  return item => members.has(item)
}

function articleFilter(choice: RowChoice): (row: Article) => boolean {
  const isChosen = memberOf(choice.articles)
  const hasStatus = memberOf(choice.statuses)
  return row => isChosen(row.id) && hasStatus(row.status)
}

function annotationFilter({ head }: ProjectSource, choice: RowChoice): (row: Annotation) => boolean {
  const isOfLayer = memberOf(choice.layers)
  const isByAnnotator = memberOf(choice.annotators)
  const layers = new Map<string, (typeof head.codebook.layers)[number]>(
    head.codebook.layers.map(row => [row.id, row])
  )
  const isComplete = (row: Annotation) => {
    const layer = layers.get(row.layer)
    return choice.onlyComplete !== true || layer === undefined || missingRequired(row, layer).length === 0
  }
  return row => isOfLayer(row.layer) && isByAnnotator(row.annotatorId) && isComplete(row)
}

function articleIdsOf(source: ProjectSource, keeps: (row: Article) => boolean): Set<string> {
  const ids = new Set<string>()
  for (const { article } of source.articles()) if (keeps(article)) ids.add(article.id)
  return ids
}

/** Far fewer than there are annotations: a million ids would take a quarter of what an export may use. */
function relationEnds(source: ProjectSource): Set<string> {
  const ids = new Set<string>()
  for (const { from, to } of source.relations()) ids.add(from).add(to)
  return ids
}

function idsWhere(rows: Iterable<Annotation>, keeps: (row: Annotation) => boolean): Set<string> {
  const ids = new Set<string>()
  for (const row of rows) if (keeps(row)) ids.add(row.id)
  return ids
}

/** How many rows a source has, by going through its articles. */
export function countRows(source: Pick<ProjectSource, 'articles'>): ProjectSource['counts'] {
  const counts = { articles: 0, annotations: 0, relations: 0 }
  for (const rows of source.articles()) {
    counts.articles += 1
    counts.annotations += rows.annotations.length
    counts.relations += rows.relations.length
  }
  return counts
}

/** Asked once and remembered. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null
  return () => (made ??= { value: make() }).value
}
