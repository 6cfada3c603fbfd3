import { useId, useState, type FormEvent } from 'react'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { FormField } from '../../ui/FormField'

interface NewProjectDialogProps {
  onCreate(title: string, annotatorName: string): void
  onClose(): void
}

/** A new study: what it is called, and who tags. */
export function NewProjectDialog({ onCreate, onClose }: NewProjectDialogProps) {
  const form = useId()
  const [title, setTitle] = useState('')
  const [name, setName] = useState('')
  const isReady = title.trim() !== '' && name.trim() !== ''
  const create = (event: FormEvent) => {
    event.preventDefault()
    if (!isReady) return
    onClose()
    onCreate(title.trim(), name.trim())
  }
  const footer = (
    <>
      <Button onClick={onClose}>Cancel</Button>
      <Button look="primary" disabled={!isReady} form={form}>
        Create project
      </Button>
    </>
  )
  return (
    <Dialog title="New project" onClose={onClose} footer={footer}>
      <form id={form} className="form" onSubmit={create}>
        <FormField label="Project title">
          {control => (
            <input {...control} maxLength={500} value={title} onChange={e => setTitle(e.target.value)} />
          )}
        </FormField>
        <FormField label="Your name" hint="Stands beside every annotation you make.">
          {control => (
            <input {...control} maxLength={500} value={name} onChange={e => setName(e.target.value)} />
          )}
        </FormField>
      </form>
    </Dialog>
  )
}
