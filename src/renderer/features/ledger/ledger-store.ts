import { create } from 'zustand'

interface LedgerState {
  /** The case that is looked at; null for all. One that is not in the open project counts as null. */
  caseKey: string | null
  /** Cases that were opened or folded by hand. */
  unfolded: ReadonlyMap<string, boolean>
  showsAllProblems: boolean
  /** Pixels; kept while one is at a passage in the text. */
  scrollTop: number
  /** What was last looked up in the text, by the name of its passages. */
  foundTitle: string
  set(change: Partial<Omit<LedgerState, 'set'>>): void
}

/** How the ledger is looked at, for the session. */
export const useLedgerStore = create<LedgerState>()(set => ({
  caseKey: null,
  unfolded: new Map(),
  showsAllProblems: false,
  scrollTop: 0,
  foundTitle: '',
  set: change => set(change)
}))
