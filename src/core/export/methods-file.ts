import type { Format, OutgoingText, WriteContext } from '../formats/format'
import { describeLosses } from '../formats/losses'
import type { ProjectHead, ProjectSource } from '../formats/project-source'
import { checks } from '../problems/checks'
import type { ExportOptions } from './export-options'
import { choiceInWords, splitInWords } from './options-in-words'
import { StudyFacts } from './study-facts'

/** A file of the export and its checksum. */
export interface FileSum {
  name: string
  bytes: number
  sha256: string
}

export interface MethodsInput {
  source: ProjectSource
  format: Format
  options: ExportOptions
  context: WriteContext
  /** What each subset of a split holds. */
  subsets: readonly { name: string; articles: number; annotations: number }[]
  /** Of all files before this one, once they have been taken. */
  sums(): Iterable<FileSum>
}

const decimals = new Intl.NumberFormat('en')
const unitNames = {
  'code-point': 'Unicode code points',
  'utf-16': 'UTF-16 code units',
  token: 'tokens',
  none: 'no offsets'
} as const

/**
 * How the data came to be, for the methods chapter of a paper and for whoever finds the file later: Markdown, in
 * sentences and tables. Pieces in between are empty, so that a window gets its turn.
 */
export function methodsFile(input: MethodsInput): OutgoingText {
  return { name: 'methods.md', chunks: { [Symbol.iterator]: () => methodsChunks(input) } }
}

function* methodsChunks(input: MethodsInput): Generator<string> {
  const { source, context, format, options } = input
  const { head } = source
  const facts = new StudyFacts(head)
  for (const rows of source.articles()) {
    facts.add(rows)
    yield ''
  }
  yield `# Methods: ${inline(head.project.title)}\n\n`
  if (head.project.description.trim() !== '') yield `${inline(head.project.description)}\n\n`
  yield paragraph([
    `Exported ${context.exportedAt} with ${context.generator.name} ${context.generator.version} as ${format.name}.`,
    `Offsets count ${unitNames[format.offsetUnit]}.`,
    ...choiceInWords(options, head),
    ...(options.split === null ? [] : [splitInWords(options.split)])
  ])
  yield counts(facts, input)
  yield codebook(facts, head)
  yield problems(facts)
  yield annotators(facts, head)
  yield losses(format)
  yield '## Texts\n\nSHA-256 of each text in UTF-8, as it is exported here.\n\n'
  yield heading('Article', 'Revision', '> Words', '> Annotations', 'SHA-256')
  for (const { title, revision, words, annotations, textSha256 } of facts.articles)
    yield row(inline(title), String(revision), count(words), count(annotations), `\`${textSha256}\``)
  yield '\n## Files\n\n'
  yield heading('File', '> Bytes', 'SHA-256')
  for (const { name, bytes, sha256 } of input.sums()) yield row(inline(name), count(bytes), `\`${sha256}\``)
}

function counts(facts: StudyFacts, { subsets }: MethodsInput): string {
  const annotations = sum(facts.articles.map(row => row.annotations))
  const words = sum(facts.articles.map(row => row.words))
  const text = paragraph([
    `${plural(facts.articles.length, 'article')} of ${plural(words, 'word')}, ${plural(annotations, 'annotation')}` +
      ` and ${plural(facts.relations, 'relation')}.`,
    'Words are segments with a letter, a digit or an ideograph, as Unicode delimits them (UAX #29).'
  ])
  if (subsets.length === 0) return text
  const rows = subsets.map(subset => row(subset.name, count(subset.articles), count(subset.annotations)))
  return `${text}${heading('Subset', '> Articles', '> Annotations')}${rows.join('')}\n`
}

function codebook(facts: StudyFacts, { codebook: { title, version, layers } }: ProjectHead): string {
  const used = layers.filter(layer => layer.retired !== true || facts.layers.has(layer.id))
  const rows = used.map(({ id, name }) => {
    const found = facts.layers.get(id)
    return row(inline(name), count(found?.annotations ?? 0), count(found?.incomplete ?? 0))
  })
  const coverage = used.flatMap(({ id, name, attributes }) => {
    const found = facts.layers.get(id)
    return attributes.flatMap(attribute => {
      const set = found?.set.get(attribute.id) ?? 0
      const required = attribute.required === true ? 'yes' : 'no'
      return set === 0 && attribute.required !== true
        ? []
        : [row(inline(name), inline(attribute.name), required, count(set))]
    })
  })
  return (
    `## Codebook\n\n“${inline(title)}”, version ${version}.\n\n` +
    heading('Layer', '> Annotations', '> Incomplete') +
    rows.join('') +
    (coverage.length === 0
      ? ''
      : `\n${heading('Layer', 'Attribute', 'Required', '> Set')}${coverage.join('')}`) +
    '\n'
  )
}

function problems(facts: StudyFacts): string {
  const found = checks.flatMap(({ id, name }) => {
    const number = facts.problems.get(id) ?? 0
    return number === 0 ? [] : [row(name, count(number))]
  })
  const orphaned =
    facts.orphaned === 0
      ? ''
      : `${plural(facts.orphaned, 'annotation')} of earlier texts, without a known place in the current ones.\n\n`
  const table = found.length === 0 ? 'None was found.\n' : heading('Problem', '> Times') + found.join('')
  return `## Problems that travel with the data\n\n${orphaned}${table}\n`
}

function annotators(facts: StudyFacts, head: ProjectHead): string {
  const rows = head.annotators.map(({ id, name, role }) =>
    row(inline(name), role, count(facts.annotators.get(id) ?? 0))
  )
  return `## Annotators\n\n${heading('Name', 'Role', '> Annotations')}${rows.join('')}\n`
}

function losses(format: Format): string {
  const items = describeLosses(format.losses).map(loss => `- ${loss}\n`)
  const list = items.length === 0 ? 'Nothing.\n' : items.join('')
  return `## What ${format.name} does not carry\n\n${list}\nWhat else was left out, case by case, stands in \`losses.json\`.\n\n`
}

/** A column that begins with `> ` is of numbers. */
function heading(...columns: string[]): string {
  const lines = columns.map(column => (column.startsWith('> ') ? '--:' : '---'))
  return row(...columns.map(column => column.replace(/^> /, ''))) + row(...lines)
}

function row(...cells: string[]): string {
  return `| ${cells.join(' | ')} |\n`
}

/** On one line, with nothing that Markdown or a table would read as its own. */
function inline(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|#]/g, '\\$&')
}

function paragraph(sentences: readonly string[]): string {
  return `${sentences.join(' ')}\n\n`
}

function count(number: number): string {
  return decimals.format(number)
}

function plural(number: number, noun: string): string {
  return `${count(number)} ${noun}${number === 1 ? '' : 's'}`
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
