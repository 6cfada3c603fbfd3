import { useEffect, useMemo, useState } from 'react'
import { changedWords } from '../../../core/anchoring/changed-passages'
import { diffText } from '../../../core/anchoring/diff-text'
import type { Article, Revision } from '../../../core/project/entities'
import { loadRevisions } from '../../persistence/load-revisions'
import type { Workspace } from '../../persistence/workspace'
import { Button } from '../../ui/Button'
import { useRevisions } from './revisions-store'

/** Every revision, the newest first: when it was made and how many words it changed. */
export function RevisionList({ workspace, article }: { workspace: Workspace; article: Article }) {
  const revisions = useArticleRevisions(workspace, article)
  const rows = useMemo(
    () => revisions.map((revision, i) => describe(revision, revisions[i - 1])),
    [revisions]
  )
  return (
    <ol className="revision-list" aria-label="Revisions" reversed>
      {rows.toReversed().map(({ revision, made, changed }) => (
        <li key={revision.id}>
          <div>
            <b>Revision {revision.number}</b>
            {revision.number === article.revision && <span className="revision-now">current</span>}
            <p>
              {made}
              {changed !== '' && ` · ${changed}`}
            </p>
          </div>
          {revision.number < article.revision && (
            <Button
              look="quiet"
              aria-label={`Open revision ${revision.number}`}
              onClick={() =>
                useRevisions.setState({ reading: { number: revision.number, annotationId: null } })
              }
            >
              Open
            </Button>
          )}
        </li>
      ))}
    </ol>
  )
}

const dateFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

function describe(revision: Revision, before: Revision | undefined) {
  const made = dateFormat.format(new Date(revision.createdAt))
  if (before === undefined) return { revision, made, changed: '' }
  const { added, removed } = changedWords(diffText(before.text, revision.text))
  const pieces = [added > 0 ? `${words(added)} added` : '', removed > 0 ? `${words(removed)} removed` : '']
  return { revision, made, changed: pieces.filter(piece => piece !== '').join(', ') || 'spaces changed' }
}

function words(count: number): string {
  return count === 1 ? '1 word' : `${count.toLocaleString('en')} words`
}

function useArticleRevisions(
  workspace: Workspace,
  { id, projectId, revision }: Article
): readonly Revision[] {
  const [revisions, setRevisions] = useState<readonly Revision[]>([])
  useEffect(() => {
    let isCurrent = true
    void loadRevisions(workspace.database, projectId, id).then(loaded => {
      if (isCurrent && loaded.ok) setRevisions(loaded.value)
    })
    return () => {
      isCurrent = false
    }
  }, [workspace, projectId, id, revision])
  return revisions
}
