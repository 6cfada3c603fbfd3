import { create } from 'zustand'

interface ArticlesState {
  /** The texts side by side, "article" or "article@revision"; null for the first two of the scope. */
  a: string | null
  b: string | null
  isTogether: boolean
  isTable: boolean
  /** The key of the thing whose passages are shown; null for none. */
  selected: string | null
  /** Which of its passages, from 0. */
  step: number
  /** Where the texts were scrolled to when the view was left, in px. */
  tops: { a: number; b: number }
  set(change: Partial<Omit<ArticlesState, 'set'>>): void
}

/** What stands side by side; of the session. */
export const useArticlesStore = create<ArticlesState>()(set => ({
  a: null,
  b: null,
  isTogether: true,
  isTable: false,
  selected: null,
  step: 0,
  tops: { a: 0, b: 0 },
  set: change => set(change)
}))
