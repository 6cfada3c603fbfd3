import { datasetFormat } from '../../src/core/formats/dataset/dataset-format'
import type { Format, OffsetUnit } from '../../src/core/formats/format'
import { losses } from '../../src/core/formats/losses'
import { sourceOf } from '../../src/core/formats/project-source'
import { formats } from '../../src/core/formats/registry'
import { builtInCodebook } from '../../src/core/project/built-in-codebook'
import type { ProjectData } from '../../src/core/project/entities'
import { bytesOf, readContext, toSource, writeContext } from '../core/formats/in-memory'

/** Where the generated text is kept, from the root of the repository. */
export const formatsPagePath = 'docs/formats.md'

const units: Record<OffsetUnit, string> = {
  'code-point': 'code points',
  'utf-16': 'UTF-16 units',
  token: 'tokens',
  none: '–'
}

/** The page about all formats: a table, and of each what it leaves out and one small project written in it. */
export function generateFormatsPage(): string {
  const rows = formats.map(
    row =>
      `| [${row.name}](#${row.id}) | \`${row.id}\` | ${does(row)} | ${row.extensions.map(one => `\`${one}\``).join(' ')} | ` +
      `${units[row.offsetUnit]} | ${row.losses.length === 0 ? 'nothing' : row.losses.join(', ')} |`
  )
  return [
    '# Formats',
    '',
    'Made by `npm run generate` from the formats themselves; `counterpoint formats` prints the same.',
    '',
    '| format | id | does | files | places in | leaves out |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
    'The examples all show this project, an article with one claim and who made it:',
    '',
    '~~~~',
    exampleText,
    '~~~~',
    '',
    ...formats.map(section)
  ].join('\n')
}

const exampleText = 'Ana said 👩‍⚖️ was late.'

function exampleProject(): ProjectData {
  const claim = builtInCodebook.layers.find(layer => layer.id === 'claim')
  const attributes = claim?.attributes.filter(({ id }) => id === 'claimant')
  const { id, title, version } = builtInCodebook
  const dataset = {
    format: 'counterpoint-dataset',
    version: 1,
    offsetUnit: 'unicode-code-point',
    project: { id: 'p', title: 'Example' },
    codebook: { id, title, version, layers: [{ ...claim, attributes }] },
    annotators: [{ id: 'me', name: 'Me' }],
    actors: [{ id: 'ana', name: 'Ana' }],
    articles: [{ id: 'a', title: 'A late judge', text: exampleText }],
    annotations: [
      {
        id: 'n1',
        articleId: 'a',
        layer: 'claim',
        annotatorId: 'me',
        spans: [{ role: 'content', start: 9, end: 22, quote: '👩‍⚖️ was late' }],
        attributes: { claimant: 'ana' },
        memo: 'Late by how much?'
      }
    ]
  }
  const read = datasetFormat.read?.([toSource('example', JSON.stringify(dataset))], readContext())
  if (read?.ok !== true) throw new Error(`The example is no dataset: ${read?.error.message ?? ''}`)
  return read.value.data
}

function does({ read, write }: Format): string {
  return [read === undefined ? '' : 'read', write === undefined ? '' : 'write'].filter(Boolean).join(', ')
}

function section(format: Format): string {
  const lost = format.losses.map(loss => `- ${losses[loss]}`)
  const notes = format.notes ?? []
  return [
    `<a id="${format.id}"></a>`,
    '',
    `## ${format.name}`,
    '',
    format.description,
    '',
    ...notes.flatMap(note => [note, '']),
    ...(format.canWithholdText === true ? ['Can be written without the texts.', ''] : []),
    ...(lost.length === 0 ? ['Leaves out nothing.', ''] : ['Leaves out:', '', ...lost, '']),
    ...example(format)
  ].join('\n')
}

const mostLines = 24
const mostCharacters = 180

function example({ write }: Format): string[] {
  const written = write?.(sourceOf(exampleProject()), writeContext)
  return [...(written?.files ?? [])].flatMap(file => {
    const bytes = bytesOf(file)
    const isText = !bytes.includes(0)
    const text = isText ? clipped(new TextDecoder().decode(bytes)) : '(not text)'
    return [`\`${file.name}\`:`, '', '~~~~', text, '~~~~', '']
  })
}

function clipped(text: string): string {
  const lines = text.replace(/\n$/, '').split('\n')
  const shown = lines.slice(0, mostLines).map(line => {
    const characters = [...line.replace(/\r$/, '')]
    return characters.length > mostCharacters
      ? `${characters.slice(0, mostCharacters).join('')} …`
      : line.replace(/\r$/, '')
  })
  return [...shown, ...(lines.length > mostLines ? ['…'] : [])].join('\n')
}
