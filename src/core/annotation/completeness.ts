import type { Attribute, Layer } from '../project/codebook'
import type { Annotation, AttributeValue } from '../project/entities'

/** Attributes the codebook requires and this annotation leaves unset, in the codebook's order; no retired ones. */
export function missingRequired(annotation: Annotation, layer: Layer): Attribute[] {
  return layer.attributes.filter(
    attribute =>
      attribute.required === true &&
      attribute.retired !== true &&
      isUnset(annotation.attributes[attribute.id])
  )
}

/** Absent, an empty text, an empty list and an object without members all count as unset; 0 and false do not. */
export function isUnset(value: AttributeValue | undefined): boolean {
  if (value === undefined) return true
  if (typeof value === 'string') return value.trim() === ''
  if (typeof value === 'object') return Object.keys(value).length === 0
  return false
}
