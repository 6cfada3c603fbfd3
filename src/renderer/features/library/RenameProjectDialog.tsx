import { useId, useState, type FormEvent } from 'react'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { FormField } from '../../ui/FormField'

interface RenameProjectDialogProps {
  title: string
  onRename(title: string): void
  onClose(): void
}

export function RenameProjectDialog({ title, onRename, onClose }: RenameProjectDialogProps) {
  const form = useId()
  const [draft, setDraft] = useState(title)
  const wanted = draft.trim()
  const rename = (event: FormEvent) => {
    event.preventDefault()
    if (wanted === '') return
    onClose()
    if (wanted !== title) onRename(wanted)
  }
  const footer = (
    <>
      <Button onClick={onClose}>Cancel</Button>
      <Button look="primary" disabled={wanted === ''} form={form}>
        Rename
      </Button>
    </>
  )
  return (
    <Dialog title="Rename project" onClose={onClose} footer={footer}>
      <form id={form} className="form" onSubmit={rename}>
        <FormField label="Project title">
          {control => (
            <input
              {...control}
              maxLength={500}
              value={draft}
              onChange={event => setDraft(event.target.value)}
            />
          )}
        </FormField>
      </form>
    </Dialog>
  )
}
