import type { BlockedText } from '../../../core/anchoring/blocks'
import { carryAnnotation, type CarriedRow } from '../../../core/anchoring/carry-over'
import { correctedBlocks } from '../../../core/anchoring/corrected-blocks'
import { diffText, type DiffPart } from '../../../core/anchoring/diff-text'
import { compareRevisions } from '../../../core/anchoring/revision-difference'
import type { Annotation, Revision } from '../../../core/project/entities'
import type { Result } from '../../../core/result'

/** What saving a draft would make of the text and its annotations. */
export interface Comparison {
  corrected: BlockedText
  parts: readonly DiffPart[]
  carried: readonly CarriedRow[]
}

/** A frame has about this long before the window would stand still. */
const pieceMs = 12

/**
 * Compares a draft with the revision it corrects and carries the annotations over, in pieces, so that the
 * window stays free. Answers null when it was called off; fails when the draft is no text to keep.
 */
export async function compareDraft(
  revision: Revision,
  draft: string,
  annotations: readonly Annotation[],
  signal: AbortSignal,
  onProgress: (done: number) => void
): Promise<Result<Comparison> | null> {
  const corrected = correctedBlocks(revision, draft)
  if (!corrected.ok) return corrected
  await nextTask()
  const difference = compareRevisions(revision.text, corrected.value.text)
  const carried: CarriedRow[] = []
  let began = performance.now()
  for (const annotation of annotations) {
    if (performance.now() - began > pieceMs) {
      onProgress(carried.length)
      await nextTask()
      began = performance.now()
    }
    if (signal.aborted) return null
    carried.push({
      annotation,
      carried: carryAnnotation(annotation, revision, corrected.value, difference)
    })
  }
  const parts = diffText(revision.text, corrected.value.text)
  return { ok: true, value: { corrected: corrected.value, parts, carried } }
}

function nextTask(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve))
}

export interface CarriedCounts {
  exact: number
  moved: number
  orphaned: number
}

export function countCarried(carried: readonly CarriedRow[]): CarriedCounts {
  const counts = { exact: 0, moved: 0, orphaned: 0 }
  for (const row of carried) counts[row.carried.status] += 1
  return counts
}

/** "38 stay, 2 to confirm, 1 orphaned"; what there is none of is left out. */
export function inWords(
  { exact, moved, orphaned }: CarriedCounts,
  stay = exact === 1 ? 'stays' : 'stay'
): string {
  const pieces = [
    exact > 0 || moved + orphaned === 0 ? `${exact.toLocaleString('en')} ${stay}` : '',
    moved > 0 ? `${moved.toLocaleString('en')} to confirm` : '',
    orphaned > 0 ? `${orphaned.toLocaleString('en')} orphaned` : ''
  ]
  return pieces.filter(piece => piece !== '').join(', ')
}
