import { Problems } from '../problems'
import type { JsonlTable } from './jsonl-schema'

/** Where a row of a table really stands, with what parts it from a place inside the row; undefined when unknown. */
export type PlaceOfRow = (table: JsonlTable, index: number) => string | undefined

const tablePlace = /^(annotators|actors|issues|cases|articles|annotations|relations)\[(\d+)\](\.?)([^]*)$/

/** `annotations[3].spans[0]` as a place in the file: `line 17, spans[0]` or `annotations[90003].spans[0]`. */
export function translatePlace(place: string, placeOf: PlaceOfRow): string {
  const found = tablePlace.exec(place)
  if (found === null) return place
  const [, table, index, dot = '', rest = ''] = found
  const row = placeOf(table as JsonlTable, Number(index))
  if (row === undefined) return place
  if (rest === '') return row
  return row.startsWith('line ') ? `${row}, ${rest}` : `${row}${dot}${rest}`
}

/** Problems of rows, placed where the rows really stand. */
export class PlacedProblems extends Problems {
  constructor(private readonly placeOf: PlaceOfRow) {
    super()
  }

  override add(code: string, message: string, place: string): void {
    super.add(code, message, translatePlace(place, this.placeOf))
  }
}
