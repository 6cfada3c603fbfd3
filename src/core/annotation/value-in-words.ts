import { describeEdtf, parseEdtf } from '../chronology/edtf'
import type { Attribute } from '../project/codebook'
import type { AttributeValue } from '../project/entities'
import type { Registers } from './describe'

/** A value as a person reads it, whatever its kind; what no register or option knows is shown as it stands. */
export function valueInWords(
  attribute: Attribute | undefined,
  value: AttributeValue,
  registers: Registers
): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return textInWords(attribute, value, registers)
  if (!Array.isArray(value))
    return Object.entries(value)
      .map(([kind, count]) => `${count} ${kind}`)
      .join(', ')
  return value
    .map(item =>
      typeof item === 'string'
        ? textInWords(attribute, item, registers)
        : `${registers.actorName(item.actor) ?? item.actor} (${optionName(attribute, item.role).toLowerCase()})`
    )
    .join(', ')
}

function textInWords(attribute: Attribute | undefined, value: string, registers: Registers): string {
  const kind = attribute?.kind
  if (kind === 'choice' || kind === 'multi-choice') return optionName(attribute, value)
  if (kind === 'actor' && value === 'article' && attribute?.allowsArticleVoice === true)
    return 'Article’s own voice'
  if (kind === 'actor') return registers.actorName(value) ?? value
  if (kind === 'issue') return registers.issueName(value) ?? value
  if (kind === 'case') return registers.caseName(value) ?? value
  if (kind !== 'date') return value
  const date = parseEdtf(value)
  return date.ok ? describeEdtf(date.value) : value
}

function optionName(attribute: Attribute | undefined, id: string): string {
  return attribute?.options?.find(option => option.id === id)?.name ?? id
}
