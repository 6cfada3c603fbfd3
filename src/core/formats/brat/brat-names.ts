import type { Layer } from '../../project/codebook'

/** A type name as brat takes it: letters, digits, `-` and `_` of ASCII. */
export function bratName(id: string): string {
  const name = id.replace(/[^A-Za-z0-9_-]/g, character => `_${(character.codePointAt(0) ?? 0).toString(16)}_`)
  return name === '' ? '_' : name
}

/** Attributes are global in brat: two layers can have one of the same id with other options. */
export function bratAttributeName(layer: Pick<Layer, 'id'>, attributeId: string): string {
  return `${bratName(layer.id)}_${bratName(attributeId)}`
}

/** The first line of our `annotation.conf`: it tells that notes have their line breaks escaped. */
export const ownMark = '# Written by Counterpoint. Line breaks in notes are written as \\n.'

/** Notes of ours beside the memo, by what they say of an annotation. */
export const noteKinds = { memo: 'AnnotatorNotes', annotator: 'Annotator', confidence: 'Confidence' } as const

/** A note stands on one line. */
export function escapeNote(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    .replace(/[\u0085\u2028\u2029\v\f\u001c-\u001f]/g, character => `\\u${hex(character)}`)
}

export function unescapeNote(text: string): string {
  return text.replace(/\\(?:u([0-9a-f]{4})|(.))/g, (_, code: string | undefined, letter: string) => {
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16))
    return letter === 'n' ? '\n' : letter === 'r' ? '\r' : letter === 't' ? '\t' : letter
  })
}

function hex(character: string): string {
  return character.charCodeAt(0).toString(16).padStart(4, '0')
}
