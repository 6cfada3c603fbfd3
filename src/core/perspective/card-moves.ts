import type { Card } from './card-order'
import type { PerspectiveColumns } from './columns'

export type CardMove = 'up' | 'down' | 'left' | 'right' | 'first' | 'last'

interface CardPlace {
  readonly column: number
  readonly row: number
  /** Its number in the cell. */
  readonly index: number
}

/**
 * The card that an arrow leads to, or null when it leads nowhere. Up and down stay in the column and go on into
 * the next row; left and right stay in the row and pass over silent and folded columns. Cards in folded rows and
 * columns are not reached.
 */
export function moveCard(
  columns: PerspectiveColumns,
  from: string | null,
  move: CardMove,
  isFolded: (key: string) => boolean
): Card | null {
  const grid = openCells(columns, isFolded)
  if (move === 'first' || from === null) return firstCard(grid)
  if (move === 'last') return lastCard(grid)
  const place = placeOf(grid, from)
  if (place === null) return firstCard(grid)
  if (move === 'up' || move === 'down') return inColumn(grid, place, move)
  const row = grid[place.row] ?? []
  const step = move === 'left' ? -1 : 1
  for (let column = place.column + step; column >= 0 && column < row.length; column += step) {
    const cards = row[column] ?? []
    const card = cards[Math.min(place.index, cards.length - 1)]
    if (card !== undefined) return card
  }
  return null
}

/** The first card of an annotation that is not folded away, in the order of rows; null when there is none. */
export function cardOf(
  columns: PerspectiveColumns,
  annotation: string,
  isFolded: (key: string) => boolean
): Card | null {
  const cards = openCells(columns, isFolded).flat(2)
  return cards.find(({ perspective }) => perspective.annotation.id === annotation) ?? null
}

/** Cards by row and column; nothing in what is folded. */
type Grid = readonly (readonly (readonly Card[])[])[]

function openCells({ columns, rows }: PerspectiveColumns, isFolded: (key: string) => boolean): Grid {
  return rows.map(row =>
    row.cells.map((cell, i) =>
      isFolded(row.key) || isFolded(columns[i]?.key ?? '') ? [] : cell.groups.flatMap(({ cards }) => cards)
    )
  )
}

function placeOf(grid: Grid, key: string): CardPlace | null {
  for (const [row, cells] of grid.entries())
    for (const [column, cards] of cells.entries()) {
      const index = cards.findIndex(card => card.key === key)
      if (index >= 0) return { row, column, index }
    }
  return null
}

function inColumn(grid: Grid, { row, column, index }: CardPlace, move: 'up' | 'down'): Card | null {
  const within = grid[row]?.[column]?.[index + (move === 'up' ? -1 : 1)]
  if (within !== undefined) return within
  const cells = grid.map(cells => cells[column] ?? [])
  const further = move === 'up' ? cells.slice(0, row).reverse() : cells.slice(row + 1)
  const next = further.find(cards => cards.length > 0) ?? []
  return next[move === 'up' ? next.length - 1 : 0] ?? null
}

function firstCard(grid: Grid): Card | null {
  return grid.flat(2)[0] ?? null
}

function lastCard(grid: Grid): Card | null {
  return grid.flat(2).at(-1) ?? null
}
