import type { CodebookDifference } from '../../../core/codebook/diff-codebooks'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { DifferenceList } from './DifferenceList'
import './difference-list.css'

interface SaveVersionDialogProps {
  version: number
  differences: readonly CodebookDifference[]
  /** How many annotations are rewritten. */
  migrated: number
  /** What had to stay of the project's own codebook, after an import or a restoration. */
  notes: readonly string[]
  isSaving: boolean
  /** Why it could not be saved; null before it was tried. */
  failure: string | null
  onSave(): void
  onClose(): void
}

/** What a new version changes, before it is saved. */
export function SaveVersionDialog(props: SaveVersionDialogProps) {
  const { version, differences, migrated, notes, isSaving, failure, onSave, onClose } = props
  return (
    <Dialog
      title={`Save codebook version ${version}`}
      className="codebook-dialog"
      onClose={() => !isSaving && onClose()}
      footer={
        <>
          <span role="status" className="codebook-saving">
            {isSaving && 'Saving…'}
          </span>
          <Button onClick={onClose} disabled={isSaving}>
            Keep editing
          </Button>
          <Button look="primary" onClick={onSave} disabled={isSaving}>
            Save version {version}
          </Button>
        </>
      }
    >
      <p>{spellMigrated(migrated)} Undo takes the whole version back.</p>
      {notes.length > 0 && (
        <section className="codebook-notes" aria-label="What stays">
          <h3>What stays of the project’s own codebook</h3>
          <ul>
            {notes.map(note => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </section>
      )}
      <div tabIndex={0} role="region" aria-label="What changes" className="codebook-changes">
        <DifferenceList differences={differences} />
      </div>
      {failure !== null && (
        <p className="form-error" role="alert">
          {failure}
        </p>
      )}
    </Dialog>
  )
}

function spellMigrated(count: number): string {
  if (count === 0) return 'No annotation is changed.'
  return count === 1
    ? '1 annotation follows the change in the same step.'
    : `${count} annotations follow the change in the same step.`
}
