/** Names that Windows keeps for devices, whatever their extension. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/

/**
 * A title as the front of a file name: lower case, words joined by hyphens, letters of any script without
 * their accents, at most 80 characters. `fallback` when nothing of the title is left.
 */
export function fileNameFor(title: string, fallback = 'project'): string {
  const words = title
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu)
  const name = [...(words ?? []).join('-')].slice(0, 80).join('').replace(/-+$/, '')
  if (name === '') return fallback
  return reserved.test(name) ? `${fallback}-${name}` : name
}

/** A file's name without its folders and extension: the title of what names none. */
export function stemOf(name: string): string {
  const base = name.slice(name.lastIndexOf('/') + 1)
  const dot = base.lastIndexOf('.')
  return dot <= 0 ? base : base.slice(0, dot)
}
