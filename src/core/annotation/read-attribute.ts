import type { AttributeValue } from '../project/entities'

/** The text of an attribute; null when it is unset or holds something else. */
export function textOf(value: AttributeValue | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

/** The words of a list; of anything else none. */
export function listOf(value: AttributeValue | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter(item => typeof item === 'string') : []
}
