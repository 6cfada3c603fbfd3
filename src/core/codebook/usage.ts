import { isUnset } from '../annotation/completeness'
import { optionIdsIn } from '../annotation/retired-values'
import type { CodebookContent } from '../project/codebook'
import type { Annotation } from '../project/entities'
import type { Place } from './place'

/** How many annotations use each layer, attribute, option and span role. */
export interface CodebookUsage {
  of(place: Place): number
  ofRole(layer: string, role: string): number
  /** Of the layers in this codebook. */
  annotations: number
}

/** Counts once, over annotations whose ids are the codebook's own (migrated, where it is a draft). */
export function countUsage(codebook: CodebookContent, annotations: readonly Annotation[]): CodebookUsage {
  const counts = new Map<string, number>()
  const add = (...parts: string[]) => counts.set(keyOf(parts), (counts.get(keyOf(parts)) ?? 0) + 1)
  const layers = new Map<string, CodebookContent['layers'][number]>(codebook.layers.map(row => [row.id, row]))
  let known = 0
  for (const annotation of annotations) {
    const layer = layers.get(annotation.layer)
    if (layer === undefined) continue
    known += 1
    add(layer.id)
    for (const role of new Set(annotation.spans.map(span => span.role))) add(layer.id, ' role', role)
    for (const attribute of layer.attributes) {
      const value = annotation.attributes[attribute.id]
      if (value === undefined || isUnset(value)) continue
      add(layer.id, attribute.id)
      if (attribute.options === undefined) continue
      for (const option of new Set(optionIdsIn(value))) add(layer.id, attribute.id, option)
    }
  }
  const read = (...parts: string[]) => counts.get(keyOf(parts)) ?? 0
  return {
    of: ({ layer, attribute, option }) =>
      read(layer, ...(attribute === undefined ? [] : [attribute]), ...(option === undefined ? [] : [option])),
    ofRole: (layer, role) => read(layer, ' role', role),
    annotations: known
  }
}

/** Ids have no line breaks. */
function keyOf(parts: readonly string[]): string {
  return parts.join('\n')
}

/** "not used", "used once", "used 50 times". */
export function spellUsage(count: number): string {
  if (count === 0) return 'not used'
  return count === 1 ? 'used once' : `used ${count} times`
}
