import { ok, type Result } from '../../core/result'
import type { CounterpointDatabase, Original } from './database'
import { guarded } from './guarded'

/** Files come in at no less than 10 MB/s, or their write counts as failed. */
const bytesPerMs = 10_000

/** Keeps a file under its SHA-256; what is there already under it stays as it is. */
export async function keepOriginal(
  database: CounterpointDatabase,
  file: Original,
  limitMs: number
): Promise<Result<null>> {
  const { originals } = database
  const keeping = () =>
    database.transaction('rw', originals, async () => {
      if ((await originals.where(':id').equals(file.sha256).count()) === 0) await originals.add({ ...file })
    })
  const kept = await guarded(keeping, limitMs + file.bytes.length / bytesPerMs)
  return kept.ok ? ok(null) : kept
}
