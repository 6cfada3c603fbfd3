import type { RowChange } from '../../core/history/change-set'
import type { ArticleId, LayerId, ProjectId } from '../../core/project/ids'
import { annotationPlace } from './annotations-of-article'
import { keysUnder, type CounterpointDatabase } from './database'

/** How many annotations each article has in each layer; articles and layers without any are absent. */
export type LayerCounts = ReadonlyMap<ArticleId, ReadonlyMap<LayerId, number>>

interface CountedUpTo {
  /** Of the last history entry that the counts include; 0 before the first. */
  sequence: number
  counts: LayerCounts
}

/**
 * The last counts of each open store. Counting again at every tag would cost the more the more articles a
 * project has; what the history added since costs the same in all.
 */
const remembered = new WeakMap<CounterpointDatabase, Map<ProjectId, CountedUpTo>>()

/** The counts of now: counted by keys the first time, then brought up to date from the history. */
export async function loadLayerCounts(
  database: CounterpointDatabase,
  projectId: ProjectId
): Promise<LayerCounts> {
  const ofDatabase = remembered.get(database) ?? new Map<ProjectId, CountedUpTo>()
  remembered.set(database, ofDatabase)
  const known = ofDatabase.get(projectId)
  const { changeLog, annotations, heads } = database
  const { current, isComplete } = await database.transaction(
    'r',
    changeLog,
    annotations,
    heads,
    async () => ({
      isComplete: (await heads.get(projectId))?.isComplete ?? true,
      current: await (known === undefined
        ? countAll(database, projectId)
        : catchUp(database, projectId, known))
    })
  )
  // While a project is read from its journal, rows arrive that no history announces.
  if (!isComplete) return current.counts
  // Another query may have come further in the meantime.
  if (current.sequence >= (ofDatabase.get(projectId)?.sequence ?? 0)) ofDatabase.set(projectId, current)
  return current.counts
}

/** Counts index keys only: no annotation is read. */
async function countAll(database: CounterpointDatabase, projectId: ProjectId): Promise<CountedUpTo> {
  const history = database.changeLog.where('[projectId+sequence]').between(...keysUnder(projectId))
  const [last] = await history.reverse().limit(1).primaryKeys()
  const counts = new Map<ArticleId, Map<LayerId, number>>()
  const index = database.annotations.where(annotationPlace)
  const [lower, upper] = keysUnder(projectId)
  // Leaps from each article's layer to the next.
  for (let from = lower, isFirst = true; ; isFirst = false) {
    const [found] = await index.between(from, upper, isFirst).limit(1).keys()
    if (found === undefined) break
    const [, articleId, layer] = found as unknown as [ProjectId, ArticleId, LayerId]
    const range = keysUnder(projectId, articleId, layer)
    addTo(counts, articleId, layer, await index.between(...range).count())
    from = range[1]
  }
  return { sequence: last?.[1] ?? 0, counts }
}

async function catchUp(
  database: CounterpointDatabase,
  projectId: ProjectId,
  known: CountedUpTo
): Promise<CountedUpTo> {
  const [, upper] = keysUnder(projectId)
  const entries = await database.changeLog
    .where('[projectId+sequence]')
    .between([projectId, known.sequence], upper, false)
    .toArray()
  const last = entries.at(-1)
  if (last === undefined) return known
  // An import's rows are not in the history.
  if (entries.some(entry => entry.operation.kind === 'baseline')) return countAll(database, projectId)
  return {
    sequence: last.sequence,
    counts: countsAfter(
      known.counts,
      entries.flatMap(entry => entry.changes)
    )
  }
}

/** The counts after these changes; the same object when they touch no annotation's place. */
export function countsAfter(counts: LayerCounts, changes: readonly RowChange[]): LayerCounts {
  const moved = changes.filter(change => change.table === 'annotations')
  if (moved.length === 0) return counts
  const next = new Map([...counts].map(([article, layers]) => [article, new Map(layers)]))
  for (const { before, after } of moved) {
    if (before !== null) addTo(next, before.articleId, before.layer, -1)
    if (after !== null) addTo(next, after.articleId, after.layer, 1)
  }
  return next
}

function addTo(
  counts: Map<ArticleId, Map<LayerId, number>>,
  articleId: ArticleId,
  layer: LayerId,
  difference: number
): void {
  const layers = counts.get(articleId) ?? new Map<LayerId, number>()
  const count = (layers.get(layer) ?? 0) + difference
  if (count > 0) layers.set(layer, count)
  else layers.delete(layer)
  if (layers.size > 0) counts.set(articleId, layers)
  else counts.delete(articleId)
}
