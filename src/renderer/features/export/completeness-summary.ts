import { missingRequired } from '../../../core/annotation/completeness'
import type { Steps } from '../../../core/steps'
import type { ProjectSource } from '../../../core/formats/project-source'

export interface CompletenessSummary {
  articles: number
  annotations: number
  incomplete: number
  /** Names of the attributes most often missing, with how often, most frequent first. */
  missing: { name: string; count: number }[]
}

/**
 * How many annotations there are, how many of them lack what the codebook requires, and what it is they lack;
 * article by article, so that the window gets its turn.
 */
export function* summariseCompleteness({
  head,
  articles
}: Pick<ProjectSource, 'head' | 'articles'>): Steps<CompletenessSummary> {
  const layers = new Map(head.codebook.layers.map(layer => [layer.id, layer]))
  const missing = new Map<string, number>()
  const summary = { articles: 0, annotations: 0, incomplete: 0 }
  for (const rows of articles()) {
    summary.articles += 1
    summary.annotations += rows.annotations.length
    for (const annotation of rows.annotations) {
      const layer = layers.get(annotation.layer)
      const attributes = layer === undefined ? [] : missingRequired(annotation, layer)
      if (attributes.length > 0) summary.incomplete += 1
      for (const { name } of attributes) {
        const label = `${layer?.name ?? ''}: ${name.toLowerCase()}`
        missing.set(label, (missing.get(label) ?? 0) + 1)
      }
    }
    yield
  }
  return {
    ...summary,
    missing: [...missing].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count)
  }
}
