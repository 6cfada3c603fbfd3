import type { Attribute } from '../../../../core/project/codebook'
import type { AttributeValue } from '../../../../core/project/entities'

/** What every control of the inspector gets: the attribute, its value, and how to change it. */
export interface FieldProps {
  attribute: Attribute
  value: AttributeValue | undefined
  /** `undefined` unsets. Called once per finished change, never per keystroke. */
  onChange(value: AttributeValue | undefined): void
}

/** The id of a field's control, so that keys can find it. */
export function fieldId(attributeId: string): string {
  return `field-${attributeId}`
}
