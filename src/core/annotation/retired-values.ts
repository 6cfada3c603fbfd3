import type { Attribute, CodebookOption, Layer } from '../project/codebook'
import type { Annotation, AttributeValue } from '../project/entities'
import { isUnset } from './completeness'

/** A value that data still has and the codebook no longer offers: of a retired attribute, or a retired option. */
export interface RetiredValue {
  attribute: Attribute
  /** Absent where the whole attribute is retired. */
  option?: CodebookOption
}

/** What this annotation uses that its layer has retired, in the codebook's order. Such values stay valid. */
export function retiredValues(annotation: Annotation, layer: Layer): RetiredValue[] {
  return layer.attributes.flatMap((attribute): RetiredValue[] => {
    const value = annotation.attributes[attribute.id]
    if (value === undefined || isUnset(value)) return []
    if (attribute.retired === true) return [{ attribute }]
    const chosen = optionIdsIn(value)
    return (attribute.options ?? [])
      .filter(option => option.retired === true && chosen.includes(option.id))
      .map(option => ({ attribute, option }))
  })
}

/** The option ids a value of a choice, a multi-choice or parties names; meaningless for other kinds. */
export function optionIdsIn(value: AttributeValue): string[] {
  if (typeof value === 'string') return [value]
  if (!Array.isArray(value)) return []
  return value.map(item => (typeof item === 'string' ? item : item.role))
}
