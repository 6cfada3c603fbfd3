import type { Codebook } from '../../core/project/codebook'
import type { AnnotatorId, ProjectId } from '../../core/project/ids'
import { keysUnder, type CounterpointDatabase, type HistoryEntry } from './database'

/** One state of a project's codebook, and how it came to be. */
export interface CodebookVersion {
  codebook: Codebook
  /** Null for the state the project began with. */
  change: { label: string; at: string; annotatorId: AnnotatorId; kind: 'edit' | 'undo' | 'redo' } | null
}

interface ReadUpTo {
  /** Of the last history entry that was read. */
  sequence: number
  /** Oldest first; what came before the first change is its `before`. */
  versions: readonly CodebookVersion[]
}

/** What each open store's histories said up to some entry: reading them again would cost the more the longer. */
const remembered = new WeakMap<CounterpointDatabase, Map<ProjectId, ReadUpTo>>()

/** Entries read at once, so that a long history does not hold up the window. */
const pieceSize = 500

/** Every state of the codebook that the history tells of, oldest first; `current` where it tells of none. */
export async function loadCodebookVersions(
  database: CounterpointDatabase,
  projectId: ProjectId,
  current: Codebook
): Promise<readonly CodebookVersion[]> {
  const ofDatabase = remembered.get(database) ?? new Map<ProjectId, ReadUpTo>()
  remembered.set(database, ofDatabase)
  const isComplete = (await database.heads.get(projectId))?.isComplete ?? true
  const [, upper] = keysUnder(projectId)
  let known: ReadUpTo = ofDatabase.get(projectId) ?? { sequence: -1, versions: [] }
  for (;;) {
    const entries = await database.changeLog
      .where('[projectId+sequence]')
      .between([projectId, known.sequence], upper, false)
      .limit(pieceSize)
      .toArray()
    const last = entries.at(-1)
    if (last === undefined) break
    known = { sequence: last.sequence, versions: entries.reduce(withVersions, known.versions) }
  }
  // While a project is read from its journal, its history is not all there.
  if (isComplete && known.sequence >= (ofDatabase.get(projectId)?.sequence ?? -1))
    ofDatabase.set(projectId, known)
  return known.versions.length === 0 ? [{ codebook: current, change: null }] : known.versions
}

function withVersions(versions: readonly CodebookVersion[], entry: HistoryEntry): readonly CodebookVersion[] {
  let next = versions
  for (const change of entry.changes) {
    if (change.table !== 'codebooks' || change.after === null) continue
    if (entry.operation.kind === 'baseline') {
      next = [{ codebook: change.after, change: null }]
      continue
    }
    if (next.length === 0 && change.before !== null) next = [{ codebook: change.before, change: null }]
    const { label, at, annotatorId } = entry
    next = [
      ...next,
      { codebook: change.after, change: { label, at, annotatorId, kind: entry.operation.kind } }
    ]
  }
  return next
}
