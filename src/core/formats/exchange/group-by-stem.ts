import type { SourceFile } from '../format'

/** Files of a corpus that differ only in their extension, by name without it, in the order of the names. */
export function groupByStem(
  files: readonly SourceFile[]
): [stem: string, byExtension: Map<string, SourceFile>][] {
  const groups = new Map<string, Map<string, SourceFile>>()
  for (const file of files) {
    const dot = file.name.lastIndexOf('.')
    const [stem, extension] =
      dot <= 0 ? [file.name, ''] : [file.name.slice(0, dot), file.name.slice(dot).toLowerCase()]
    const group = groups.get(stem) ?? new Map<string, SourceFile>()
    groups.set(stem, group.set(extension, file))
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1))
}
