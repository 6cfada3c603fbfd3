import { create } from 'zustand'
import type { TextRange } from '../../core/annotation/spans'
import type { RevisionId } from '../../core/project/ids'

/** What is selected in the article on screen, for those who are not beside it. */
export const useSelectedPassage = create<{
  passage: { revisionId: RevisionId; range: TextRange } | null
}>()(() => ({ passage: null }))
