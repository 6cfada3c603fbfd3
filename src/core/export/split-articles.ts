import type { ArticleRows, ProjectSource } from '../formats/project-source'
import type { Layer } from '../project/codebook'
import { chooseRows } from './choose-rows'
import { dealGroups, type DealtGroup } from './deal-articles'
import { subsets, type SplitOptions, type Subset } from './export-options'
import { seededRandom, shuffle } from './seeded-random'

export interface ArticleSplit {
  subset: Subset
  /** In the order of the project. */
  articleIds: readonly string[]
  source: ProjectSource
}

/**
 * Deals the articles out to training, validation and test data, so that no text stands in two of them and each
 * label (a layer, or an option of a choice) is spread as the shares say. After iterative stratification
 * (Sechidis, Tsoumakas and Vlahavas, "On the stratification of multi-label data", ECML PKDD 2011), with the
 * number of articles in each subset fixed beforehand. Articles of the same text stay together. Subsets come in
 * the order train, validation, test; those with a share of 0 are left out. Relations between articles of two
 * subsets belong to none. Throws RangeError when shares are negative, not finite or all 0.
 */
export function splitArticles(source: ProjectSource, { shares, seed }: SplitOptions): ArticleSplit[] {
  const total = subsets.reduce((sum, subset) => sum + shares[subset], 0)
  if (!Number.isFinite(total) || total <= 0 || subsets.some(subset => shares[subset] < 0))
    throw new RangeError('Shares are numbers from 0 on, one of them more than 0')
  const used = subsets.filter(subset => shares[subset] > 0)
  const order: string[] = []
  const groups = groupArticles(source, order)
  const handOf = dealGroups(
    shuffle(groups, seededRandom(seed)),
    used.map(subset => shares[subset] / total)
  )
  return used.map((subset, hand) => {
    const articleIds = order.filter(id => handOf.get(id) === hand)
    return { subset, articleIds, source: chooseRows(source, { articles: articleIds }) }
  })
}

/** Articles whose current texts are the same, to the letter, are one group. */
function groupArticles(source: ProjectSource, order: string[]): DealtGroup[] {
  const layers = new Map<string, Layer>(source.head.codebook.layers.map(layer => [layer.id, layer]))
  const groups = new Map<string, { articleIds: string[]; labels: Map<string, number> }>()
  for (const rows of source.articles()) {
    order.push(rows.article.id)
    const revision = rows.revisions.find(row => row.number === rows.article.revision)
    const key = revision?.textSha256 ?? rows.article.id
    const group = groups.get(key) ?? { articleIds: [], labels: new Map<string, number>() }
    groups.set(key, group)
    group.articleIds.push(rows.article.id)
    countLabels(rows, layers, group.labels)
  }
  return [...groups.values()]
}

/** Layers, and the options and yes or no that were chosen: what models are trained to tell apart. */
function countLabels(
  { annotations }: ArticleRows,
  layers: ReadonlyMap<string, Layer>,
  counts: Map<string, number>
): void {
  const add = (label: string) => counts.set(label, (counts.get(label) ?? 0) + 1)
  for (const { layer, attributes } of annotations) {
    add(layer)
    for (const { id, kind } of layers.get(layer)?.attributes ?? []) {
      const value = attributes[id]
      if (value === undefined || !(kind === 'choice' || kind === 'multi-choice' || kind === 'boolean'))
        continue
      for (const option of Array.isArray(value) ? value : [value])
        if (typeof option !== 'object') add(`${layer} ${id} ${option}`)
    }
  }
}
