import type { Attribute, CodebookOption, Layer } from '../project/codebook'
import { attributeFields, changed, optionFields } from './diff-fields'
import { matchSiblings } from './match-siblings'
import { originOf, type MigrationStep } from './migration'

/** What differs between two states of one attribute, its options included. */
export function diffAttribute(
  was: Attribute,
  is: Attribute,
  layers: { old: Layer; now: Layer },
  steps?: readonly MigrationStep[]
): string[] {
  const place = { layer: layers.now.id, attribute: is.id }
  const options = matchSiblings(was.options ?? [], is.options ?? [], id =>
    steps === undefined ? undefined : originOf(steps, { ...place, option: id }).option
  )
  const into = mergeTargets(was, is, layers, steps ?? [])
  const option = (row: CodebookOption, what: string) => `${is.name}: option “${row.name}” ${what}`
  return [
    ...changed(was, is, attributeFields).map(what => `Attribute “${was.name}” ${what}`),
    ...options.added.map(row => option(row, 'added')),
    ...options.removed.map(row => {
      const target = into.get(row.id)
      return option(row, target === undefined ? 'removed' : `merged into “${target}”`)
    }),
    ...options.pairs.flatMap(([old, now]) => changed(old, now, optionFields).map(what => option(old, what))),
    ...(options.isReordered ? [`${is.name}: options put in another order`] : [])
  ]
}

/** The names of what options were merged into, by the ids that they had before everything. */
function mergeTargets(
  was: Attribute,
  is: Attribute,
  { old, now }: { old: Layer; now: Layer },
  steps: readonly MigrationStep[]
): Map<string, string> {
  const into = new Map<string, string>()
  const nameOf = (originId: string) =>
    (is.options ?? []).find(
      row => originOf(steps, { layer: now.id, attribute: is.id, option: row.id }).option === originId
    )?.name
  steps.forEach((step, at) => {
    if (step.kind !== 'merge-options') return
    const place = { layer: step.layer, attribute: step.attribute }
    const earlier = steps.slice(0, at)
    const from = originOf(earlier, { ...place, option: step.option })
    if (from.layer !== old.id || from.attribute !== was.id || from.option === undefined) return
    const target = originOf(earlier, { ...place, option: step.to }).option ?? step.to
    into.set(from.option, nameOf(target) ?? into.get(target) ?? step.to)
  })
  return into
}
