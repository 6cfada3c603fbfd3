/** What a snapshot's file name says: enough to order and to thin snapshots without opening them. */
export interface SnapshotName {
  name: string
  sequence: number
  /** ISO 8601 instant in whole seconds, by the clock of that day: never used to order. */
  takenAt: string
}

const namePattern = /^snapshot-(\d{12})-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z\.jsonl\.gz$/

/** `takenAt`: ISO 8601 in UTC. */
export function snapshotName(sequence: number, takenAt: string): string {
  const stamp = takenAt.replace(/\.\d+/, '').replace(/[-:]/g, '')
  return `snapshot-${String(sequence).padStart(12, '0')}-${stamp}.jsonl.gz`
}

/** undefined for anything that is not a snapshot's name, temporary files among them. */
export function parseSnapshotName(name: string): SnapshotName | undefined {
  const match = namePattern.exec(name)
  if (match === null) return undefined
  const [, sequence, year, month, day, hour, minute, second] = match
  return {
    name,
    sequence: Number(sequence),
    takenAt: `${year}-${month}-${day}T${hour}:${minute}:${second}Z`
  }
}
