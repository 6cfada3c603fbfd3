import type { SnapshotName } from './snapshot-name'

const newestKept = 5

/** Besides the newest, one is kept of each of so many days, weeks and months (as Anki does with its backups). */
const periods: readonly { keep: number; of: (takenAt: string) => string }[] = [
  { keep: 12, of: takenAt => takenAt.slice(0, 10) },
  { keep: 10, of: takenAt => weekOf(takenAt) },
  { keep: 9, of: takenAt => takenAt.slice(0, 7) }
]

/**
 * The names of snapshots that may go. Newer means a higher sequence, never a later clock: a clock that was
 * wrong for a while costs at most some of the days, weeks and months, and never one of the newest five.
 */
export function thinSnapshots(snapshots: readonly SnapshotName[]): string[] {
  const newestFirst = snapshots.toSorted(compareNewestFirst)
  const kept = new Set(newestFirst.slice(0, newestKept).map(snapshot => snapshot.name))
  for (const { keep, of } of periods) {
    const seen = new Set<string>()
    for (const { name, takenAt } of newestFirst) {
      const period = of(takenAt)
      if (seen.has(period)) continue
      if (seen.size === keep) break
      seen.add(period)
      kept.add(name)
    }
  }
  return newestFirst.filter(snapshot => !kept.has(snapshot.name)).map(snapshot => snapshot.name)
}

/** By sequence; of two of one sequence, which hold the same, the one with the later name. */
export function compareNewestFirst(
  a: Pick<SnapshotName, 'sequence' | 'name'>,
  b: Pick<SnapshotName, 'sequence' | 'name'>
): number {
  if (a.sequence !== b.sequence) return b.sequence - a.sequence
  return a.name < b.name ? 1 : a.name > b.name ? -1 : 0
}

/** Weeks begin on Monday. 1970-01-01 was a Thursday. */
function weekOf(takenAt: string): string {
  const day = Math.floor(Date.parse(takenAt) / 86_400_000)
  return String(Math.floor((day + 3) / 7))
}
