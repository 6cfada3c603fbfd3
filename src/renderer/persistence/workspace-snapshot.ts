export type SaveState =
  | { status: 'saved' }
  | { status: 'saving' }
  /** With `canRebuild` the change is in the journal, and only the working store has failed. */
  | { status: 'failed'; reason: string; canRebuild: boolean }

export interface WorkspaceSnapshot {
  save: SaveState
  /** What undo and redo would take back or do again, as the menu names it. */
  undoLabel: string | null
  redoLabel: string | null
}

export const initialSnapshot: WorkspaceSnapshot = {
  save: { status: 'saved' },
  undoLabel: null,
  redoLabel: null
}

export function isSameSnapshot(a: WorkspaceSnapshot, b: WorkspaceSnapshot): boolean {
  const reasons = [a, b].map(({ save }) =>
    save.status === 'failed' ? `${save.canRebuild} ${save.reason}` : ''
  )
  return (
    a.save.status === b.save.status &&
    reasons[0] === reasons[1] &&
    a.undoLabel === b.undoLabel &&
    a.redoLabel === b.redoLabel
  )
}
