import { useState } from 'react'
import type { ArticleId } from '../../../core/project/ids'
import type { Result } from '../../../core/result'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { FormField } from '../../ui/FormField'
import { clearPasteDraft, usePasteDraft } from './paste-draft'

interface PasteDialogProps {
  onImport(text: string, title: string): Promise<Result<ArticleId>>
  onClose(): void
}

/** A new article from text in the clipboard. Only Cancel throws away what was typed. */
export function PasteDialog({ onImport, onClose }: PasteDialogProps) {
  const { text, title } = usePasteDraft()
  const [error, setError] = useState<string | undefined>(undefined)
  const save = async () => {
    const result = await onImport(text, title)
    if (!result.ok) return setError(result.error.message)
    clearPasteDraft()
    onClose()
  }
  const cancel = () => {
    clearPasteDraft()
    onClose()
  }
  const footer = (
    <>
      <Button onClick={cancel}>Cancel</Button>
      <Button look="primary" disabled={text.trim() === ''} onClick={() => void save()}>
        Add article
      </Button>
    </>
  )
  return (
    <Dialog title="Paste text" onClose={onClose} footer={footer}>
      <div className="form">
        <FormField label="Text" error={error}>
          {control => (
            <textarea
              {...control}
              rows={12}
              placeholder="Paste the article here. Blank lines separate paragraphs."
              value={text}
              onChange={event => {
                usePasteDraft.setState({ text: event.target.value })
                setError(undefined)
              }}
            />
          )}
        </FormField>
        <FormField label="Title" hint="Left empty, the first line becomes the title.">
          {control => (
            <input
              {...control}
              value={title}
              onChange={event => usePasteDraft.setState({ title: event.target.value })}
            />
          )}
        </FormField>
      </div>
    </Dialog>
  )
}
