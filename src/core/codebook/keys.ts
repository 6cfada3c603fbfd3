import type { CodebookContent, Layer } from '../project/codebook'
import type { Place } from './place'

/** Single keys that commands have already, each with the command's title. */
export type TakenKeys = ReadonlyMap<string, string>

/**
 * Why this key cannot be had at this place, in words; null when it can. Keys of one layer must differ, the
 * keys of layers must differ from one another and from every layer's own keys, and none may be a command's.
 */
export function keyProblem(
  codebook: Pick<CodebookContent, 'layers'>,
  place: Place,
  key: string,
  taken: TakenKeys
): string | null {
  if ([...key].length !== 1 || key.length !== 1 || /\s/u.test(key)) return 'A key is a single character.'
  if (key !== key.toLowerCase()) return 'Keys are pressed without Shift: use the small letter.'
  const command = taken.get(key)
  if (command !== undefined) return `The key ${key} is taken by the command “${command}”.`
  const holder = usersOf(codebook, key).find(user => !isSame(user.place, place) && meets(user.place, place))
  return holder === undefined ? null : `The key ${key} is taken by ${holder.name}.`
}

function usersOf(codebook: Pick<CodebookContent, 'layers'>, key: string): { place: Place; name: string }[] {
  return codebook.layers.flatMap(layer => [
    ...(layer.key === key ? [{ place: { layer: layer.id }, name: `the layer “${layer.name}”` }] : []),
    ...usersInLayer(layer, key)
  ])
}

function usersInLayer(layer: Layer, key: string): { place: Place; name: string }[] {
  return layer.attributes.flatMap(attribute => {
    const place = { layer: layer.id, attribute: attribute.id }
    const own = attribute.key === key ? [{ place, name: `“${attribute.name}” of ${layer.name}` }] : []
    const options = (attribute.options ?? [])
      .filter(option => option.key === key)
      .map(option => ({
        place: { ...place, option: option.id },
        name: `the option “${option.name}” of ${attribute.name}, ${layer.name}`
      }))
    return [...own, ...options]
  })
}

/** A layer's key works everywhere, an attribute's or option's only in its own layer. */
function meets(a: Place, b: Place): boolean {
  return a.layer === b.layer || a.attribute === undefined || b.attribute === undefined
}

function isSame(a: Place, b: Place): boolean {
  return a.layer === b.layer && a.attribute === b.attribute && a.option === b.option
}

/** The first free key for a new layer: a digit, else a letter, else undefined. */
export function freeLayerKey(
  codebook: Pick<CodebookContent, 'layers'>,
  taken: TakenKeys
): string | undefined {
  const place = { layer: '' }
  return [...'123456789abcdefghijklmnopqrstuvwxyz'].find(
    key => keyProblem(codebook, place, key, taken) === null
  )
}
