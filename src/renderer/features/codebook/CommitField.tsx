import { useContext, useId, useState, type KeyboardEvent } from 'react'
import { CommandContext } from '../../commands/use-commands'
import { useDraft } from '../../ui/use-draft'

interface CommitFieldProps {
  label: string
  /** True where a column's heading says it already. */
  isLabelHidden?: boolean
  value: string
  hint?: string
  /** A value that stands although it is not as it should be. */
  warning?: string | null
  isLong?: boolean
  isCode?: boolean
  maximum?: number
  /** Takes the finished text; why it was refused, or null. */
  onCommit(text: string): string | null
}

/** A text that is taken over when its field is left. What is refused is said below, and the old text comes back. */
export function CommitField(props: CommitFieldProps) {
  const { label, isLabelHidden = false, value, hint, warning = null, isLong = false, isCode = false } = props
  const id = useId()
  const registry = useContext(CommandContext)
  const [error, setError] = useState<string | null>(null)
  const field = useDraft(value, text => setError(props.onCommit(text)))
  const note = error ?? warning ?? hint
  const isWrong = error !== null || warning !== null
  const control = {
    id,
    value: field.text,
    maxLength: props.maximum ?? 10_000,
    'aria-label': isLabelHidden ? label : undefined,
    'aria-invalid': isWrong,
    'aria-describedby': note === undefined ? undefined : `${id}-note`,
    onChange: (event: { target: { value: string } }) => {
      setError(null)
      field.change(event.target.value)
    },
    onBlur: field.save,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter' && (!isLong || event.ctrlKey)) field.save()
      if (event.key === 'Escape') field.discard()
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') {
        event.preventDefault()
        field.save()
        // Once the draft has what was typed, there is something to save.
        setTimeout(() => registry.run('codebook.save'))
      }
      // The field's own undo is for what is being typed; without that, the last change is meant.
      const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z'
      if (isUndo && field.text === value && registry.run(event.shiftKey ? 'edit.redo' : 'edit.undo'))
        event.preventDefault()
    }
  }
  return (
    <div className="commit-field form-field">
      {!isLabelHidden && <label htmlFor={id}>{label}</label>}
      {isLong ? (
        <textarea rows={3} {...control} />
      ) : (
        <input className={isCode ? 'code' : undefined} spellCheck={!isCode} {...control} />
      )}
      {note !== undefined && (
        <p
          id={`${id}-note`}
          className={isWrong ? 'form-error' : 'form-hint'}
          role={isWrong ? 'alert' : undefined}
        >
          {note}
        </p>
      )}
    </div>
  )
}
