import { CircleAlert } from 'lucide-react'
import { useId, useState } from 'react'
import { describeEdtf, parseEdtf } from '../../../core/chronology/edtf'
import { Button } from '../../ui/Button'

interface DateEditorProps {
  written: string
  onSave(text: string): void
  onCancel(): void
}

/** A date as EDTF. What cannot be read is said beside the field, and nothing is changed. */
export function DateEditor({ written, onSave, onCancel }: DateEditorProps) {
  const id = useId()
  const [text, setText] = useState(written)
  const [isRefused, setIsRefused] = useState(false)
  const date = text.trim() === '' ? null : parseEdtf(text)
  const save = () => {
    if (date?.ok === false) setIsRefused(true)
    else onSave(text.trim())
  }
  return (
    <div className="date-editor">
      <label htmlFor={id}>Date</label>
      <input
        id={id}
        value={text}
        placeholder="2018-04, 2016~, 2017/2018"
        aria-invalid={isRefused}
        aria-describedby={`${id}says`}
        autoFocus
        onFocus={event => event.target.select()}
        onChange={event => {
          setText(event.target.value)
          setIsRefused(false)
        }}
        onKeyDown={event => {
          if (event.key === 'Enter') save()
          else if (event.key === 'Escape') onCancel()
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
      <p id={`${id}says`} role={isRefused ? 'alert' : undefined} data-refused={isRefused}>
        {isRefused && <CircleAlert size={13} aria-hidden="true" />}
        {date === null
          ? 'Without a date, it goes to the undated events.'
          : date.ok
            ? describeEdtf(date.value)
            : isRefused
              ? date.error.message
              : ' '}
      </p>
      <div className="detail-actions">
        <Button look="primary" onClick={save}>
          Save date
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </div>
  )
}
