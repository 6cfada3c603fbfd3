import { useState, type KeyboardEvent } from 'react'

interface GridPlace {
  'data-row': number
  'data-column': number
  tabIndex: 0 | -1
  onFocus(): void
}

const steps: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1]
}

/**
 * One stop of the Tab key for all buttons of a table; arrows go from one to the next in a row or column, passing over
 * empty cells, Home and End to the ends of the row. `first` is where the keyboard arrives.
 */
export function useGridKeys(first: readonly [row: number, column: number]) {
  const [active, setActive] = useState(first)
  const place = (row: number, column: number): GridPlace => ({
    'data-row': row,
    'data-column': column,
    tabIndex: active[0] === row && active[1] === column ? 0 : -1,
    onFocus: () => setActive([row, column])
  })
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { target, currentTarget, key } = event
    if (!(target instanceof HTMLElement) || target.dataset['row'] === undefined) return
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const next = nextOf(currentTarget, target, key)
    if (next === undefined) return
    event.preventDefault()
    next?.focus()
  }
  return { place, onKeyDown }
}

/** Undefined when the key is none of ours, null when there is nothing in that direction. */
function nextOf(grid: HTMLElement, from: HTMLElement, key: string): HTMLElement | null | undefined {
  const row = Number(from.dataset['row'])
  const column = Number(from.dataset['column'])
  if (key === 'Home' || key === 'End') {
    const inRow = [...grid.querySelectorAll<HTMLElement>(`[data-row="${row}"]`)]
    return inRow.at(key === 'Home' ? 0 : -1) ?? null
  }
  const step = steps[key]
  if (step === undefined) return undefined
  const [rows, columns] = step
  const line = [
    ...grid.querySelectorAll<HTMLElement>(rows === 0 ? `[data-row="${row}"]` : `[data-column="${column}"]`)
  ]
  return line[line.indexOf(from) + rows + columns] ?? null
}
