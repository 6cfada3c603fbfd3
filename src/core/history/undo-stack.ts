import { assertNever } from '../result'
import type { ChangeSet } from './change-set'

/** What the stacks need to know of a change set. */
export type Head = Pick<ChangeSet, 'id' | 'label' | 'operation'>

/** Edits that can be taken back and edits that can be done again, the next one last. */
export interface UndoStack {
  undo: readonly Head[]
  redo: readonly Head[]
}

export const emptyUndoStack: UndoStack = { undo: [], redo: [] }

/**
 * The stacks that follow from a history, oldest first. The history may begin anywhere: what happened before
 * it can then not be undone, but nothing on the stacks is wrong.
 */
export function undoStack(heads: readonly Head[]): UndoStack {
  return heads.reduce(pushHead, emptyUndoStack)
}

/** The stacks after one more change set. */
export function pushHead(stack: UndoStack, head: Head): UndoStack {
  const { operation } = head
  switch (operation.kind) {
    case 'edit':
      return { undo: [...stack.undo, head], redo: [] }
    case 'baseline':
      return emptyUndoStack
    case 'undo':
      return { undo: without(stack.undo, operation.of), redo: [...stack.redo, editOf(head, operation.of)] }
    case 'redo':
      return { undo: [...stack.undo, editOf(head, operation.of)], redo: without(stack.redo, operation.of) }
    default:
      return assertNever(operation)
  }
}

/** The head of the edit that an undo or redo names; they carry its label. */
function editOf(head: Head, of: ChangeSet['id']): Head {
  return { id: of, label: head.label, operation: { kind: 'edit' } }
}

function without(heads: readonly Head[], id: ChangeSet['id']): readonly Head[] {
  return heads.filter(head => head.id !== id)
}
