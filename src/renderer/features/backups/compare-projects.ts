import { extent } from '../../../core/annotation/spans'
import { tableNames, type TableName } from '../../../core/history/change-set'
import { compareStates, type StateDifference } from '../../../core/history/compare-states'
import type { ProjectState } from '../../../core/history/project-state'
import type { Annotation, Article } from '../../../core/project/entities'
import { countInWords } from './backup-words'
import { projectSide, tableNouns, type AnyRow, type ProjectSide } from './project-side'

export type RowStatus = 'added' | 'removed' | 'changed' | 'same'

/** A row of the backup and the row of now with the same id; null where there is none. */
export interface Pair<Row> {
  id: string
  status: RowStatus
  before: Row | null
  now: Row | null
}

export interface ComparedArticle extends Pair<Article> {
  title: string
  annotationsBefore: number
  annotationsNow: number
  /** Annotations that were added, removed or changed. */
  differing: number
  /** Of the texts that are annotated: null when the article is only on one side. */
  isTextEqual: boolean | null
}

export interface OtherPair extends Pair<AnyRow> {
  table: TableName
}

/** A backup and the present beside each other. */
export interface ComparedProjects {
  before: ProjectSide
  now: ProjectSide
  difference: StateDifference
  /** By title. */
  articles: ComparedArticle[]
  /** What differs and belongs to no article: registers, codebook, relations, the project itself. */
  others: OtherPair[]
  /** Of the annotations that differ. */
  statuses: ReadonlyMap<string, RowStatus>
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })
const tablesOfArticles: readonly TableName[] = ['articles', 'revisions', 'annotations']

export function compareProjects(backup: ProjectState, present: ProjectState): ComparedProjects {
  const before = projectSide(backup)
  const now = projectSide(present)
  const difference = compareStates(backup, present)
  const statuses = new Map(differing(difference, 'annotations').map(pair => [pair.id, pair.status]))
  const others = tableNames
    .filter(table => !tablesOfArticles.includes(table))
    .flatMap(table => differing(difference, table).map(pair => ({ ...pair, table })))
  return { before, now, difference, statuses, others, articles: compareArticles(before, now, difference) }
}

/** The rows of a table that differ: added ones first, then removed, then changed. */
function differing(difference: StateDifference, table: TableName): Pair<AnyRow>[] {
  const { added, removed, changed } = difference[table]
  return [
    ...added.map((now): Pair<AnyRow> => ({ id: now.id, status: 'added', before: null, now })),
    ...removed.map((before): Pair<AnyRow> => ({ id: before.id, status: 'removed', before, now: null })),
    ...changed.map(({ before, after }): Pair<AnyRow> => ({
      id: after.id,
      status: 'changed',
      before,
      now: after
    }))
  ]
}

function compareArticles(
  before: ProjectSide,
  now: ProjectSide,
  { articles, annotations }: StateDifference
): ComparedArticle[] {
  const countsBefore = countByArticle(before.state.rows.annotations.values())
  const countsNow = countByArticle(now.state.rows.annotations.values())
  const differences = countByArticle([
    ...annotations.added,
    ...annotations.removed,
    ...annotations.changed.map(({ after }) => after)
  ])
  const changed = new Set<string>(articles.changed.map(({ after }) => after.id))
  const compared: ComparedArticle[] = []
  for (const id of new Set([...before.state.rows.articles.keys(), ...now.state.rows.articles.keys()])) {
    const old = before.state.rows.articles.get(id) ?? null
    const present = now.state.rows.articles.get(id) ?? null
    const isTextEqual =
      old === null || present === null
        ? null
        : before.revision(old)?.textSha256 === now.revision(present)?.textSha256
    compared.push({
      id,
      before: old,
      now: present,
      title: (present ?? old)?.title ?? id,
      status: statusOf(old, present, changed.has(id)),
      annotationsBefore: countsBefore.get(id) ?? 0,
      annotationsNow: countsNow.get(id) ?? 0,
      differing: differences.get(id) ?? 0,
      isTextEqual
    })
  }
  return compared.sort((a, b) => collator.compare(a.title, b.title))
}

function statusOf(before: Article | null, now: Article | null, isChanged: boolean): RowStatus {
  if (before === null) return 'added'
  if (now === null) return 'removed'
  return isChanged ? 'changed' : 'same'
}

function countByArticle(annotations: Iterable<Annotation>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { articleId } of annotations) counts.set(articleId, (counts.get(articleId) ?? 0) + 1)
  return counts
}

/** Whether anything of the article is not as it was. */
export function isDiffering(article: ComparedArticle): boolean {
  return article.status !== 'same' || article.differing > 0 || article.isTextEqual === false
}

/** The annotations of an article, each beside its other self, in text order. */
export function annotationPairs(compared: ComparedProjects, articleId: string): Pair<Annotation>[] {
  const pairs = new Map<string, Pair<Annotation>>()
  for (const before of compared.before.state.rows.annotations.values())
    if (before.articleId === articleId)
      pairs.set(before.id, { id: before.id, status: 'removed', before, now: null })
  for (const now of compared.now.state.rows.annotations.values()) {
    if (now.articleId !== articleId) continue
    const before = pairs.get(now.id)?.before ?? null
    pairs.set(now.id, { id: now.id, status: compared.statuses.get(now.id) ?? 'same', before, now })
  }
  return [...pairs.values()]
    .map(pair => ({ pair, at: startOf(pair.now ?? pair.before) }))
    .sort((a, b) => a.at - b.at)
    .map(({ pair }) => pair)
}

function startOf(annotation: Annotation | null): number {
  return annotation === null ? 0 : extent(annotation).startUtf16
}

/** "12 annotations added, 3 removed; 1 actor changed": empty when nothing differs. */
export function summariseDifference(difference: StateDifference): string {
  return (Object.keys(tableNouns) as TableName[])
    .map(table => {
      const { added, removed, changed } = difference[table]
      const counts = [
        { count: added.length, word: 'added' },
        { count: removed.length, word: 'removed' },
        { count: changed.length, word: 'changed' }
      ].filter(({ count }) => count > 0)
      return counts
        .map(({ count, word }, i) =>
          i === 0
            ? `${countInWords(count, ...tableNouns[table])} ${word}`
            : `${count.toLocaleString('en')} ${word}`
        )
        .join(', ')
    })
    .filter(Boolean)
    .join('; ')
}
