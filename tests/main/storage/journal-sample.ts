import type { ChangeSet } from '../../../src/core/history/change-set'
import type { ProjectId } from '../../../src/core/project/ids'
import { journalStart, type JournalEntry, type JournalHead } from '../../../src/main/storage/journal-line'
import { readJournal, type JournalItem, type JournalRecord } from '../../../src/main/storage/journal-reader'
import { JournalWriter } from '../../../src/main/storage/journal-writer'
import type { StorageFiles } from '../../../src/main/storage/storage-files'

export const projectId = 'project-1' as ProjectId
export const folder = '/projects/one'

/** A change set that only its id and its text tell apart. */
export function changeSet(id: string, text = 'a memo'): ChangeSet {
  return {
    id: id as ChangeSet['id'],
    projectId,
    label: 'Write memo',
    at: '2026-01-01T12:00:00.000Z',
    annotatorId: 'annotator-1' as ChangeSet['annotatorId'],
    operation: { kind: 'edit' },
    changes: [
      {
        table: 'issues',
        id: 'issue-1',
        before: null,
        after: { id: 'issue-1' as never, projectId, question: text, shortName: '', description: '' }
      }
    ]
  }
}

export function changeEntry(id: string, text?: string): JournalEntry {
  return { kind: 'change-set', changeSet: changeSet(id, text) }
}

export async function prepareFolder(files: StorageFiles): Promise<void> {
  await files.makeFolder(folder)
  await files.syncFolder('/projects')
  await files.syncFolder('/')
}

export function writerOn(
  files: StorageFiles,
  head: JournalHead = journalStart,
  maximumFileBytes?: number
): JournalWriter {
  const size = maximumFileBytes === undefined ? {} : { maximumFileBytes }
  return new JournalWriter({ files, folder, projectId, generator: 'Counterpoint 0.1.0', head, ...size })
}

export async function readItems(files: StorageFiles, after?: JournalHead): Promise<JournalItem[]> {
  const reading = await readJournal(files, folder, after === undefined ? {} : { after })
  if (!reading.ok) throw new Error(reading.error.code)
  const items: JournalItem[] = []
  for await (const item of reading.value) items.push(item)
  return items
}

export function recordsOf(items: readonly JournalItem[]): JournalRecord[] {
  return items.flatMap(item => (item.kind === 'record' ? [item.record] : []))
}

export function changeSetsOf(items: readonly JournalItem[]): ChangeSet[] {
  return recordsOf(items).flatMap(({ entry }) => (entry.kind === 'change-set' ? [entry.changeSet] : []))
}

/** What a session starts with: everything read, and the head to go on from. */
export async function readSession(
  files: StorageFiles
): Promise<{ changeSets: ChangeSet[]; head: JournalHead }> {
  const items = await readItems(files)
  return { changeSets: changeSetsOf(items), head: recordsOf(items).at(-1)?.head ?? journalStart }
}
