import type { CodebookContent, Layer } from '../project/codebook'
import { diffAttribute } from './diff-attribute'
import { changed, layerFields } from './diff-fields'
import { matchSiblings, type Origin } from './match-siblings'
import { originOf, type MigrationStep } from './migration'

/** One thing that differs between two codebooks, in words. */
export interface CodebookDifference {
  /** The name of the layer it is about, as it is afterwards; empty when it is about the codebook itself. */
  layer: string
  /** "Stance: option “mixed” renamed to “both ways”". */
  text: string
}

/**
 * What differs between two codebooks, readable from top to bottom. `steps` says which ids became which; without
 * them, what has no counterpart by id is taken for renamed where its name or its place is the same.
 */
export function diffCodebooks(
  before: CodebookContent,
  after: CodebookContent,
  steps?: readonly MigrationStep[]
): CodebookDifference[] {
  const origin: Origin | undefined = steps === undefined ? undefined : place => originOf(steps, place)
  const differences: CodebookDifference[] = []
  const say = (layer: string, text: string) => differences.push({ layer, text })
  if (before.title !== after.title) say('', `Title changed from “${before.title}” to “${after.title}”`)
  const layers = matchSiblings(before.layers, after.layers, id => origin?.({ layer: id }).layer)
  for (const layer of layers.added) say(layer.name, `Layer “${layer.name}” added${withWhat(layer)}`)
  for (const layer of layers.removed) say(layer.name, `Layer “${layer.name}” removed`)
  for (const [old, now] of layers.pairs) {
    for (const text of diffLayer(old, now, origin, steps)) say(now.name, text)
  }
  if (layers.isReordered) say('', 'Layers put in another order')
  return differences
}

function diffLayer(
  old: Layer,
  now: Layer,
  origin: Origin | undefined,
  steps: readonly MigrationStep[] | undefined
): string[] {
  const own = changed(old, now, layerFields).map(what => `Layer “${old.name}” ${what}`)
  const attributes = matchSiblings(
    old.attributes,
    now.attributes,
    id => origin?.({ layer: now.id, attribute: id }).attribute
  )
  return [
    ...own,
    ...diffRoles(old, now, steps),
    ...attributes.added.map(row => `Attribute “${row.name}” added`),
    ...attributes.removed.map(row => `Attribute “${row.name}” removed`),
    ...attributes.pairs.flatMap(([was, is]) => diffAttribute(was, is, { old, now }, steps)),
    ...(attributes.isReordered ? ['Attributes put in another order'] : [])
  ]
}

function diffRoles(old: Layer, now: Layer, steps: readonly MigrationStep[] | undefined): string[] {
  const renamed = new Map<string, string>()
  for (const step of steps ?? [])
    if (step.kind === 'role' && originOf(steps ?? [], { layer: now.id }).layer === old.id) {
      const first = [...renamed].find(([, to]) => to === step.role)?.[0] ?? step.role
      if (old.spanRoles.includes(first) && now.spanRoles.includes(step.to)) renamed.set(first, step.to)
    }
  const added = now.spanRoles.filter(
    role => !old.spanRoles.includes(role) && ![...renamed.values()].includes(role)
  )
  const removed = old.spanRoles.filter(role => !now.spanRoles.includes(role) && !renamed.has(role))
  return [
    ...[...renamed].map(([from, to]) => `Part “${from}” renamed to “${to}”`),
    ...added.map(role => `Part “${role}” added`),
    ...removed.map(role => `Part “${role}” removed`)
  ]
}

function withWhat(layer: Layer): string {
  const { length } = layer.attributes
  if (length === 0) return ''
  return length === 1 ? ' with 1 attribute' : ` with ${length} attributes`
}
