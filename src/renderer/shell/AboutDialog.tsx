import type { AppInfo } from '../../contract/ipc'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'

/** Which program this is, and on what it runs. */
export function AboutDialog({ info, onClose }: { info: AppInfo; onClose(): void }) {
  const footer = (
    <Button look="primary" onClick={onClose}>
      Close
    </Button>
  )
  return (
    <Dialog title="About Counterpoint" onClose={onClose} footer={footer}>
      <p>
        Counterpoint {info.version}, on Electron {info.electron} and Chromium {info.chrome}. MIT licence.
      </p>
    </Dialog>
  )
}
