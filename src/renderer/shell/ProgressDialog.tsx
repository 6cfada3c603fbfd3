import { Dialog } from '../ui/Dialog'
import { ProgressBar } from '../ui/ProgressBar'

export interface ProgressDialogProps {
  title: string
  done: number
  total: number
  onCancel?: (() => void) | undefined
}

/** Progress of something that takes longer than half a second. */
export function ProgressDialog({ title, done, total, onCancel }: ProgressDialogProps) {
  const label = total === 0 ? title : `${done.toLocaleString('en')} of ${total.toLocaleString('en')}`
  return (
    <Dialog title={title} onClose={() => onCancel?.()}>
      <ProgressBar label={label} done={done} total={total} onCancel={onCancel} />
    </Dialog>
  )
}
