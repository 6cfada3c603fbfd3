import { useCallback, useEffect, useRef, useState } from 'react'
import { matchesHistory, type HistoryFilter } from '../../../core/history/history-filter'
import type { ProjectId } from '../../../core/project/ids'
import type { HistoryEntry } from '../../persistence/database'
import { loadHistoryPage, loadNewHistory } from '../../persistence/history'
import type { Workspace } from '../../persistence/workspace'

export interface HistoryPages {
  /** Newest first, as far as they were asked for. */
  entries: readonly HistoryEntry[]
  /** Whether there may be older ones. */
  hasMore: boolean
  isLoading: boolean
  loadMore(): void
  /** Stops looking; what was found stays. */
  stop(): void
}

interface Loaded {
  entries: readonly HistoryEntry[]
  /** Where the next older page begins; null at the end. */
  before: number | null
}

const pageSize = 60
const nothing: Loaded = { entries: [], before: null }

/**
 * The history page by page, newest first; what is committed meanwhile comes on top. It is for one filter: a
 * component that changes it takes another key.
 */
export function useHistoryPages(
  workspace: Workspace,
  projectId: ProjectId,
  filter: HistoryFilter
): HistoryPages {
  const { database } = workspace
  const [loaded, setLoaded] = useState<Loaded>(nothing)
  const [isLoading, setLoading] = useState(true)
  const running = useRef(new AbortController())
  const load = useCallback(
    async (before: number | null, kept: readonly HistoryEntry[]) => {
      running.current.abort()
      const { signal } = (running.current = new AbortController())
      const matches = (entry: HistoryEntry) => matchesHistory(entry, filter)
      const page = await loadHistoryPage(database, projectId, { before, matches, limit: pageSize, signal })
      if (signal.aborted && signal.reason !== stopped) return
      setLoaded({ entries: [...kept, ...page.entries], before: page.before })
      setLoading(false)
    },
    [database, projectId, filter]
  )
  useEffect(() => {
    void load(null, [])
    return () => running.current.abort()
  }, [load])
  const newest = useRef<number | null>(null)
  useEffect(() => {
    newest.current = loaded.entries[0]?.sequence ?? null
  }, [loaded])
  useEffect(
    () =>
      workspace.onCommitted(changeSet => {
        if (changeSet.projectId !== projectId) return
        const after = newest.current
        // Without a first entry there is nothing to put it on: the page is read again.
        if (after === null) return void load(null, [])
        void loadNewHistory(database, projectId, after).then(added => {
          const matching = added.filter(entry => matchesHistory(entry, filter))
          setLoaded(old => ({ ...old, entries: [...matching.filter(isNotIn(old)), ...old.entries] }))
        })
      }),
    [workspace, database, projectId, filter, load]
  )
  return {
    entries: loaded.entries,
    hasMore: loaded.before !== null,
    isLoading,
    loadMore: () => {
      setLoading(true)
      void load(loaded.before, loaded.entries)
    },
    stop: () => running.current.abort(stopped)
  }
}

function isNotIn({ entries }: Loaded): (entry: HistoryEntry) => boolean {
  const newest = entries[0]?.sequence ?? -1
  return entry => entry.sequence > newest
}

/** Why a person's stop differs from another load taking over: what was found is kept. */
const stopped = 'stopped'
