import { CommitField } from './CommitField'

interface KeyFieldProps {
  label: string
  isLabelHidden?: boolean
  value: string
  /** Why the key that stands there does not work; null when it does. */
  problem: string | null
  onCommit(key: string): string | null
}

/** A single key. It is written small, as it is pressed. */
export function KeyField({ value, problem, onCommit, ...rest }: KeyFieldProps) {
  return (
    <div className="key-field">
      <CommitField
        {...rest}
        value={value}
        maximum={1}
        warning={value === '' ? null : problem}
        onCommit={text => onCommit(text.trim().toLowerCase())}
      />
    </div>
  )
}
