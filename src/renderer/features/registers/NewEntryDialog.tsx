import { useId, useMemo, useState } from 'react'
import { findLookAlikes } from '../../../core/project/registers/look-alikes'
import type { RegisterKind } from '../../../core/project/registers/register-kind'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { FormField } from '../../ui/FormField'
import { likenessWords } from '../../../core/project/registers/name-likeness'
import { registerWords, type RegisterEntry } from './register-entries'

interface NewEntryDialogProps {
  kind: RegisterKind
  entries: readonly RegisterEntry[]
  onCreate(name: string): void
  /** One that is there already is what was meant. */
  onUse(id: string): void
  onClose(): void
}

/** Asks for the name of a new row, and warns of names that look like it. */
export function NewEntryDialog({ kind, entries, onCreate, onUse, onClose }: NewEntryDialogProps) {
  const words = registerWords[kind]
  const [name, setName] = useState('')
  const formId = useId()
  const found = useMemo(() => findLookAlikes(name, entries), [name, entries])
  const footer = (
    <>
      <Button onClick={onClose}>Cancel</Button>
      <Button look="primary" form={formId} disabled={name.trim() === ''}>
        {found.length === 0 ? `Create ${words.one}` : 'Keep both'}
      </Button>
    </>
  )
  return (
    <Dialog title={`New ${words.one}`} onClose={onClose} footer={footer}>
      <form
        id={formId}
        className="form"
        onSubmit={event => {
          event.preventDefault()
          const text = name.replace(/\s+/gu, ' ').trim()
          if (text !== '') onCreate(text)
        }}
      >
        <FormField label={kind === 'issue' ? 'Question' : 'Name'}>
          {control => (
            <input
              {...control}
              maxLength={kind === 'issue' ? 1000 : 500}
              value={name}
              onChange={event => setName(event.target.value)}
            />
          )}
        </FormField>
      </form>
      <div role="status">
        {found.length > 0 && (
          <ul className="look-alikes" aria-label="Names that look like it">
            {found.map(({ entry, likeness, by }) => (
              <li key={entry.id}>
                <span>
                  Looks like <b>{entry.name}</b>
                  {by !== entry.name && <> (“{by}”)</>}
                  <em>{likenessWords[likeness]}</em>
                </span>
                <Button onClick={() => onUse(entry.id)}>Use it</Button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  )
}
