import { missingRequired } from '../../../core/annotation/completeness'
import { findLayer } from '../../../core/project/codebook'
import type { ProjectData } from '../../../core/project/entities'

export interface CompletenessSummary {
  annotations: number
  incomplete: number
  /** Names of the attributes most often missing, with how often, most frequent first. */
  missing: { name: string; count: number }[]
}

/** How many annotations lack what the codebook requires, and what it is they lack. */
export function summariseCompleteness(data: ProjectData): CompletenessSummary {
  const missing = new Map<string, number>()
  let incomplete = 0
  for (const annotation of data.annotations) {
    const layer = findLayer(data.codebook, annotation.layer)
    const attributes = layer === undefined ? [] : missingRequired(annotation, layer)
    if (attributes.length > 0) incomplete += 1
    for (const { name } of attributes) {
      const label = `${layer?.name ?? ''}: ${name.toLowerCase()}`
      missing.set(label, (missing.get(label) ?? 0) + 1)
    }
  }
  return {
    annotations: data.annotations.length,
    incomplete,
    missing: [...missing].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count)
  }
}
