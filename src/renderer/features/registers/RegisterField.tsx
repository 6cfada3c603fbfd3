import { useContext, useId, useState, type KeyboardEvent } from 'react'
import { CommandContext } from '../../commands/use-commands'
import { useDraft } from '../../ui/use-draft'

interface RegisterFieldProps {
  label: string
  /** True where a column's heading says it already. */
  isLabelHidden?: boolean
  value: string
  hint?: string
  isLong?: boolean
  /** An empty text is refused, and the old one comes back. */
  isRequired?: boolean
  maximum?: number
  onSave(text: string): void
}

/** A text of a register's row, saved once when its field is left. */
export function RegisterField(props: RegisterFieldProps) {
  const { label, isLabelHidden = false, value, hint, isLong = false, isRequired = false, onSave } = props
  const id = useId()
  const registry = useContext(CommandContext)
  const [error, setError] = useState<string | null>(null)
  const field = useDraft(value, typed => {
    const text = isLong ? typed.trim() : typed.replace(/\s+/gu, ' ').trim()
    if (isRequired && text === '') return setError(`${label} cannot be empty. “${value}” was kept.`)
    if (text !== value) onSave(text)
  })
  const note = error ?? hint
  const control = {
    id,
    value: field.text,
    maxLength: props.maximum ?? 500,
    'aria-label': isLabelHidden ? label : undefined,
    'aria-invalid': error !== null,
    'aria-describedby': note === undefined ? undefined : `${id}-note`,
    onChange: (event: { target: { value: string } }) => {
      setError(null)
      field.change(event.target.value)
    },
    onBlur: field.save,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter' && (!isLong || event.ctrlKey)) field.save()
      if (event.key === 'Escape') field.discard()
      // The field's own undo is for what is being typed; without that, the last change is meant.
      const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z'
      if (isUndo && field.text === value && registry.run(event.shiftKey ? 'edit.redo' : 'edit.undo'))
        event.preventDefault()
    }
  }
  return (
    <div className="form-field">
      {!isLabelHidden && <label htmlFor={id}>{label}</label>}
      {isLong ? <textarea rows={2} {...control} /> : <input {...control} />}
      {note !== undefined && (
        <p id={`${id}-note`} className={error === null ? 'form-hint' : 'form-error'}>
          {note}
        </p>
      )}
    </div>
  )
}
