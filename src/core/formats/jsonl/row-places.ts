import { Problems } from '../problems'
import type { JsonlTable } from './jsonl-schema'

/** The line on which a row of a table stands; undefined when it is not known. */
export type PlaceOfRow = (table: JsonlTable, index: number) => number | undefined

const tablePlace = /^(annotators|actors|issues|cases|articles|annotations|relations)\[(\d+)\]\.?([^]*)$/

/** `annotations[3].spans[0]` as a place in a file of lines: `line 17, spans[0]`. */
export function translatePlace(place: string, placeOf: PlaceOfRow): string {
  const found = tablePlace.exec(place)
  if (found === null) return place
  const [, table, index, rest] = found
  const line = placeOf(table as JsonlTable, Number(index))
  if (line === undefined) return place
  return rest === undefined || rest === '' ? `line ${line}` : `line ${line}, ${rest}`
}

/** Problems of rows, placed on the lines where the rows stand. */
export class PlacedProblems extends Problems {
  constructor(private readonly placeOf: PlaceOfRow) {
    super()
  }

  override add(code: string, message: string, place: string): void {
    super.add(code, message, translatePlace(place, this.placeOf))
  }
}
