import type { Attribute } from '../../../../core/project/codebook'
import type { AttributeValue } from '../../../../core/project/entities'

/**
 * What an attribute becomes; `undefined` unsets. Where the new value is made from the old one, a function of
 * it: by the time of saving the row can be ahead of what is on screen.
 */
export type FieldChange =
  AttributeValue | undefined | ((current: AttributeValue | undefined) => AttributeValue | undefined)

/** What every control of the inspector gets: the attribute, its value, and how to change it. */
export interface FieldProps {
  attribute: Attribute
  value: AttributeValue | undefined
  /** Called once per finished change, never per keystroke. */
  onChange(value: FieldChange): void
}

/** The id of a field's control, so that keys can find it. */
export function fieldId(attributeId: string): string {
  return `field-${attributeId}`
}
