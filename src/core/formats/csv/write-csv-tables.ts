import { contentRole } from '../../annotation/parts'
import { findLayer } from '../../project/codebook'
import type { Annotation, Span } from '../../project/entities'
import { sha256OfText } from '../../project/sha256'
import { csvLine, type Cell } from '../../tables/write-csv'
import { attributeStrings, entryNames, type EntryNames } from '../exchange/attribute-strings'
import { currentTexts, type CurrentText } from '../exchange/current-texts'
import type { FormatIssue, OutgoingFile, WriteContext, Writing } from '../format'
import type { ProjectSource } from '../project-source'
import { cellOf, columnNames } from './csv-columns'

const rowsPerChunk = 250

/** A table for annotations, and one each for articles, relations, actors, issues, cases and charges. */
export function writeCsvTables(source: ProjectSource, context: WriteContext): Writing {
  const issues: FormatIssue[] = []
  const names = entryNames(source.head)
  const { head } = source
  const table = (
    name: string,
    columns: readonly string[],
    rows: () => Iterable<readonly Cell[]>
  ): OutgoingFile => ({
    name: `${name}.csv`,
    chunks: { [Symbol.iterator]: () => chunks(columns, rows()) }
  })
  const withheld = context.withholdsText === true
  return {
    issues,
    files: [
      table(
        'annotations',
        [...Object.values(columnNames).map(([name]) => name), ...attributeColumns(source)],
        () => {
          issues.length = 0
          return annotationRows(source, names, issues, withheld)
        }
      ),
      table('articles', articleColumns, () => articleRows(source, withheld)),
      table('relations', ['type', 'from', 'to', 'annotator'], () => relationRows(source, names)),
      table('actors', ['name', 'kind', 'aliases', 'role', 'affiliation', 'colour'], () =>
        head.actors.map(row => [
          ...[names.actors.get(row.id) ?? row.name, row.kind, cellOf(row.aliases), row.role, row.affiliation],
          row.colour ?? ''
        ])
      ),
      table('issues', ['question', 'short_name', 'description', 'part_of'], () =>
        head.issues.map(row => [
          ...[names.issues.get(row.id) ?? row.question, row.shortName, row.description],
          row.partOf === undefined ? '' : (names.issues.get(row.partOf) ?? '')
        ])
      ),
      table('cases', ['name', 'court', 'jurisdiction', 'docket_number'], () =>
        head.cases.map(row => [
          names.cases.get(row.id) ?? row.name,
          row.court,
          row.jurisdiction,
          row.docketNumber
        ])
      ),
      table('charges', ['case', 'statute', 'description', 'counts', 'defendants'], () =>
        head.cases.flatMap(row =>
          row.charges.map(({ statute, description, counts, defendants }): Cell[] => [
            ...[names.cases.get(row.id) ?? row.name, statute, description, counts],
            cellOf(defendants.map(id => names.actors.get(id) ?? id))
          ])
        )
      ),
      table('annotators', ['name', 'role'], () =>
        head.annotators.map(row => [names.annotators.get(row.id) ?? row.name, row.role])
      ),
      table('project', ['title', 'description'], () => [[head.project.title, head.project.description]])
    ]
  }
}

const articleColumns = [
  ...['article', 'title', 'byline', 'outlet', 'url', 'published', 'language', 'status', 'text_sha256', 'text']
]

function* chunks(columns: readonly string[], rows: Iterable<readonly Cell[]>): Generator<string> {
  let text = `\uFEFF${csvLine(columns)}`
  let count = 0
  for (const row of rows) {
    text += csvLine(row)
    count += 1
    // An article's text can be long: the size counts as well as the number.
    if (count < rowsPerChunk && text.length < 500_000) continue
    yield text
    text = ''
    count = 0
  }
  yield text
}

/** `perspective.stance`: two layers can have an attribute of one id. */
function attributeColumns({ head }: ProjectSource): string[] {
  return head.codebook.layers.flatMap(layer => layer.attributes.map(row => `${layer.id}.${row.id}`))
}

function* annotationRows(
  source: ProjectSource,
  names: EntryNames,
  issues: FormatIssue[],
  withheld: boolean
): Generator<Cell[]> {
  const columns = attributeColumns(source)
  for (const text of currentTexts(source, issues))
    for (const row of text.annotations) {
      const layer = findLayer(source.head.codebook, row.layer)
      const strings = attributeStrings(row, layer, names)
      const byColumn = new Map(strings.map(({ id, values }) => [`${row.layer}.${id}`, cellOf(values)]))
      for (const { id } of strings)
        if (!columns.includes(`${row.layer}.${id}`))
          issues.push({
            place: `annotations[${JSON.stringify(row.id)}]`,
            message: `The codebook has no attribute ${id}; left out.`
          })
      yield [
        ...annotationCells(row, text, names, withheld),
        ...columns.map(column => byColumn.get(column) ?? '')
      ]
    }
}

/** In the order of `columnNames`. */
function annotationCells(row: Annotation, text: CurrentText, names: EntryNames, withheld: boolean): Cell[] {
  const content = row.spans.filter(span => span.role === contentRole)
  const at = (utf16: number) => text.index.toCodePoint(utf16)
  const quote = content.map(span => span.quote).join(' […] ')
  const spell = ({ role, startUtf16, endUtf16 }: Span) => `${role} ${at(startUtf16)}-${at(endUtf16)}`
  return [
    ...[text.stem, row.layer],
    at(Math.min(...content.map(span => span.startUtf16))),
    at(Math.max(...content.map(span => span.endUtf16))),
    withheld ? `sha256:${sha256OfText(quote)}` : quote,
    row.spans.map(spell).join('; '),
    row.memo,
    row.confidence,
    names.annotators.get(row.annotatorId) ?? row.annotatorId,
    ...[row.origin, row.id, row.createdAt, row.updatedAt]
  ]
}

function* articleRows(source: ProjectSource, withheld: boolean): Generator<Cell[]> {
  for (const { stem, article, revision } of currentTexts(source, [])) {
    const { title, byline, outlet, url, publishedAt, language, status } = article
    const text = withheld ? '' : revision.text
    yield [stem, title, byline, outlet, url, publishedAt, language, status, revision.textSha256, text]
  }
}

function* relationRows(source: ProjectSource, names: EntryNames): Generator<Cell[]> {
  for (const { relations } of currentTexts(source, []))
    for (const row of relations)
      yield [row.type, row.from, row.to, names.annotators.get(row.annotatorId) ?? '']
}
