import { diskFiles } from '../../src/main/storage/disk-files'
import { readJournal } from '../../src/main/storage/journal-reader'

/** The ids of the change sets in a journal on the disk, in their order, and what of it is damaged. */
export async function idsInJournal(folder: string): Promise<{ ids: string[]; damage: unknown[] }> {
  const reading = await readJournal(diskFiles, folder)
  if (!reading.ok) throw new Error(reading.error.message)
  const ids: string[] = []
  const damage: unknown[] = []
  for await (const item of reading.value) {
    if (item.kind === 'damage') damage.push(item.damage)
    if (item.kind === 'record' && item.record.entry.kind === 'change-set')
      ids.push(item.record.entry.changeSet.id)
  }
  return { ids, damage }
}
