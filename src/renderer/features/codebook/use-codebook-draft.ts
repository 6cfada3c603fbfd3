import { useCallback, useMemo, useState } from 'react'
import { isDraftChanged, openDraft, type CodebookDraft, type Edited } from '../../../core/codebook/draft'
import type { Codebook } from '../../../core/project/codebook'

interface Drafts {
  past: readonly CodebookDraft[]
  now: CodebookDraft
  future: readonly CodebookDraft[]
}

export interface DraftEditing {
  draft: CodebookDraft
  /** Whether there is anything to save. */
  isChanged: boolean
  /** Takes over what an edit answered; the reason it was refused, or null. */
  edit(edited: Edited): string | null
  /** Begins again from this codebook: what is stored now. */
  reset(codebook: Codebook): void
  undo: (() => void) | undefined
  redo: (() => void) | undefined
}

/** The draft of the open codebook and its own way back. Without changes it follows what is stored. */
export function useCodebookDraft(stored: Codebook): DraftEditing {
  const [drafts, setDrafts] = useState<Drafts>(() => begin(stored))
  const isChanged = isDraftChanged(drafts.now)
  const isBehind =
    drafts.now.base !== stored && JSON.stringify(drafts.now.base) !== JSON.stringify(stored) && !isChanged
  if (isBehind) setDrafts(begin(stored))
  const edit = useCallback((edited: Edited) => {
    if (!edited.ok) return edited.error.message
    setDrafts(({ past, now }) =>
      JSON.stringify([edited.value.content, edited.value.steps]) === JSON.stringify([now.content, now.steps])
        ? { past, now, future: [] }
        : { past: [...past, now], now: edited.value, future: [] }
    )
    return null
  }, [])
  const reset = useCallback((codebook: Codebook) => setDrafts(begin(codebook)), [])
  const hasPast = drafts.past.length > 0
  const hasFuture = drafts.future.length > 0
  return useMemo(
    () => ({
      draft: drafts.now,
      isChanged,
      edit,
      reset,
      undo: hasPast ? () => setDrafts(goBack) : undefined,
      redo: hasFuture ? () => setDrafts(goForth) : undefined
    }),
    [drafts.now, isChanged, edit, reset, hasPast, hasFuture]
  )
}

function begin(codebook: Codebook): Drafts {
  return { past: [], now: openDraft(codebook), future: [] }
}

function goBack({ past, now, future }: Drafts): Drafts {
  const last = past.at(-1)
  return last === undefined
    ? { past, now, future }
    : { past: past.slice(0, -1), now: last, future: [now, ...future] }
}

function goForth({ past, now, future }: Drafts): Drafts {
  const [next, ...others] = future
  return next === undefined ? { past, now, future } : { past: [...past, now], now: next, future: others }
}
