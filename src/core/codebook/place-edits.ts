import type { Annotation } from '../project/entities'
import { fail, ok } from '../result'
import { findLayerIn, missing, withAttribute, withLayer, withLayers, without } from './draft'
import type { CodebookDraft, Edited } from './draft'
import { withOption, withOptions } from './option-edits'
import { findPlace, type Place } from './place'
import { countUsage } from './usage'

/** What a layer, an attribute and an option have in common: they can be moved, retired and removed. */

/** Moves it among its siblings by so many places, as far as there are any. */
export function move(draft: CodebookDraft, place: Place, by: number): Edited {
  if (findPlace(draft.content, place) === undefined) return missing()
  return ok(
    changeSiblings(draft, place, rows => {
      const id = place.option ?? place.attribute ?? place.layer
      const from = rows.findIndex(row => row.id === id)
      const to = Math.max(0, Math.min(rows.length - 1, from + by))
      const next = rows.toSpliced(from, 1)
      const moved = rows[from]
      return moved === undefined ? rows : next.toSpliced(to, 0, moved)
    })
  )
}

/** Takes away what no annotation uses; what is used is retired instead, and its values stay. */
export function remove(draft: CodebookDraft, place: Place, annotations: readonly Annotation[]): Edited {
  const found = findPlace(draft.content, place)
  if (found === undefined) return missing()
  if (countUsage(draft.content, annotations).of(place) > 0) return retire(draft, place)
  const isLayer = place.attribute === undefined
  if (isLayer && draft.content.layers.every(row => row.id === place.layer || row.retired === true))
    return fail('needed', 'A codebook needs one layer.')
  const id = place.option ?? place.attribute ?? place.layer
  return ok(changeSiblings(draft, place, rows => rows.filter(row => row.id !== id)))
}

/** No longer offered, and kept with its values. An option or attribute gives its key up. */
export function retire(draft: CodebookDraft, place: Place): Edited {
  if (findPlace(draft.content, place) === undefined) return missing()
  const isLayer = place.attribute === undefined
  const others = draft.content.layers.filter(row => row.id !== place.layer)
  if (isLayer && others.every(row => row.retired === true))
    return fail('needed', 'A codebook needs one layer to tag with.')
  return ok(setRetired(draft, place, true))
}

/** Offered again. */
export function bringBack(draft: CodebookDraft, place: Place): Edited {
  if (findPlace(draft.content, place) === undefined) return missing()
  return ok(setRetired(draft, place, false))
}

function setRetired(draft: CodebookDraft, place: Place, isRetired: boolean): CodebookDraft {
  const change = <T extends { retired?: true | undefined }>(row: T): T =>
    isRetired ? { ...row, retired: true as const } : (without(row, 'retired') as T)
  if (place.option !== undefined) return withOption(draft, place, row => change(without(row, 'key')))
  if (place.attribute !== undefined) return withAttribute(draft, place, row => change(without(row, 'key')))
  return withLayer(draft, place.layer, change)
}

function changeSiblings(
  draft: CodebookDraft,
  place: Place,
  change: <T extends { id: string }>(rows: T[]) => T[]
): CodebookDraft {
  if (place.option !== undefined) return withOptions(draft, place, change)
  if (place.attribute === undefined) return withLayers(draft, change(draft.content.layers))
  if (findLayerIn(draft, place.layer) === undefined) return draft
  return withLayer(draft, place.layer, layer => ({ ...layer, attributes: change(layer.attributes) }))
}
