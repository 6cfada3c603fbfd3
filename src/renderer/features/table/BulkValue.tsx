import { useState } from 'react'
import { isEdtf } from '../../../core/annotation/attribute-value'
import { offeredOptions, type Attribute } from '../../../core/project/codebook'
import type { AttributeValue } from '../../../core/project/entities'
import type { ProjectId } from '../../../core/project/ids'
import type { CounterpointDatabase } from '../../persistence/database'
import { useRegisters } from '../../persistence/registers'

interface BulkValueProps {
  database: CounterpointDatabase
  projectId: ProjectId
  attribute: Attribute
  /** Undefined takes the value away. */
  value: AttributeValue | undefined
  onChange(value: AttributeValue | undefined): void
}

/** The value that is to be set on many annotations; without one the attribute is cleared. */
export function BulkValue({ database, projectId, attribute, value, onChange }: BulkValueProps) {
  const registers = useRegisters(database, projectId)
  const choices = choicesFor(attribute, registers)
  if (choices !== null) {
    const isList = attribute.kind === 'multi-choice'
    const shown = isList ? (Array.isArray(value) ? value[0] : undefined) : value
    return (
      <select
        aria-label={`New ${attribute.name.toLowerCase()}`}
        value={typeof shown === 'object' || shown === undefined ? '' : String(shown)}
        onChange={event => onChange(valueOf(attribute, event.target.value))}
      >
        <option value="">Not set</option>
        {choices.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    )
  }
  if (attribute.kind === 'links' || attribute.kind === 'parties' || attribute.kind === 'counts')
    return <span className="bulk-hint">can only be cleared here</span>
  return <TypedValue attribute={attribute} onChange={onChange} />
}

function TypedValue({ attribute, onChange }: Pick<BulkValueProps, 'attribute' | 'onChange'>) {
  const [text, setText] = useState('')
  const reason = problemWith(attribute, text)
  return (
    <>
      <input
        type="text"
        aria-label={`New ${attribute.name.toLowerCase()}`}
        placeholder={attribute.kind === 'date' ? '2018-04' : 'Not set'}
        aria-invalid={reason !== null}
        value={text}
        onChange={event => {
          const typed = event.target.value
          setText(typed)
          onChange(problemWith(attribute, typed) === null ? valueOf(attribute, typed.trim()) : undefined)
        }}
      />
      {reason !== null && <span className="bulk-hint">{reason}</span>}
    </>
  )
}

function problemWith(
  { kind, minimum = -Infinity, maximum = Infinity }: Attribute,
  text: string
): string | null {
  const typed = text.trim()
  if (typed === '') return null
  if (kind === 'date') return isEdtf(typed) ? null : 'Not a date yet. Try 2018-04 or 2018?'
  if (kind !== 'number' && kind !== 'scale') return null
  const number = Number(typed)
  if (!Number.isFinite(number)) return 'Not a number yet'
  return number < minimum || number > maximum ? `From ${minimum} to ${maximum}` : null
}

function choicesFor(
  attribute: Attribute,
  registers: ReturnType<typeof useRegisters>
): { id: string; name: string }[] | null {
  switch (attribute.kind) {
    case 'choice':
    case 'multi-choice':
      return offeredOptions(attribute)
    case 'boolean':
      return [
        { id: 'true', name: 'Yes' },
        { id: 'false', name: 'No' }
      ]
    case 'actor':
      return [
        ...(attribute.allowsArticleVoice === true ? [{ id: 'article', name: "Article's own voice" }] : []),
        ...registers.actors
      ]
    case 'issue':
      return registers.issues.map(({ id, question }) => ({ id, name: question }))
    case 'case':
      return [...registers.cases]
    case 'text':
    case 'long-text':
    case 'number':
    case 'scale':
    case 'date':
    case 'links':
    case 'parties':
    case 'counts':
      return null
  }
}

function valueOf({ kind }: Attribute, text: string): AttributeValue | undefined {
  if (text === '') return undefined
  if (kind === 'boolean') return text === 'true'
  if (kind === 'multi-choice') return [text]
  return kind === 'number' || kind === 'scale' ? Number(text) : text
}
