import type { CodebookUsage } from '../../../core/codebook/usage'
import type { Codebook } from '../../../core/project/codebook'
import { Button } from '../../ui/Button'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { CommandButton } from './CommandButton'
import { CommitField } from './CommitField'

export type CodebookTab = 'edit' | 'history'

const tabs: readonly { id: CodebookTab; name: string }[] = [
  { id: 'edit', name: 'Edit' },
  { id: 'history', name: 'Versions' }
]

interface CodebookHeaderProps {
  codebook: Codebook
  /** The stored one. */
  version: number
  usage: CodebookUsage | null
  tab: CodebookTab
  isChanged: boolean
  changes: number
  onTab(tab: CodebookTab): void
  onDiscard(): void
  /** Why the title was refused, or null. */
  onRename(title: string): string | null
}

/** The codebook's title and version, and what can be done with all of it. */
export function CodebookHeader(props: CodebookHeaderProps) {
  const { codebook, version, usage, tab, isChanged, changes, onTab, onDiscard, onRename } = props
  return (
    <header className="codebook-head">
      <div className="codebook-title">
        <h1>Codebook</h1>
        <CommitField
          label="Title of the codebook"
          isLabelHidden
          value={codebook.title}
          maximum={200}
          onCommit={onRename}
        />
        <p>
          Version {version}
          {usage !== null && ` · ${spellAnnotations(usage.annotations)}`}
          {isChanged && <strong> · {spellChanges(changes)} not saved</strong>}
        </p>
      </div>
      <div className="codebook-actions">
        <SegmentedControl label="Codebook pages" options={tabs} value={tab} onChange={onTab} />
        <CommandButton id="codebook.import">Import…</CommandButton>
        <CommandButton id="codebook.export">Export…</CommandButton>
        <CommandButton id="codebook.guideline">Guideline…</CommandButton>
        <Button onClick={onDiscard} disabled={!isChanged}>
          Discard changes
        </Button>
        <CommandButton id="codebook.save" look="primary">
          Save version…
        </CommandButton>
      </div>
    </header>
  )
}

function spellChanges(count: number): string {
  return count === 1 ? '1 change' : `${count} changes`
}

function spellAnnotations(count: number): string {
  return count === 1 ? '1 annotation' : `${count} annotations`
}
