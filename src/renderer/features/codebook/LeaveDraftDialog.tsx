import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'

interface LeaveDraftDialogProps {
  onSave(): void
  onDiscard(): void
  onClose(): void
}

/** Asked before a view with unsaved changes is left. */
export function LeaveDraftDialog({ onSave, onDiscard, onClose }: LeaveDraftDialogProps) {
  return (
    <Dialog
      title="The codebook has unsaved changes"
      onClose={onClose}
      footer={
        <>
          <Button look="quiet" onClick={onDiscard}>
            Discard changes
          </Button>
          <Button onClick={onClose}>Keep editing</Button>
          <Button look="primary" onClick={onSave}>
            Save version…
          </Button>
        </>
      }
    >
      <p>They become part of the project when they are saved as a version.</p>
    </Dialog>
  )
}
