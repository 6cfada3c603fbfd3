import { unionWords } from './union-words'
import type { MatrixCell } from './matrix-line'
import { sideSigns } from './sides'

export const matrixMeasures = ['passages', 'words'] as const
export type MatrixMeasure = (typeof matrixMeasures)[number]

const counted = new WeakMap<MatrixCell, number>()

/** Words that a cell's passages cover, none counted twice. */
export function cellWords(cell: MatrixCell): number {
  let words = counted.get(cell)
  if (words === undefined) counted.set(cell, (words = unionWords(cell.perspectives)))
  return words
}

/** The side of a cell in words; where it has none, that it has none. */
export function sideInWords({ side }: MatrixCell): string {
  return side === null ? 'No stance' : sideSigns[side].name
}

/** "Supports, 6 perspectives, 24 percent of this issue"; "Silent" where nobody speaks. */
export function cellName(cell: MatrixCell, measure: MatrixMeasure): string {
  const { length } = cell.perspectives
  if (length === 0) return 'Silent'
  const passages = `${length.toLocaleString('en')} perspective${length === 1 ? '' : 's'}`
  const words = measure === 'words' ? [`${cellWords(cell).toLocaleString('en')} words`] : []
  const share = `${percent(cell.share).replace('<', 'under ').replace('%', ' percent')} of this issue`
  return [sideInWords(cell), ...words, passages, share].join(', ')
}

/** A share as it is printed: "24%", "<1%" for what would round to nothing. */
export function percent(share: number): string {
  const rounded = Math.round(share * 100)
  return rounded === 0 && share > 0 ? '<1%' : `${rounded}%`
}
