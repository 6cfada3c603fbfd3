import type { Codebook } from '../../../core/project/codebook'
import type { Article } from '../../../core/project/entities'
import type { AnnotationId, ArticleId } from '../../../core/project/ids'
import { countCharges } from '../../../core/project/registers/mentions'
import type { RegisterKind } from '../../../core/project/registers/register-kind'
import { Button } from '../../ui/Button'
import { ActorForm } from './ActorForm'
import { CaseForm } from './CaseForm'
import { IssueForm } from './IssueForm'
import { MentionList } from './MentionList'
import type { RegisterActions } from './register-actions'
import { countOf, type RegisterEntry } from './register-entries'
import type { RegisterRowsInView } from './use-register-rows'

interface EntryPageProps {
  kind: RegisterKind
  entry: RegisterEntry
  rows: RegisterRowsInView
  codebook: Codebook
  articles: readonly Article[]
  actions: RegisterActions
  onMerge(): void
  onDelete(): void
  onReveal(place: { articleId: ArticleId; annotationId: AnnotationId }): void
}

/** A row's form, and where it is mentioned. */
export function EntryPage(props: EntryPageProps) {
  const { kind, entry, rows, codebook, articles, onMerge, onDelete, onReveal } = props
  const charges = kind === 'actor' ? countCharges(entry.id, rows.cases) : 0
  return (
    <div className="register-columns">
      <div className="register-main">
        <div className="register-title">
          <h2>{entry.name}</h2>
          <Button onClick={onMerge} disabled={rows.entries[kind].length < 2}>
            Merge…
          </Button>
          <Button onClick={onDelete}>Delete…</Button>
        </div>
        <EntryForm {...props} />
      </div>
      <MentionList
        mentions={rows.mentions[kind].get(entry.id) ?? []}
        codebook={codebook}
        articles={articles}
        {...(charges > 0 && { elsewhere: `and ${countOf(charges, 'charge')}` })}
        onReveal={onReveal}
      />
    </div>
  )
}

function EntryForm({ kind, entry, rows, actions }: EntryPageProps) {
  const form = { rows, actions }
  switch (kind) {
    case 'actor': {
      const row = rows.actors.find(actor => actor.id === entry.id)
      return row === undefined ? null : <ActorForm row={row} {...form} />
    }
    case 'issue': {
      const row = rows.issues.find(issue => issue.id === entry.id)
      return row === undefined ? null : <IssueForm row={row} {...form} />
    }
    case 'case': {
      const row = rows.cases.find(other => other.id === entry.id)
      return row === undefined ? null : <CaseForm row={row} {...form} />
    }
  }
}
