import { sha256OfText } from '../../project/sha256'

/** A GUID that is always the same for the same thing (after RFC 9562, version 8). */
export function guidOf(kind: string, id: string): string {
  const hex = sha256OfText(`${kind} ${id}`)
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32)
  ].join('-')
}

const kept = new Map<string, string>()

/** The same for users and codes, of which there are few and which every row names: worked out once. */
export function keptGuidOf(kind: 'annotator' | 'layer' | 'option' | 'part', id: string): string {
  const key = `${kind} ${id}`
  const guid = kept.get(key) ?? guidOf(kind, id)
  kept.set(key, guid)
  return guid
}

export const codebookNamespace = 'urn:QDA-XML:codebook:1.0'
export const projectNamespace = 'urn:QDA-XML:project:1.0'

/** Names of links that hold the pieces and parts of an annotation together; all others are a researcher's. */
export const pieceLink = 'piece'
export const partLink = 'part'
/** The code that the parts of a layer stand under. */
export const partsCode = 'Parts'
