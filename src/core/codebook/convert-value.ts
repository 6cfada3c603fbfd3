import { isEdtf } from '../annotation/attribute-value'
import type { AttributeKind } from '../project/codebook'
import type { AttributeValue } from '../project/entities'

/** The kinds an attribute of this kind can become without loss, as far as its values allow. */
const ways: Partial<Record<AttributeKind, readonly AttributeKind[]>> = {
  choice: ['multi-choice'],
  'multi-choice': ['choice'],
  text: ['long-text', 'date'],
  'long-text': ['text'],
  number: ['scale', 'text'],
  scale: ['number', 'text'],
  date: ['text']
}

/** Whether values of one kind can become values of the other at all. */
export function isConvertible(from: AttributeKind, to: AttributeKind): boolean {
  return ways[from]?.includes(to) === true
}

/** The same value in another kind of attribute; undefined where something of it would be lost. */
export function convertValue(
  from: AttributeKind,
  to: AttributeKind,
  value: AttributeValue
): AttributeValue | undefined {
  if (!isConvertible(from, to)) return undefined
  switch (to) {
    case 'multi-choice':
      return typeof value === 'string' ? [value] : undefined
    case 'choice':
      return Array.isArray(value) && value.length === 1 && typeof value[0] === 'string' ? value[0] : undefined
    case 'text':
      if (typeof value === 'number') return String(value)
      // A field of one line would swallow the others.
      return typeof value === 'string' && !value.includes('\n') ? value : undefined
    case 'long-text':
      return typeof value === 'string' ? value : undefined
    case 'date':
      return typeof value === 'string' && isEdtf(value) ? value : undefined
    case 'number':
    case 'scale':
      return typeof value === 'number' ? value : undefined
    case 'boolean':
    case 'actor':
    case 'issue':
    case 'case':
    case 'links':
    case 'parties':
    case 'counts':
      return undefined
  }
}
