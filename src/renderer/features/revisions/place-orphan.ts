import { placeAgain } from '../../../core/anchoring/correct-text'
import type { OpenText } from '../../../core/annotation/open-text'
import { useSelectedPassage } from '../../editor/selected-passage'
import { loadRevisions } from '../../persistence/load-revisions'
import type { Workspace } from '../../persistence/workspace'
import { announce } from '../../ui/LiveRegion'
import { notify } from '../../ui/Toast'
import { nextOrphan, useRevisions } from './revisions-store'

interface Context {
  workspace: Workspace
  openText: OpenText | null
  now(): string
}

/** Places the chosen orphan, or the first one, at what is selected in the article. */
export async function placeOrphan({ workspace, openText, now }: Context): Promise<void> {
  const orphan = nextOrphan(useRevisions.getState())
  const { passage } = useSelectedPassage.getState()
  if (openText === null || orphan === undefined) return
  if (passage?.revisionId !== openText.revision.id) return announce('Select a passage first')
  const revisions = await loadRevisions(workspace.database, orphan.projectId, orphan.articleId)
  if (!revisions.ok) return notify(revisions.error.message)
  const from = revisions.value.find(revision => revision.number === orphan.revision)
  if (from === undefined) return notify('The text that this annotation was made on is missing.')
  const { edit, dropped } = placeAgain(orphan, passage.range, from, openText.revision, now())
  const stored = await workspace.perform(edit)
  if (!stored.ok) return notify(stored.error.message)
  const lost = dropped.map(span => `${span.role} “${span.quote}”`).join(', ')
  const said = 'Annotation placed again'
  if (lost === '') announce(said)
  else notify(`${said}. No longer in the text and left out: ${lost}.`)
}
