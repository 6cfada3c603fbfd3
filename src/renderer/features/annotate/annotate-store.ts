import { create } from 'zustand'
import type { TextRange } from '../../../core/annotation/spans'
import type { AnnotationId } from '../../../core/project/ids'

/** Where a floating toolbar or picker hangs, in client pixels. */
export interface Anchor {
  x: number
  top: number
  bottom: number
}

interface AnnotateState {
  focusedId: AnnotationId | null
  hoveredId: AnnotationId | null
  selection: { range: TextRange; anchor: Anchor } | null
  picker: { ids: AnnotationId[]; anchor: Anchor } | null
  /** Where the parts that a selection can be marked as are chosen from. */
  rolePicker: { range: TextRange; at: { x: number; y: number } } | null
  /** The attribute whose control should take the keyboard, as asked for by a key. */
  requestedField: string | null
  focus(id: AnnotationId | null): void
  hover(id: AnnotationId | null): void
  setSelection(selection: AnnotateState['selection']): void
  setPicker(picker: AnnotateState['picker']): void
  setRolePicker(picker: AnnotateState['rolePicker']): void
  requestField(id: string | null): void
  reset(): void
}

const empty = {
  focusedId: null,
  hoveredId: null,
  selection: null,
  picker: null,
  rolePicker: null,
  requestedField: null
}

/** Session state of the Annotate view; what is saved lives in the database. */
export const useAnnotateStore = create<AnnotateState>()(set => ({
  ...empty,
  focus: focusedId => set({ focusedId }),
  hover: hoveredId => set({ hoveredId }),
  setSelection: selection => set({ selection }),
  setPicker: picker => set({ picker }),
  setRolePicker: rolePicker => set({ rolePicker }),
  requestField: requestedField => set({ requestedField }),
  reset: () => set(empty)
}))
