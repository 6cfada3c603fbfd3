import { Plus } from 'lucide-react'
import { useId, useState } from 'react'
import { Button } from '../../ui/Button'

interface AddFieldProps {
  label: string
  /** Why it was refused, or null. */
  onAdd(name: string): string | null
}

/** A name for something new: Enter or the button adds it, and the field is ready for the next. */
export function AddField({ label, onAdd }: AddFieldProps) {
  const id = useId()
  const [name, setName] = useState('')
  const [error, setError] = useState<string | null>(null)
  const add = () => {
    if (name.trim() === '') return
    const refused = onAdd(name)
    setError(refused)
    if (refused === null) setName('')
  }
  return (
    <div className="add-field form-field">
      <div>
        <input
          aria-label={label}
          placeholder={label}
          value={name}
          maxLength={200}
          aria-invalid={error !== null}
          aria-describedby={`${id}-note`}
          onChange={event => setName(event.target.value)}
          onKeyDown={event => event.key === 'Enter' && add()}
        />
        <Button onClick={add} disabled={name.trim() === ''}>
          <Plus size={15} strokeWidth={1.75} aria-hidden="true" />
          Add
        </Button>
      </div>
      <p id={`${id}-note`} className="form-error" role={error === null ? undefined : 'alert'}>
        {error}
      </p>
    </div>
  )
}
