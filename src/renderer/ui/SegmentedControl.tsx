import type { LucideIcon } from 'lucide-react'
import { useId } from 'react'
import './segmented-control.css'

interface SegmentedControlProps<Id extends string> {
  label: string
  options: readonly { id: Id; name: string; icon?: LucideIcon }[]
  value: Id
  onChange(id: Id): void
}

/** One of a few: native radio buttons drawn as one bar. */
export function SegmentedControl<Id extends string>({
  label,
  options,
  value,
  onChange
}: SegmentedControlProps<Id>) {
  const name = useId()
  return (
    <div className="segmented" role="radiogroup" aria-label={label}>
      {options.map(option => (
        <label key={option.id}>
          <input
            type="radio"
            name={name}
            checked={option.id === value}
            onChange={() => onChange(option.id)}
          />
          {option.icon !== undefined && <option.icon size={14} strokeWidth={1.75} aria-hidden="true" />}
          {option.name}
        </label>
      ))}
    </div>
  )
}
