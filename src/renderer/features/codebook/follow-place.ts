import { findPlace, type Place } from '../../../core/codebook/place'
import type { Codebook } from '../../../core/project/codebook'

/** Where `place` of one state of a codebook is in the next: the same by id, else by position, else its parent. */
export function followPlace(before: Codebook, after: Codebook, place: Place): Place {
  if (findPlace(after, place) !== undefined) return place
  const layerAt = before.layers.findIndex(row => row.id === place.layer)
  const layer =
    after.layers.find(row => row.id === place.layer) ??
    (before.layers.length === after.layers.length ? after.layers[layerAt] : undefined) ??
    after.layers[0]
  if (layer === undefined) return place
  if (place.attribute === undefined) return { layer: layer.id }
  const oldRows = before.layers[layerAt]?.attributes ?? []
  const at = oldRows.findIndex(row => row.id === place.attribute)
  const attribute =
    layer.attributes.find(row => row.id === place.attribute) ??
    (oldRows.length === layer.attributes.length ? layer.attributes[at] : undefined)
  return attribute === undefined ? { layer: layer.id } : { layer: layer.id, attribute: attribute.id }
}
