import { fail, ok, type Result } from '../../core/result'
import { CounterpointDatabase, databaseName } from './database'
import { storageFailure } from './storage-failure'
import { withinLimit } from './time-limit'

/** Dexie multiplies its version numbers by ten and counts unplanned patches in the last digit. */
const nativeVersionFactor = 10
/** Rows of an older version are rewritten on opening; breaking that off would only have it begin again. */
const upgradeLimitMs = 120_000

/**
 * Opens the working store, or says why it cannot be opened: `newer-version`, `store-blocked` (another window
 * holds an older version open), `store-timeout` after `limitMs` milliseconds, or the disk's own failure. A
 * store of an older version gets longer.
 */
export async function openDatabase(
  name: string = databaseName,
  limitMs = 4000
): Promise<Result<CounterpointDatabase>> {
  const database = new CounterpointDatabase(name)
  let isBlocked = false
  let isUpgrading = false
  database.on('blocked', () => {
    isBlocked = true
  })
  try {
    const opening = openUnlessNewer(database, () => {
      isUpgrading = true
    })
    const soon = await withinLimit(opening, limitMs)
    const mayWait = soon.status === 'late' && isUpgrading && !isBlocked
    const opened = mayWait ? await withinLimit(opening, upgradeLimitMs) : soon
    if (opened.status === 'done') return opened.value
    database.close()
    return isBlocked
      ? fail('store-blocked', 'The database did not open: another window of Counterpoint is using it.')
      : fail('store-timeout', `The database did not open within ${limitMs / 1000} seconds.`)
  } catch (error) {
    database.close()
    return storageFailure(error)
  }
}

async function openUnlessNewer(
  database: CounterpointDatabase,
  onOlder: () => void
): Promise<Result<CounterpointDatabase>> {
  // Asked before opening: Dexie opens a newer store all the same and may patch its indexes to the old schema.
  const stored = await indexedDB.databases()
  const version = stored.find(entry => entry.name === database.name)?.version ?? 0
  if (version >= (database.verno + 1) * nativeVersionFactor) {
    return storageFailure({ name: 'VersionError' })
  }
  if (version > 0 && version < database.verno * nativeVersionFactor) onOlder()
  await database.open()
  return ok(database)
}
