import type { Bridge } from '../../../contract/ipc'
import type { Study } from '../../../core/project/study'
import type { Figure } from '../../../core/report/figure'
import { Dialog } from '../../ui/Dialog'

interface SaveReportDialogProps {
  bridge: Bridge
  study: Study
  /** Those of the view it was opened from. */
  figures: readonly Figure[]
  appVersion: string
  projectTitle: string
  now(): string
  notify(text: string, action?: { label: string; run(): void }): void
  onClose(): void
}

/** Saves what a view shows as pictures, tables or a report. */
export function SaveReportDialog({ figures, onClose }: SaveReportDialogProps) {
  return (
    <Dialog title="Save picture, table or report" onClose={onClose}>
      {figures.map(figure => (
        <p key={figure.id}>{figure.title}</p>
      ))}
    </Dialog>
  )
}
