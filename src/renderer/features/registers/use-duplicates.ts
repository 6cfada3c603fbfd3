import { useEffect, useState } from 'react'
import { possibleDuplicates, type PossibleDuplicate } from '../../../core/project/registers/look-alikes'
import type { RegisterEntry } from './register-entries'

/** Milliseconds of rest before thousands of names are compared, so that no key waits for it. */
const restMs = 200

interface Found {
  entries: readonly RegisterEntry[]
  pairs: readonly PossibleDuplicate[]
}

/** Pairs of entries that look alike; those of before until the newest are compared. */
export function useDuplicates(entries: readonly RegisterEntry[]): readonly PossibleDuplicate[] {
  const [found, setFound] = useState<Found>({ entries: [], pairs: [] })
  useEffect(() => {
    const timer = setTimeout(() => setFound({ entries, pairs: possibleDuplicates(entries) }), restMs)
    return () => clearTimeout(timer)
  }, [entries])
  if (found.entries === entries) return found.pairs
  // What was merged, deleted or belongs to another register must not be offered meanwhile.
  const ids = new Set(entries.map(entry => entry.id))
  return found.pairs.filter(({ a, b }) => ids.has(a.id) && ids.has(b.id))
}
