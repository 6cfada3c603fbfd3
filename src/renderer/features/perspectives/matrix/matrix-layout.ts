import { rowGroups, type MatrixGroup, type PerspectiveMatrix } from '../../../../core/perspective/matrix'

/** All in px, as in the styles. */
export const rowHeight = 37
export const groupHeight = 32
export const headHeight = 44
export const nameWidth = 200
export const totalWidth = 76
const leastColumn = 112

/** A cell by its place. */
export interface CellAt {
  row: number
  column: number
}

/** A line of the matrix as it stands on screen. */
export type ShownLine =
  | { readonly kind: 'group'; readonly group: MatrixGroup; readonly top: number }
  | { readonly kind: 'row'; readonly row: number; readonly top: number }
  | { readonly kind: 'total'; readonly top: number }

export interface MatrixLayout {
  readonly lines: readonly ShownLine[]
  /** Where each row begins, below the column headings. */
  readonly tops: readonly number[]
  readonly columnWidth: number
  readonly width: number
  readonly height: number
}

/** Where everything stands when there is room for `width` px; columns are wider where there is room. */
export function layOutMatrix(matrix: PerspectiveMatrix, width: number): MatrixLayout {
  const lines: ShownLine[] = []
  const tops: number[] = []
  let top = 0
  for (const group of rowGroups(matrix)) {
    if (group.title !== '') {
      lines.push({ kind: 'group', group, top })
      top += groupHeight
    }
    for (let row = group.first; row < group.end; row++) {
      lines.push({ kind: 'row', row, top })
      tops.push(top)
      top += rowHeight
    }
  }
  lines.push({ kind: 'total', top })
  const room = width - nameWidth - totalWidth
  const columnWidth = Math.max(leastColumn, Math.floor(room / Math.max(1, matrix.columns.length)))
  return {
    lines,
    tops,
    columnWidth,
    width: nameWidth + columnWidth * matrix.columns.length + totalWidth,
    height: top + rowHeight
  }
}
