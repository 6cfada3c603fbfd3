import { Button } from './Button'
import './progress.css'

interface ProgressBarProps {
  label: string
  done: number
  /** 0 while it is not known how much there is. */
  total: number
  onCancel?: (() => void) | undefined
}

export function ProgressBar({ label, done, total, onCancel }: ProgressBarProps) {
  return (
    <div className="progress">
      <label>
        {label}
        <progress max={total === 0 ? undefined : total} value={total === 0 ? undefined : done} />
      </label>
      {onCancel !== undefined && <Button onClick={onCancel}>Cancel</Button>}
    </div>
  )
}
