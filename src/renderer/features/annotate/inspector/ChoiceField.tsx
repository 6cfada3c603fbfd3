import type { KeyboardEvent } from 'react'
import { offeredOptions, type CodebookOption } from '../../../../core/project/codebook'
import type { AttributeValue } from '../../../../core/project/entities'
import { chordOf } from '../../../commands/keymap'
import '../../../ui/segmented-control.css'
import { areStances, StanceGlyph } from '../StanceGlyph'
import { fieldId, type FieldProps } from './field-props'

/** More options or longer names than this, and a list is quicker to read than a row of buttons. */
const mostSegments = 5
const longestSegment = 14
const longestRow = 44

/** One of the codebook's options: a row of segments, or a list where there are many. */
export function ChoiceField(props: FieldProps) {
  const options = offeredOptions(props.attribute, optionIdsOf(props.value))
  const names = options.map(nameOf)
  const isRow =
    options.length <= mostSegments &&
    names.every(name => name.length <= longestSegment) &&
    names.join('').length <= longestRow
  return isRow ? <Segments {...props} /> : <OptionList {...props} />
}

function Segments({ attribute, value, onChange }: FieldProps) {
  const options = offeredOptions(attribute, optionIdsOf(value))
  const hasGlyphs = areStances(options)
  const onKeyDown = (event: KeyboardEvent) => {
    const option = optionForKey(options, event)
    if (option === undefined) return
    event.preventDefault()
    onChange(option.id)
  }
  return (
    <div
      className="segmented segments"
      role="radiogroup"
      aria-label={attribute.name}
      data-stance={hasGlyphs}
      onKeyDown={onKeyDown}
    >
      {options.map((option, i) => (
        <label key={option.id} title={option.definition}>
          <input
            type="radio"
            name={fieldId(attribute.id)}
            id={i === 0 ? fieldId(attribute.id) : undefined}
            aria-label={nameOf(option)}
            checked={value === option.id}
            onChange={() => onChange(option.id)}
            // A second click on what is chosen takes the choice back.
            onClick={() => value === option.id && onChange(undefined)}
          />
          {hasGlyphs && <StanceGlyph stance={option.id} />}
          <span aria-hidden="true">{nameOf(option)}</span>
          {option.key !== undefined && <kbd aria-hidden="true">{option.key.toUpperCase()}</kbd>}
        </label>
      ))}
    </div>
  )
}

/** A row of buttons is chosen from as a list is: by the option's own key, its number, or its first letter. */
function optionForKey(options: readonly CodebookOption[], event: KeyboardEvent): CodebookOption | undefined {
  const chord = chordOf(event)
  if (chord === undefined || chord.length !== 1) return undefined
  return (
    options.find(option => option.key === chord) ??
    options[Number.parseInt(chord, 10) - 1] ??
    options.find(option => option.name.toLowerCase().startsWith(chord))
  )
}

function OptionList({ attribute, value, onChange }: FieldProps) {
  const chosen = attribute.options?.find(option => option.id === value)
  return (
    <>
      <select
        id={fieldId(attribute.id)}
        className="select"
        aria-label={attribute.name}
        value={typeof value === 'string' ? value : ''}
        aria-describedby={`${fieldId(attribute.id)}-definition`}
        onChange={event => onChange(event.target.value === '' ? undefined : event.target.value)}
      >
        <option value="">Not set</option>
        {chosen === undefined && typeof value === 'string' && (
          <option value={value}>{value} (not in the codebook)</option>
        )}
        {offeredOptions(attribute, optionIdsOf(value)).map(option => (
          <option key={option.id} value={option.id} title={option.definition}>
            {nameOf(option)}
          </option>
        ))}
      </select>
      <p className="field-hint" id={`${fieldId(attribute.id)}-definition`}>
        {chosen?.definition}
      </p>
    </>
  )
}

/** Several of the codebook's options, as check boxes that fold into their chosen ones. */
export function MultiChoiceField({ attribute, value, onChange }: FieldProps) {
  const chosen = optionIdsOf(value)
  const toggle = (id: string) =>
    onChange(current => {
      const ids = optionIdsOf(current)
      return ids.includes(id) ? ids.filter(other => other !== id) : [...ids, id]
    })
  const names = (attribute.options ?? []).filter(o => chosen.includes(o.id)).map(nameOf)
  return (
    <details className="multi-choice">
      <summary id={fieldId(attribute.id)} aria-label={`${attribute.name}: ${names.join(', ') || 'none'}`}>
        {names.length === 0 ? <span className="quiet">None chosen</span> : names.join(', ')}
      </summary>
      <div role="group" aria-label={attribute.name}>
        {offeredOptions(attribute, chosen).map(option => (
          <label key={option.id} title={option.definition}>
            <input type="checkbox" checked={chosen.includes(option.id)} onChange={() => toggle(option.id)} />
            {nameOf(option)}
          </label>
        ))}
      </div>
    </details>
  )
}

/** A retired option is seen only where it is chosen, and says so. */
function nameOf(option: CodebookOption): string {
  return option.retired === true ? `${option.name} (retired)` : option.name
}

function optionIdsOf(value: AttributeValue | undefined): string[] {
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter(item => typeof item === 'string') : []
}
