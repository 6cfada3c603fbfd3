import { offeredLayers, type CodebookContent } from '../../core/project/codebook'

/** A key of the article text and what it does, in words. */
export interface KeyHolder {
  chord: string
  name: string
}

/** Whether an attribute or option can still be chosen: one that is kept for older data cannot. */
export function isOffered(item: { retired?: true | undefined }): boolean {
  return item.retired !== true
}

/** A codebook's key as a chord: capitals are typed with Shift, which it does not mean. */
export function codebookChord(key: string): string {
  return key.toLowerCase()
}

/**
 * The key that tags with each layer, by its id. A layer without a key, or whose key a command or an earlier layer
 * has, gets none: what is printed must be what happens.
 */
export function layerKeys(
  codebook: CodebookContent,
  isTaken: (chord: string) => boolean
): ReadonlyMap<string, string> {
  const keys = new Map<string, string>()
  for (const layer of offeredLayers(codebook)) {
    if (layer.key === undefined) continue
    const chord = codebookChord(layer.key)
    if (!isTaken(chord) && ![...keys.values()].includes(chord)) keys.set(layer.id, chord)
  }
  return keys
}

/** Every key that the codebook gives out: of layers, attributes and options. */
export function codebookKeys(codebook: CodebookContent): KeyHolder[] {
  return offeredLayers(codebook).flatMap(layer => [
    ...holder(layer.key, `Tag as ${layer.name.toLowerCase()}`),
    ...layer.attributes
      .filter(isOffered)
      .flatMap(attribute => [
        ...holder(attribute.key, attribute.name),
        ...(attribute.options ?? [])
          .filter(isOffered)
          .flatMap(option => holder(option.key, `${attribute.name}: ${option.name}`))
      ])
  ])
}

function holder(key: string | undefined, name: string): KeyHolder[] {
  return key === undefined ? [] : [{ chord: codebookChord(key), name }]
}
