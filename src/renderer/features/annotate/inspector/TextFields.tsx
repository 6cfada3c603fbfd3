import { useId, type KeyboardEvent } from 'react'
import { describeEdtf, parseEdtf } from '../../../../core/chronology/edtf'
import { countKinds, type AttributeValue, type Counts } from '../../../../core/project/entities'
import { useDraft } from '../../../ui/use-draft'
import { fieldId, type FieldProps } from './field-props'
import { NumberInput } from './NumberInput'

export function TextField({ attribute, value, onChange }: FieldProps) {
  const draft = useDraft(typeof value === 'string' ? value : '', text => onChange(text.trim() || undefined))
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter of an input method ends a character, not the text.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    draft.save()
  }
  return attribute.kind === 'long-text' ? (
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

type DateFieldProps = FieldProps & {
  /** Told what was typed and is lost, because it is no date. */
  onRefuse(message: string): void
}

/** An EDTF date, read back in words as it is typed. What cannot be read is not saved; the earlier date stays. */
export function DateField({ attribute, value, onChange, onRefuse }: DateFieldProps) {
  const saved = typeof value === 'string' ? value : ''
  const draft = useDraft(saved, text => onChange(text.trim() || undefined), {
    canSave: text => parsedDate(text)?.ok !== false,
    onLost: text => onRefuse(`“${text.trim()}” was not saved: not a date.`)
  })
  const parsed = parsedDate(draft.text)
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
        value={draft.text}
        onChange={event => draft.change(event.target.value)}
        onBlur={draft.save}
        onKeyDown={event => {
          if (event.key === 'Enter') draft.save()
          if (event.key === 'Escape') draft.discard()
        }}
      />
      <p className={parsed?.ok === false ? 'field-hint is-error' : 'field-hint'} id={hintId} role="status">
        {parsed === undefined ? '' : parsed.ok ? describeEdtf(parsed.value) : parsed.error.message}
        {parsed?.ok === false && saved !== '' && ` ${saved} stays until then.`}
      </p>
    </>
  )
}

/** Undefined for nothing, which takes a date away. */
function parsedDate(text: string): ReturnType<typeof parseEdtf> | undefined {
  return text.trim() === '' ? undefined : parseEdtf(text.trim())
}

export function NumberField({ attribute, value, onChange }: FieldProps) {
  const { minimum = -Infinity, maximum = Infinity } = attribute
  return (
    <NumberInput
      id={fieldId(attribute.id)}
      value={typeof value === 'number' ? value : undefined}
      minimum={minimum}
      maximum={maximum}
      onChange={onChange}
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

const mostCounts = 1_000_000

/** Counts of charges: charged, convicted, acquitted, dismissed, hung, pending. Empty means not told. */
export function CountsField({ attribute, value, onChange }: FieldProps) {
  const set = (kind: (typeof countKinds)[number], count: number | undefined) =>
    onChange(current => {
      const others = Object.entries(countsOf(current)).filter(([other]) => other !== kind)
      return Object.fromEntries(count === undefined ? others : [...others, [kind, count]])
    })
  return (
    <div className="counts" role="group" aria-label={attribute.name}>
      {countKinds.map((kind, i) => (
        <label key={kind}>
          <span>{kind}</span>
          <NumberInput
            id={i === 0 ? fieldId(attribute.id) : undefined}
            value={countsOf(value)[kind]}
            minimum={0}
            maximum={mostCounts}
            isWhole
            onChange={count => set(kind, count)}
          />
        </label>
      ))}
    </div>
  )
}

function countsOf(value: AttributeValue | undefined): Counts {
  return typeof value === 'object' && !Array.isArray(value) ? value : {}
}
