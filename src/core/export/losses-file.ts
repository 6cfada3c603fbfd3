import type { Format, FormatIssue, OutgoingText, WriteContext } from '../formats/format'
import { losses } from '../formats/losses'
import type { ProjectHead } from '../formats/project-source'
import type { ExportOptions } from './export-options'
import { choiceInWords, splitInWords } from './options-in-words'

const issuesPerChunk = 500

/**
 * `losses.json`: what the format does not carry, which rows were chosen, and what was left out case by case. The
 * issues are asked for when the file is taken, after those it tells of.
 */
export function lossesFile(
  format: Format,
  options: ExportOptions,
  head: ProjectHead,
  { generator, exportedAt }: WriteContext,
  issues: () => readonly FormatIssue[]
): OutgoingText {
  const words: Readonly<Record<string, string>> = losses
  const fields = {
    format: 'counterpoint-losses',
    version: 1,
    generator: { name: generator.name, version: generator.version },
    exportedAt,
    exportFormat: { id: format.id, name: format.name, offsetUnit: format.offsetUnit },
    losses: format.losses.map(id => ({ id, what: words[id] })),
    choices: [
      ...choiceInWords(options, head),
      ...(options.split === null ? [] : [splitInWords(options.split)])
    ]
  }
  return { name: 'losses.json', chunks: { [Symbol.iterator]: () => chunks(fields, issues) } }
}

/** As `JSON.stringify` would write it, with `issues` behind the other fields. */
function* chunks(fields: object, issues: () => readonly FormatIssue[]): Generator<string> {
  yield JSON.stringify(fields, null, 2).slice(0, -'\n}'.length)
  const all = issues()
  if (all.length === 0) {
    yield ',\n  "issues": []\n}\n'
    return
  }
  yield ',\n  "issues": [\n'
  for (let start = 0; start < all.length; start += issuesPerChunk) {
    const slice = all.slice(start, start + issuesPerChunk).map(({ place, message }) => ({ place, message }))
    const text = JSON.stringify(slice, null, 2).slice('[\n'.length, -'\n]'.length).replace(/^/gm, '  ')
    yield start === 0 ? text : `,\n${text}`
  }
  yield '\n  ]\n}\n'
}
