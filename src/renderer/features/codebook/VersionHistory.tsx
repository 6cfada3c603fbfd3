import { useState } from 'react'
import { diffCodebooks } from '../../../core/codebook/diff-codebooks'
import type { Codebook } from '../../../core/project/codebook'
import type { Annotator } from '../../../core/project/entities'
import type { CodebookVersion } from '../../persistence/codebook-versions'
import { Button } from '../../ui/Button'
import { FormField } from '../../ui/FormField'
import { DifferenceList } from './DifferenceList'
import './version-history.css'

interface VersionHistoryProps {
  /** Oldest first; undefined until they are read. */
  versions: readonly CodebookVersion[] | undefined
  annotators: readonly Annotator[]
  /** The draft becomes this version's codebook. */
  onRestore(codebook: Codebook): void
}

/** Every version of the codebook with who made it and when, and the difference between any two. */
export function VersionHistory({ versions, annotators, onRestore }: VersionHistoryProps) {
  const [chosen, setChosen] = useState<number | null>(null)
  const [against, setAgainst] = useState<number | null>(null)
  if (versions === undefined) return <p className="codebook-loading">Reading the history…</p>
  const last = versions.length - 1
  const at = Math.min(chosen ?? last, last)
  const other = Math.min(against ?? Math.max(0, at - 1), last)
  const version = versions[at]
  const compared = versions[other]
  if (version === undefined || compared === undefined) return null
  const [older, newer] = other <= at ? [compared, version] : [version, compared]
  return (
    <div className="version-history">
      <ul aria-label="Versions" data-pane="articles">
        {versions
          .map((row, i) => (
            <li key={i}>
              <button
                type="button"
                aria-current={i === at ? 'true' : undefined}
                onClick={() => {
                  setChosen(i)
                  setAgainst(null)
                }}
              >
                <b>Version {row.codebook.version}</b>
                <span>{spellChange(row, annotators)}</span>
              </button>
            </li>
          ))
          .reverse()}
      </ul>
      <section aria-label="Difference between versions" data-pane="reader">
        <header>
          <h2>
            Version {version.codebook.version}
            {at === last && <em>now</em>}
          </h2>
          {at !== last && <Button onClick={() => onRestore(version.codebook)}>Restore this version…</Button>}
        </header>
        {versions.length === 1 ? (
          <p className="form-hint">
            The codebook has not been changed yet. Each saved version is listed here, with what it changed.
          </p>
        ) : (
          <>
            <FormField label="Compared with">
              {control => (
                <select {...control} value={other} onChange={event => setAgainst(Number(event.target.value))}>
                  {versions.map((row, i) => (
                    <option key={i} value={i}>
                      Version {row.codebook.version}, {spellChange(row, annotators)}
                    </option>
                  ))}
                </select>
              )}
            </FormField>
            {other > at && <p className="form-hint">What the later version changed since this one:</p>}
            <DifferenceList differences={diffCodebooks(older.codebook, newer.codebook)} />
          </>
        )}
      </section>
    </div>
  )
}

const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

function spellChange({ change }: CodebookVersion, annotators: readonly Annotator[]): string {
  if (change === null) return 'as the project began'
  const name = annotators.find(row => row.id === change.annotatorId)?.name ?? 'someone'
  const how = change.kind === 'undo' ? ', taken back' : change.kind === 'redo' ? ', done again' : ''
  return `${name}, ${when.format(new Date(change.at))}${how}`
}
