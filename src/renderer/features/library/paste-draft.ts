import { create } from 'zustand'

interface PasteDraft {
  text: string
  title: string
}

const empty: PasteDraft = { text: '', title: '' }

/** What is typed into "Paste text", until it is an article or taken back: closing the dialog may be a slip. */
export const usePasteDraft = create<PasteDraft>()(() => empty)

export function clearPasteDraft(): void {
  usePasteDraft.setState(empty)
}
