import type { ProjectId } from '../../core/project/ids'
import { keysUnder, type CounterpointDatabase, type HistoryEntry } from './database'

export interface HistoryPage {
  /** Newest first. */
  entries: HistoryEntry[]
  /** Where the next older page begins; null when this is the last. */
  before: number | null
}

interface PageWanted {
  /** Older than the entry with this number; null begins with the newest. */
  before: number | null
  matches(entry: HistoryEntry): boolean
  limit: number
  signal: AbortSignal
}

/** Entries read at once: one can hold thousands of rows. */
const pieceSize = 100

/**
 * A page of a project's history. A filter that matches little is looked for piece by piece, until the page is
 * full, the history ends, or `signal` stops it: then with what was found, to go on from there.
 */
export async function loadHistoryPage(
  database: CounterpointDatabase,
  projectId: ProjectId,
  { before, matches, limit, signal }: PageWanted
): Promise<HistoryPage> {
  const [lower, upper] = keysUnder(projectId)
  const entries: HistoryEntry[] = []
  let end = before
  while (!signal.aborted) {
    const piece = await database.changeLog
      .where('[projectId+sequence]')
      .between(lower, end === null ? upper : [projectId, end], false, false)
      .reverse()
      .limit(pieceSize)
      .toArray()
    for (const entry of piece) {
      end = entry.sequence
      if (matches(entry)) entries.push(entry)
      if (entries.length === limit) return { entries, before: end }
    }
    if (piece.length < pieceSize) return { entries, before: null }
  }
  return { entries, before: end }
}

/** What was added after the entry with this number, newest first. */
export async function loadNewHistory(
  database: CounterpointDatabase,
  projectId: ProjectId,
  after: number
): Promise<HistoryEntry[]> {
  const [, upper] = keysUnder(projectId)
  return database.changeLog
    .where('[projectId+sequence]')
    .between([projectId, after], upper, false)
    .reverse()
    .toArray()
}
