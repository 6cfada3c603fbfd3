import { Button } from './Button'
import { Dialog } from './Dialog'

interface ConfirmDialogProps {
  title: string
  message: string
  confirm: string
  onConfirm(): void
  onClose(): void
}

export function ConfirmDialog({ title, message, confirm, onConfirm, onClose }: ConfirmDialogProps) {
  const footer = (
    <>
      <Button onClick={onClose}>Cancel</Button>
      <Button
        look="primary"
        onClick={() => {
          onClose()
          onConfirm()
        }}
      >
        {confirm}
      </Button>
    </>
  )
  return (
    <Dialog title={title} onClose={onClose} footer={footer}>
      <p>{message}</p>
    </Dialog>
  )
}
