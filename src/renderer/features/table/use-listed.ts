import { useEffect, useState } from 'react'
import { matcherOf, type AnnotationFilter, type FilterContext } from '../../../core/annotation/filter'
import {
  compareKeys,
  sortKey,
  toItems,
  type CellContext,
  type Grouping,
  type SortKey,
  type TableColumn,
  type TableItem
} from '../../../core/annotation/table-columns'
import type { Annotation } from '../../../core/project/entities'
import { inSlices, nextSlice } from '../../ui/in-slices'
import type { Sorting } from './table-store'

export interface Listed {
  items: readonly TableItem[]
  rows: readonly Annotation[]
}

interface Wanted {
  rows: readonly Annotation[]
  filter: AnnotationFilter
  sorting: Sorting | null
  grouping: Grouping
  columns: readonly TableColumn[]
  cells: CellContext
  hasProblem: FilterContext['hasProblem']
}

/** The rows the filter asks for, sorted and grouped; worked out in slices, and null until it was done once. */
export function useListed(wanted: Wanted): Listed | null {
  const { rows, filter, sorting, grouping, columns, cells, hasProblem } = wanted
  const [listed, setListed] = useState<Listed | null>(null)
  useEffect(() => {
    const abort = new AbortController()
    const work = async () => {
      const matches = matcherOf(filter, { ...cells, ...(hasProblem && { hasProblem }) })
      const column = columns.find(({ id }) => id === sorting?.column)
      const keyed: { annotation: Annotation; key: SortKey }[] = []
      const visit = (annotation: Annotation) => {
        if (!matches(annotation)) return
        keyed.push({ annotation, key: column === undefined ? null : sortKey(annotation, column, cells) })
      }
      if (!(await inSlices(rows, visit, abort.signal))) return
      if (sorting !== null && column !== undefined)
        keyed.sort((a, b) => compareKeys(a.key, b.key, sorting.isDescending))
      await nextSlice()
      if (abort.signal.aborted) return
      const items = toItems(
        keyed.map(({ annotation }) => annotation),
        grouping,
        cells
      )
      setListed({ items, rows: items.flatMap(item => (item.kind === 'row' ? [item.annotation] : [])) })
    }
    void work()
    return () => abort.abort()
  }, [rows, filter, sorting, grouping, columns, cells, hasProblem])
  return listed
}
