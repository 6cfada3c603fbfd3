import { create } from 'zustand'
import type { SearchKind, SearchQuery } from '../../../core/search/project-search'

interface SearchState {
  query: SearchQuery
  /** The one kind that is shown; null for all. */
  kind: SearchKind | null
  ask(change: Partial<SearchQuery>): void
  showKind(kind: SearchKind | null): void
}

/** What is searched for in the project, kept while another tab is shown. */
export const useSearch = create<SearchState>()(set => ({
  query: { words: '', matchCase: false, wholeWords: false },
  kind: null,
  ask: change => set(state => ({ query: { ...state.query, ...change } })),
  showKind: kind => set({ kind })
}))
