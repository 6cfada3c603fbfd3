import { create } from 'zustand'
import type { MatrixOrder } from '../../../../core/perspective/matrix-order'
import type { MatrixMeasure } from '../../../../core/perspective/matrix-words'

interface MatrixState {
  order: MatrixOrder
  measure: MatrixMeasure
  isGrouped: boolean
  hasSilent: boolean
  isTransposed: boolean
  isTable: boolean
  /** Keys of the row and column of the cell that has the keyboard, whichever way the matrix lies. */
  active: readonly [string, string] | null
  /** Where it was scrolled to when the view was left, in px. */
  scroll: { readonly left: number; readonly top: number }
  set(change: Partial<Omit<MatrixState, 'set'>>): void
}

/** How the matrix is looked at; of the session. */
export const useMatrixStore = create<MatrixState>()(set => ({
  order: 'share',
  measure: 'passages',
  isGrouped: true,
  hasSilent: false,
  isTransposed: false,
  isTable: false,
  active: null,
  scroll: { left: 0, top: 0 },
  set: change => set(change)
}))
