import type { JournaledChangeSet, JournalHead } from '../../contract/storage'
import {
  applyChangeSet,
  emptyProjectState,
  isImportPiece,
  type ProjectState
} from '../../core/history/project-state'
import { ok, type Result } from '../../core/result'
import { fileProblem } from '../file-problem'
import type { BlobStore } from './blobs'
import { journalStart, type JournalDamage, type JournalRepair } from './journal-line'
import { isKnownDamage, readJournal, type JournalRecord } from './journal-reader'
import { Pacer } from './pacer'
import { newestReadable, snapshotFolder, type NewestReadable } from './snapshots'
import type { StorageFiles } from './storage-files'

/** Where one project lies, and what reads it. */
export interface ProjectPlace {
  files: StorageFiles
  folder: string
  blobs: BlobStore
}

export interface ReadProject {
  state: ProjectState
  /** Of the last line that is in `state`. */
  head: JournalHead
  /** The snapshot it was read from; null when the whole journal was read. */
  snapshot: string | null
  /** Newer snapshots that could not be used. */
  damagedSnapshots: string[]
  /** What could not be read after the snapshot, and is not written down yet. */
  damage: JournalDamage[]
}

/**
 * A project as its newest whole snapshot and the journal after that tell it; without a snapshot, the whole
 * journal. Lines after `upTo` are left out: they may be on their way to the disk.
 */
export async function readProject(place: ProjectPlace, upTo?: JournalHead): Promise<Result<ReadProject>> {
  const newest = await newestSnapshot(place)
  if (!newest.ok) return newest
  const { snapshot, damaged } = newest.value
  const state = snapshot?.state ?? emptyProjectState()
  const after = snapshot?.header.head ?? journalStart
  const read = await readRecords(place, after, upTo, record => {
    if (record.entry.kind === 'change-set') applyChangeSet(state, record.entry.changeSet)
  })
  if (!read.ok) return read
  return ok({ state, ...read.value, snapshot: snapshot?.name ?? null, damagedSnapshots: damaged })
}

/** Every change set of the history with its line's number, oldest first. Throws what the disk throws. */
export async function* readHistory(
  place: ProjectPlace,
  upTo: JournalHead
): AsyncGenerator<JournaledChangeSet> {
  const reading = await readJournal(place.files, place.folder)
  if (!reading.ok) throw new Error(reading.error.message)
  for await (const item of reading.value) {
    if (item.kind !== 'record' || item.record.entry.kind !== 'change-set') continue
    if (item.record.sequence > upTo.sequence) return
    const { changeSet } = item.record.entry
    if (!isImportPiece(changeSet)) yield { sequence: item.record.sequence, changeSet }
  }
}

async function newestSnapshot({ files, folder, blobs }: ProjectPlace): Promise<Result<NewestReadable>> {
  try {
    return ok(await newestReadable(files, snapshotFolder(folder), blobs))
  } catch (error) {
    return fileProblem(error, folder)
  }
}

async function readRecords(
  place: ProjectPlace,
  after: JournalHead,
  upTo: JournalHead | undefined,
  take: (record: JournalRecord) => void
): Promise<Result<{ head: JournalHead; damage: JournalDamage[] }>> {
  const found: JournalDamage[] = []
  const repairs: JournalRepair[] = []
  let head = after
  const reading = await readJournal(place.files, place.folder, { after })
  if (!reading.ok) return reading
  const pacer = new Pacer()
  for await (const item of reading.value) {
    if (pacer.isDue()) await pacer.pause()
    if (item.kind === 'damage') found.push(item.damage)
    if (item.kind !== 'record') continue
    const { record } = item
    if (upTo !== undefined && record.sequence > upTo.sequence) break
    if (record.entry.kind === 'repair') repairs.push(record.entry.repair)
    take(record)
    head = record.head
  }
  return ok({ head, damage: found.filter(damage => !isKnownDamage(damage, repairs)) })
}
