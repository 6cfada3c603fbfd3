import type { ArticleRows, ProjectSource } from '../formats/project-source'
import type { Layer } from '../project/codebook'
import { chooseRows } from './choose-rows'
import { dealGroups, type DealtGroup } from './deal-articles'
import { subsets, type SplitOptions, type Subset } from './export-options'
import { seededRandom, shuffle } from './seeded-random'
import { allSteps, type Steps } from '../steps'

export interface ArticleSplit {
  subset: Subset
  /** In the order of the project. */
  articleIds: readonly string[]
  annotations: number
  source: ProjectSource
}

export interface Split {
  parts: ArticleSplit[]
  /** How many relations lead from one subset to another, and so belong to none. */
  cutRelations: number
}

/**
 * Deals the articles out to training, validation and test data, so that no text stands in two of them and each
 * label (a layer, or an option of a choice) is spread as the shares say. After iterative stratification
 * (Sechidis, Tsoumakas and Vlahavas, "On the stratification of multi-label data", ECML PKDD 2011), with the
 * number of articles in each subset fixed beforehand. Articles of the same text stay together. Subsets come in
 * the order train, validation, test; those with a share of 0 are left out. Relations between articles of two
 * subsets belong to none. Throws RangeError when shares are negative, not finite or all 0.
 */
export function splitArticles(source: ProjectSource, options: SplitOptions): ArticleSplit[] {
  return allSteps(splitInSteps(source, options)).parts
}

/** The same, article by article. */
export function* splitInSteps(source: ProjectSource, { shares, seed }: SplitOptions): Steps<Split> {
  const total = subsets.reduce((sum, subset) => sum + shares[subset], 0)
  if (!Number.isFinite(total) || total <= 0 || subsets.some(subset => shares[subset] < 0))
    throw new RangeError('Shares are numbers from 0 on, one of them more than 0')
  const used = subsets.filter(subset => shares[subset] > 0)
  const { groups, annotationsOf, articleOfEnd } = yield* groupArticles(source)
  const handOf = dealGroups(
    shuffle(groups, seededRandom(seed)),
    used.map(subset => shares[subset] / total)
  )
  yield
  let cutRelations = 0
  const handOfEnd = (id: string) => handOf.get(articleOfEnd.get(id) ?? '')
  for (const { from, to } of source.relations()) if (handOfEnd(from) !== handOfEnd(to)) cutRelations += 1
  const parts = used.map((subset, hand) => {
    const articleIds = [...annotationsOf.keys()].filter(id => handOf.get(id) === hand)
    return {
      ...{ subset, articleIds },
      annotations: articleIds.reduce((sum, id) => sum + (annotationsOf.get(id) ?? 0), 0),
      source: chooseRows(source, { articles: articleIds })
    }
  })
  return { parts, cutRelations }
}

interface Grouped {
  groups: DealtGroup[]
  /** How many, by article, in the order of the project. */
  annotationsOf: Map<string, number>
  /** The articles of annotations at which a relation begins or ends. */
  articleOfEnd: Map<string, string>
}

/** Articles whose current texts are the same, to the letter, are one group. */
function* groupArticles(source: ProjectSource): Steps<Grouped> {
  const layers = new Map<string, Layer>(source.head.codebook.layers.map(layer => [layer.id, layer]))
  const ends = new Set<string>()
  for (const { from, to } of source.relations()) ends.add(from).add(to)
  yield
  const annotationsOf = new Map<string, number>()
  const articleOfEnd = new Map<string, string>()
  const groups = new Map<string, { articleIds: string[]; labels: Map<string, number> }>()
  for (const rows of source.articles()) {
    const { article, annotations } = rows
    const revision = rows.revisions.find(row => row.number === article.revision)
    const key = revision?.textSha256 ?? article.id
    const group = groups.get(key) ?? { articleIds: [], labels: new Map<string, number>() }
    groups.set(key, group)
    group.articleIds.push(article.id)
    countLabels(rows, layers, group.labels)
    annotationsOf.set(article.id, annotations.length)
    for (const { id } of annotations) if (ends.has(id)) articleOfEnd.set(id, article.id)
    yield
  }
  return { groups: [...groups.values()], annotationsOf, articleOfEnd }
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
