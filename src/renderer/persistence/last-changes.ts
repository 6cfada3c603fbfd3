import type { RowChange } from '../../core/history/change-set'
import type { ArticleId, ProjectId } from '../../core/project/ids'
import { keysUnder, type CounterpointDatabase } from './database'

/** When an article or its annotations were last changed by somebody, as an instant; what never was is absent. */
export type LastChanges = ReadonlyMap<ArticleId, string>

interface ReadUpTo {
  /** Of the last history entry that was read. */
  sequence: number
  changes: LastChanges
}

/** What each open store's histories said up to some entry: reading them again would cost the more the longer. */
const remembered = new WeakMap<CounterpointDatabase, Map<ProjectId, ReadUpTo>>()

/** Entries read at once, so that a long history does not hold up the window. */
const pieceSize = 500

/** The history of a project is read once, and from then on what was added to it. */
export async function loadLastChanges(
  database: CounterpointDatabase,
  projectId: ProjectId
): Promise<LastChanges> {
  const ofDatabase = remembered.get(database) ?? new Map<ProjectId, ReadUpTo>()
  remembered.set(database, ofDatabase)
  const isComplete = (await database.heads.get(projectId))?.isComplete ?? true
  const [, upper] = keysUnder(projectId)
  let known: ReadUpTo = ofDatabase.get(projectId) ?? { sequence: -1, changes: new Map() }
  for (;;) {
    const entries = await database.changeLog
      .where('[projectId+sequence]')
      .between([projectId, known.sequence], upper, false)
      .limit(pieceSize)
      .toArray()
    const last = entries.at(-1)
    if (last === undefined) break
    const changes = new Map(known.changes)
    for (const { at, operation, changes: rows } of entries) {
      // What an import brings says itself when it was changed.
      if (operation.kind === 'baseline') continue
      for (const id of articlesIn(rows)) changes.set(id, at)
    }
    known = { sequence: last.sequence, changes }
  }
  // While a project is read from its journal, its history is not all there.
  if (isComplete && known.sequence >= (ofDatabase.get(projectId)?.sequence ?? -1))
    ofDatabase.set(projectId, known)
  return known.changes
}

function articlesIn(changes: readonly RowChange[]): ArticleId[] {
  return changes.flatMap(change => {
    if (change.table === 'articles') return (change.after ?? change.before)?.id ?? []
    if (change.table !== 'annotations' && change.table !== 'revisions') return []
    return (change.after ?? change.before)?.articleId ?? []
  })
}
