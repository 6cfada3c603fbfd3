import { useState } from 'react'
import { countCharges } from '../../../core/project/registers/mentions'
import type { RegisterKind } from '../../../core/project/registers/register-kind'
import { Button } from '../../ui/Button'
import { Combobox } from '../../ui/Combobox'
import { Dialog } from '../../ui/Dialog'
import { countOf, registerWords, type RegisterEntry } from './register-entries'
import type { RegisterRowsInView } from './use-register-rows'

interface MergeDialogProps {
  kind: RegisterKind
  rows: RegisterRowsInView
  firstId: string
  /** Chosen in the dialog when null. */
  secondId: string | null
  onMerge(keptId: string, mergedId: string): void
  onClose(): void
}

/** Which two become one, whose name stays, and what that changes. */
export function MergeDialog({ kind, rows, firstId, secondId, onMerge, onClose }: MergeDialogProps) {
  const [otherId, setOtherId] = useState(secondId)
  const [keptId, setKeptId] = useState(firstId)
  const words = registerWords[kind]
  const entries = rows.entries[kind]
  const first = entries.find(entry => entry.id === firstId)
  const other = entries.find(entry => entry.id === otherId)
  const kept = keptId === firstId ? first : other
  const merged = keptId === firstId ? other : first
  const footer = (
    <>
      <Button onClick={onClose}>Cancel</Button>
      <Button
        look="primary"
        disabled={kept === undefined || merged === undefined}
        onClick={() => kept !== undefined && merged !== undefined && onMerge(kept.id, merged.id)}
      >
        Merge
      </Button>
    </>
  )
  return (
    <Dialog title={`Merge ${words.many}`} onClose={onClose} footer={footer}>
      <div className="form merge-form">
        {secondId === null && (
          <div className="form-field">
            <span className="register-label">Merge “{first?.name}” with</span>
            <Combobox
              label={`Merge with`}
              options={entries.filter(entry => entry.id !== firstId)}
              value={otherId}
              placeholder={`Find ${words.one === 'case' ? 'a' : 'an'} ${words.one}`}
              onChoose={id => {
                setOtherId(id)
                setKeptId(firstId)
              }}
            />
          </div>
        )}
        {first !== undefined && other !== undefined && (
          <fieldset>
            <legend className="register-label">
              {kind === 'issue' ? 'The question that stays' : 'The name that stays'}
            </legend>
            {[first, other].map(entry => (
              <label key={entry.id}>
                <input
                  type="radio"
                  name="kept"
                  checked={entry.id === keptId}
                  onChange={() => setKeptId(entry.id)}
                />
                <span>
                  <b>{entry.name}</b>
                  <em>{[entry.detail, countOf(entry.mentions)].filter(Boolean).join(' · ')}</em>
                </span>
              </label>
            ))}
          </fieldset>
        )}
        <div role="status">
          {kept !== undefined && merged !== undefined && (
            <p className="merge-effect">{mergeWords(kind, kept, merged, rows)}</p>
          )}
        </div>
      </div>
    </Dialog>
  )
}

function mergeWords(
  kind: RegisterKind,
  kept: RegisterEntry,
  merged: RegisterEntry,
  rows: RegisterRowsInView
): string {
  const charges = kind === 'actor' ? countCharges(merged.id, rows.cases) : 0
  const moved = [countOf(merged.mentions), ...(charges > 0 ? [countOf(charges, 'charge')] : [])].join(' and ')
  const verb = merged.mentions + charges === 1 ? 'names' : 'name'
  const follow = `${moved} that ${verb} “${merged.name}” will name “${kept.name}”.`
  switch (kind) {
    case 'actor':
      return `${follow} “${merged.name}” and its aliases become aliases; empty fields are filled.`
    case 'issue':
      return `${follow} The other question and both descriptions stay in the description.`
    case 'case':
      return `${follow} The charges of both are kept; a charge that is the same in both stands once.`
  }
}
