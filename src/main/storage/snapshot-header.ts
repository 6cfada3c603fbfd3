import { z } from 'zod'
import { journalHeadSchema } from '../../contract/storage'
import { tableNames, type TableName } from '../../core/history/change-set'
import type { RowCounts } from '../../core/history/project-state'
import { instantSchema } from '../../core/project/entities'
import { projectIdSchema } from '../../core/project/ids'
import { fail, ok, type Failure, type Result } from '../../core/result'

export const snapshotFormat = 'counterpoint-snapshot'
export const snapshotVersion = 1

const count = z.number().int().nonnegative()

const headerSchema = z.strictObject({
  format: z.literal(snapshotFormat),
  version: z.literal(snapshotVersion),
  projectId: projectIdSchema,
  title: z.string(),
  takenAt: instantSchema,
  /** Of the last line of the journal that the snapshot holds. */
  head: journalHeadSchema,
  counts: z.strictObject(
    Object.fromEntries(tableNames.map(table => [table, count])) as Record<TableName, typeof count>
  ),
  generator: z.string()
})

const anyVersionSchema = z.object({ format: z.literal(snapshotFormat), version: z.number() })

/** The first line of a snapshot. */
export type SnapshotHeader = z.infer<typeof headerSchema>

/** What a snapshot's writer is told; format, version and counts are the writer's own. */
export type NewSnapshotHeader = Omit<SnapshotHeader, 'format' | 'version' | 'counts'>

/** What a list of snapshots shows. */
export interface SnapshotInfo {
  name: string
  sequence: number
  takenAt: string
  /** Of the file, compressed. */
  bytes: number
  title: string
  counts: RowCounts
}

/** Failures: `newer-version`, `snapshot-damaged`. `place` is the file's path. */
export function parseSnapshotHeader(line: string, place: string): Result<SnapshotHeader> {
  let json: unknown
  try {
    json = JSON.parse(line)
  } catch {
    return snapshotDamaged(place)
  }
  const any = anyVersionSchema.safeParse(json)
  if (any.success && any.data.version > snapshotVersion) return newerVersion(place)
  const parsed = headerSchema.safeParse(json)
  return parsed.success ? ok(parsed.data) : snapshotDamaged(place)
}

export function snapshotInfo(name: string, bytes: number, header: SnapshotHeader): SnapshotInfo {
  const { head, takenAt, title, counts } = header
  return { name, sequence: head.sequence, takenAt, bytes, title, counts }
}

export function snapshotDamaged(place: string, what?: string): { ok: false; error: Failure } {
  const name = place.split(/[/\\]/).at(-1)
  return fail(
    'snapshot-damaged',
    `The snapshot ${name} is damaged${what === undefined ? '' : `: ${what}`}.`,
    place
  )
}

function newerVersion(place: string): { ok: false; error: Failure } {
  return fail(
    'newer-version',
    'This snapshot was written by a newer version of Counterpoint. Update the app to open it.',
    place
  )
}
