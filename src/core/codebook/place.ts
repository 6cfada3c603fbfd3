import type { Attribute, CodebookContent, CodebookOption, Layer } from '../project/codebook'

/** A layer, one of its attributes, or an option of one, by the ids of now. */
export interface Place {
  layer: string
  attribute?: string
  option?: string
}

/** What stands at this place; undefined when the codebook has nothing there. */
export function findPlace(
  codebook: CodebookContent,
  place: Place
): Layer | Attribute | CodebookOption | undefined {
  const layer = codebook.layers.find(row => row.id === place.layer)
  if (place.attribute === undefined) return layer
  const attribute = layer?.attributes.find(row => row.id === place.attribute)
  if (place.option === undefined) return attribute
  return attribute?.options?.find(row => row.id === place.option)
}
