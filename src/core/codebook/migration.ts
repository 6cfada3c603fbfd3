import type { AttributeKind } from '../project/codebook'
import type { Annotation, AttributeValue, Party } from '../project/entities'
import type { LayerId } from '../project/ids'
import { convertValue } from './convert-value'
import type { Place } from './place'

/** What a change of the codebook does to annotations. Names of things are no part of this: annotations hold ids. */
export type MigrationStep =
  | { kind: 'layer-id'; layer: string; to: string }
  | { kind: 'attribute-id'; layer: string; attribute: string; to: string }
  | { kind: 'option-id'; layer: string; attribute: string; option: string; to: string }
  /** Both options are there before; afterwards only `to`. */
  | { kind: 'merge-options'; layer: string; attribute: string; option: string; to: string }
  | { kind: 'role'; layer: string; role: string; to: string }
  | { kind: 'convert'; layer: string; attribute: string; from: AttributeKind; to: AttributeKind }

/**
 * The annotation after these steps, in their order; the same object when none of them touches it. A value
 * that cannot be converted stays as it is: `saveDraft` refuses before that happens.
 */
export function migrateAnnotation(annotation: Annotation, steps: readonly MigrationStep[]): Annotation {
  let migrated = annotation
  for (const step of steps) if (step.layer === migrated.layer) migrated = applyStep(migrated, step)
  return migrated
}

/** All annotations after these steps; untouched ones are the same objects. */
export function migrateAnnotations(
  annotations: readonly Annotation[],
  steps: readonly MigrationStep[]
): readonly Annotation[] {
  return steps.length === 0 ? annotations : annotations.map(row => migrateAnnotation(row, steps))
}

/** Where something that is at `place` after these steps was before them. */
export function originOf(steps: readonly MigrationStep[], place: Place): Place {
  let { layer, attribute, option } = place
  for (const step of steps.toReversed()) {
    if (step.kind === 'layer-id') {
      if (step.to === layer) layer = step.layer
    } else if (step.layer !== layer) continue
    else if (step.kind === 'attribute-id') {
      if (step.to === attribute) attribute = step.attribute
    } else if (step.kind === 'option-id' && step.attribute === attribute && step.to === option)
      option = step.option
  }
  return {
    layer,
    ...(attribute === undefined ? {} : { attribute }),
    ...(option === undefined ? {} : { option })
  }
}

function applyStep(annotation: Annotation, step: MigrationStep): Annotation {
  switch (step.kind) {
    case 'layer-id':
      return { ...annotation, layer: step.to as LayerId }
    case 'attribute-id':
      return renameAttribute(annotation, step.attribute, step.to)
    case 'option-id':
    case 'merge-options':
      return changeValue(annotation, step.attribute, value => replaceOption(value, step.option, step.to))
    case 'role': {
      if (!annotation.spans.some(span => span.role === step.role)) return annotation
      const spans = annotation.spans.map(span =>
        span.role === step.role ? { ...span, role: step.to } : span
      )
      return { ...annotation, spans }
    }
    case 'convert':
      return changeValue(
        annotation,
        step.attribute,
        value => convertValue(step.from, step.to, value) ?? value
      )
  }
}

/** In its old position: the order of what is set stays. */
function renameAttribute(annotation: Annotation, from: string, to: string): Annotation {
  if (annotation.attributes[from] === undefined) return annotation
  const attributes = Object.fromEntries(
    Object.entries(annotation.attributes).map(([id, value]) => [id === from ? to : id, value])
  )
  return { ...annotation, attributes }
}

function changeValue(
  annotation: Annotation,
  attribute: string,
  change: (value: AttributeValue) => AttributeValue
): Annotation {
  const value = annotation.attributes[attribute]
  if (value === undefined) return annotation
  const next = change(value)
  if (next === value) return annotation
  return { ...annotation, attributes: { ...annotation.attributes, [attribute]: next } }
}

/** One option's id for another's in a choice, a multi-choice or the roles of parties; doubles fall together. */
function replaceOption(value: AttributeValue, from: string, to: string): AttributeValue {
  if (typeof value === 'string') return value === from ? to : value
  if (!Array.isArray(value)) return value
  if (isParties(value)) {
    if (!value.some(party => party.role === from)) return value
    return unique(
      value.map(party => (party.role === from ? { ...party, role: to } : party)),
      party => JSON.stringify([party.role, party.actor])
    )
  }
  if (!value.includes(from)) return value
  return unique(
    value.map(id => (id === from ? to : id)),
    id => id
  )
}

function isParties(value: readonly string[] | readonly Party[]): value is readonly Party[] {
  return typeof value[0] === 'object'
}

function unique<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  const seen = new Set<string>()
  return items.filter(item => {
    const key = keyOf(item)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
