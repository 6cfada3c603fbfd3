import { useState } from 'react'
import type { CodebookOption } from '../../../core/project/codebook'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { FormField } from '../../ui/FormField'

interface MergeDialogProps {
  option: CodebookOption
  others: readonly CodebookOption[]
  /** How many annotations have chosen it. */
  count: number
  onMerge(into: string): void
  onClose(): void
}

/** Which option another becomes part of. */
export function MergeDialog({ option, others, count, onMerge, onClose }: MergeDialogProps) {
  const [into, setInto] = useState(others[0]?.id ?? '')
  const merge = () => {
    onClose()
    onMerge(into)
  }
  return (
    <Dialog
      title={`Merge “${option.name}”`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" onClick={merge}>
            Merge
          </Button>
        </>
      }
    >
      <div className="form">
        <FormField label="Into" hint={wordsFor(count)}>
          {control => (
            <select {...control} value={into} onChange={event => setInto(event.target.value)}>
              {others.map(other => (
                <option key={other.id} value={other.id}>
                  {other.name}
                </option>
              ))}
            </select>
          )}
        </FormField>
      </div>
    </Dialog>
  )
}

function wordsFor(count: number): string {
  if (count === 0) return 'No annotation has chosen it.'
  const those = count === 1 ? 'The 1 annotation that has' : `The ${count} annotations that have`
  return `${those} chosen it will have chosen this one, once the version is saved.`
}
