import { useId, useState, type KeyboardEvent } from 'react'
import { describeEdtf, parseEdtf } from '../../../../core/chronology/edtf'
import { countKinds, type Counts } from '../../../../core/project/entities'
import { fieldId, type FieldProps } from './field-props'

/**
 * A draft that is saved when the field is left or Enter is pressed: one finished change is one undo step.
 * A draft follows its value while nobody is typing.
 */
function useDraft(saved: string, onSave: (draft: string) => void) {
  const [draft, setDraft] = useState<string | null>(null)
  return {
    text: draft ?? saved,
    change: setDraft,
    save: () => {
      if (draft !== null && draft !== saved) onSave(draft)
      setDraft(null)
    },
    discard: () => setDraft(null)
  }
}

export function TextField({ attribute, value, onChange }: FieldProps) {
  const draft = useDraft(typeof value === 'string' ? value : '', text => onChange(text.trim() || undefined))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.shiftKey) draft.save()
    else return
    event.preventDefault()
  }
  return attribute.kind === 'long-text' || attribute.id === 'normalized' ? (
    <textarea
      id={fieldId(attribute.id)}
      className="text-area"
      rows={3}
      value={draft.text}
      onChange={event => draft.change(event.target.value)}
      onBlur={draft.save}
      onKeyDown={onKeyDown}
    />
  ) : (
    <input
      id={fieldId(attribute.id)}
      className="text-input"
      value={draft.text}
      onChange={event => draft.change(event.target.value)}
      onBlur={draft.save}
      onKeyDown={onKeyDown}
    />
  )
}

/** The memo: the researcher's own words about an annotation. */
export function MemoField({ memo, onChange }: { memo: string; onChange(memo: string): void }) {
  const draft = useDraft(memo, onChange)
  return (
    <textarea
      id="field-memo"
      className="text-area memo"
      rows={3}
      aria-label="Memo"
      placeholder="A thought worth keeping"
      value={draft.text}
      onChange={event => draft.change(event.target.value)}
      onBlur={draft.save}
    />
  )
}

/** An EDTF date, read back in words as it is typed. What cannot be read is not saved; the earlier date stays. */
export function DateField({ attribute, value, onChange }: FieldProps) {
  const saved = typeof value === 'string' ? value : ''
  const [draft, setDraft] = useState<string | null>(null)
  const text = draft ?? saved
  const parsed = text.trim() === '' ? undefined : parseEdtf(text.trim())
  const save = () => {
    if (draft === null) return
    if (draft.trim() === '') onChange(undefined)
    else if (parsed?.ok === true) onChange(draft.trim())
    else return
    setDraft(null)
  }
  const hintId = useId()
  return (
    <>
      <input
        id={fieldId(attribute.id)}
        className="text-input numeric"
        placeholder="2018-04-06, 2018-04, 2018?"
        spellCheck={false}
        aria-describedby={hintId}
        aria-invalid={parsed?.ok === false}
        value={text}
        onChange={event => setDraft(event.target.value)}
        onBlur={save}
        onKeyDown={event => {
          if (event.key === 'Enter') save()
          if (event.key === 'Escape') setDraft(null)
        }}
      />
      <p className={parsed?.ok === false ? 'field-hint is-error' : 'field-hint'} id={hintId} role="status">
        {parsed === undefined ? '' : parsed.ok ? describeEdtf(parsed.value) : parsed.error.message}
        {parsed?.ok === false && saved !== '' && ` ${saved} stays until then.`}
      </p>
    </>
  )
}

export function NumberField({ attribute, value, onChange }: FieldProps) {
  const draft = useDraft(typeof value === 'number' ? String(value) : '', text =>
    onChange(text === '' || Number.isNaN(Number(text)) ? undefined : Number(text))
  )
  return (
    <input
      id={fieldId(attribute.id)}
      className="text-input numeric"
      type="number"
      min={attribute.minimum}
      max={attribute.maximum}
      value={draft.text}
      onChange={event => draft.change(event.target.value)}
      onBlur={draft.save}
      onKeyDown={event => event.key === 'Enter' && draft.save()}
    />
  )
}

export function BooleanField({ attribute, value, onChange }: FieldProps) {
  return (
    <label className="check">
      <input
        id={fieldId(attribute.id)}
        type="checkbox"
        aria-label={attribute.name}
        checked={value === true}
        onChange={event => onChange(event.target.checked ? true : undefined)}
      />
      {value === true ? 'Yes' : 'No'}
    </label>
  )
}

/** Addresses, one a line. */
export function LinksField({ attribute, value, onChange }: FieldProps) {
  const links = Array.isArray(value) ? value.filter(item => typeof item === 'string') : []
  const draft = useDraft(links.join('\n'), text => {
    const lines = text.split('\n').map(line => line.trim())
    onChange(lines.filter(line => line !== ''))
  })
  return (
    <textarea
      id={fieldId(attribute.id)}
      className="text-area"
      rows={2}
      placeholder="One address a line"
      value={draft.text}
      onChange={event => draft.change(event.target.value)}
      onBlur={draft.save}
    />
  )
}

/** Counts of charges: charged, convicted, acquitted, dismissed, hung, pending. Empty means not told. */
export function CountsField({ attribute, value, onChange }: FieldProps) {
  const counts: Counts = typeof value === 'object' && !Array.isArray(value) ? value : {}
  const set = (kind: (typeof countKinds)[number], input: HTMLInputElement) => {
    const number = Number(input.value)
    const others = Object.fromEntries(Object.entries(counts).filter(([other]) => other !== kind))
    if (input.value === '' && !input.validity.badInput) onChange(others)
    else if (Number.isInteger(number) && input.validity.valid) onChange({ ...counts, [kind]: number })
    // What is no count is not saved: the field shows again what is.
    else input.value = String(counts[kind] ?? '')
  }
  return (
    <div className="counts" role="group" aria-label={attribute.name}>
      {countKinds.map((kind, i) => (
        <label key={kind}>
          <span>{kind}</span>
          <input
            // A new key shows a value that undo or another change has set.
            key={`${kind}-${counts[kind] ?? ''}`}
            id={i === 0 ? fieldId(attribute.id) : undefined}
            className="text-input numeric"
            type="number"
            min={0}
            max={1_000_000}
            defaultValue={counts[kind] ?? ''}
            onBlur={event => event.target.value !== String(counts[kind] ?? '') && set(kind, event.target)}
            onKeyDown={event => event.key === 'Enter' && event.currentTarget.blur()}
          />
        </label>
      ))}
    </div>
  )
}
