import {
  actorSchema,
  annotatorSchema,
  type Actor,
  type Annotator,
  type Case,
  type Issue,
  type ProjectData
} from '../../project/entities'
import type { AnnotationId } from '../../project/ids'
import { newActor, newCase, newIssue } from '../../project/registers/new-entries'
import { fail, ok, type Result } from '../../result'
import { readCsv, type CsvRow, type CsvTable } from '../../tables/read-csv'
import { decodeFile } from '../exchange/decode-file'
import { ProjectBuilder, type AddedArticle, type ForeignSpan } from '../exchange/project-builder'
import { stemOf } from '../file-name'
import type { FormatIssue, ReadContext, SourceFile } from '../format'
import { columnNames, mapColumns, valuesOf, type ColumnRole, type CsvMapping } from './csv-columns'

type Tables = ReadonlyMap<string, CsvTable & { file: string }>

/** The tables that have a name of their own; any other table is one of annotations. */
const known = ['articles', 'relations', 'actors', 'issues', 'cases', 'charges', 'annotators', 'project']

/**
 * Reads tables as we write them, or one table of annotations from elsewhere with its texts: the columns `text` of
 * `articles.csv`, or `.txt` files named as the annotations name their article.
 */
export function readCsvTables(
  files: readonly SourceFile[],
  context: ReadContext
): Result<{ data: ProjectData; issues: FormatIssue[] }> {
  const tables = new Map<string, CsvTable & { file: string }>()
  for (const file of files) {
    if (!/\.(?:csv|tsv)$/i.test(file.name)) continue
    const text = decodeFile(file)
    if (!text.ok) return text
    const table = readCsv(text.value, file.name)
    if (!table.ok) return table
    const name = stemOf(file.name).toLowerCase()
    tables.set(known.includes(name) ? name : 'annotations', { ...table.value, file: file.name })
  }
  const annotations = tables.get('annotations')
  if (annotations === undefined)
    return fail('no-annotations', 'There is no table of annotations among these files.')
  const wrong = wrongChoice(context.columns ?? {}, annotations.columns)
  if (wrong !== undefined) return fail('wrong-columns', wrong, annotations.file)
  const mapping = mapColumns(annotations.columns, context.columns)
  if (
    mapping.layer === undefined ||
    ((mapping.start === undefined || mapping.end === undefined) && mapping.spans === undefined)
  )
    return fail(
      'wrong-columns',
      'The table needs columns for the layer (such as “label”) and for the place (“start” and “end”).',
      annotations.file
    )
  return new TablesReader(tables, files, context).read(annotations, mapping)
}

/** What is wrong with what a person said of the columns. */
function wrongChoice(
  chosen: Readonly<Record<string, string>>,
  columns: readonly string[]
): string | undefined {
  const parts = Object.keys(columnNames)
  for (const [part, column] of Object.entries(chosen)) {
    if (!parts.includes(part))
      return `“${part}” is nothing that a column can be. These are: ${parts.join(', ')}.`
    if (!columns.includes(column)) return `The table has no column “${column}”.`
  }
  return undefined
}

class TablesReader {
  private readonly builder: ProjectBuilder
  private readonly articles = new Map<string, AddedArticle | null>()
  private readonly added = new Map<string, AnnotationId>()

  constructor(
    private readonly tables: Tables,
    private readonly files: readonly SourceFile[],
    private readonly context: ReadContext
  ) {
    const project = tables.get('project')?.rows[0]?.cells
    const facts = { title: project?.get('title') ?? '', description: project?.get('description') ?? '' }
    this.builder = new ProjectBuilder(context, { ...facts, title: facts.title || 'Tables of annotations' })
  }

  read(
    annotations: CsvTable & { file: string },
    mapping: CsvMapping
  ): Result<{ data: ProjectData; issues: FormatIssue[] }> {
    for (const { cells } of this.tables.get('articles')?.rows ?? []) this.article(cells.get('article') ?? '')
    for (const row of annotations.rows) this.add(row, mapping, `${annotations.file}, row ${row.line}`)
    const relations = this.tables.get('relations')
    for (const { cells, line } of relations?.rows ?? []) {
      const place = `${relations?.file ?? ''}, row ${line}`
      const [from, to] = [this.added.get(cells.get('from') ?? ''), this.added.get(cells.get('to') ?? '')]
      if (from !== undefined && to !== undefined)
        this.builder.addRelation(cells.get('type') ?? '', from, to, place, cells.get('annotator'))
      else
        this.builder.problem(
          'dangling-id',
          'The relation links what is not in the table of annotations',
          place
        )
    }
    const built = this.builder.build()
    return built.ok ? ok({ ...built.value, data: this.withRegisters(built.value.data) }) : built
  }

  private add({ cells }: CsvRow, mapping: CsvMapping, place: string): void {
    const cell = (role: ColumnRole) => cells.get(mapping[role] ?? '') ?? ''
    const article = this.article(cell('article'))
    if (article === null) return
    const label = cell('layer')
    const used = new Set(Object.values(mapping))
    const attributes: Record<string, string[]> = {}
    for (const [column, value] of cells) {
      if (used.has(column) || value === '' || column === '') continue
      // A column of another layer cannot say anything of this one.
      const [layer, name] = column.includes('.') ? splitAt(column) : [label, column]
      if (layer === label) attributes[name] = valuesOf(value)
    }
    const confidence = cell('confidence') === '' ? null : Number(cell('confidence'))
    const origin = (['manual', 'imported', 'suggested'] as const).find(known => known === cell('origin'))
    const added = this.builder.addAnnotation(
      article,
      {
        ...{
          id: cell('id'),
          label,
          spans: this.spansOf(cell, place),
          attributes,
          memo: cell('memo'),
          confidence
        },
        ...{ annotator: cell('annotator'), createdAt: cell('created'), updatedAt: cell('updated') },
        ...(origin === undefined ? {} : { origin })
      },
      place
    )
    if (added !== null) this.added.set(cell('id'), added)
  }

  private spansOf(cell: (role: ColumnRole) => string, place: string): ForeignSpan[] {
    if (cell('spans') === '') {
      const quote = cell('quote')
      const isWhole = quote !== '' && !quote.includes(' […] ') && !quote.startsWith('sha256:')
      return [{ start: toOffset(cell('start')), end: toOffset(cell('end')), ...(isWhole ? { quote } : {}) }]
    }
    return cell('spans')
      .split(';')
      .flatMap(piece => {
        const [, role, start, end] = /^\s*(\S+) (\d+)-(\d+)\s*$/.exec(piece) ?? []
        if (role !== undefined) return [{ role, start: Number(start), end: Number(end) }]
        this.builder.problem('wrong-csv', `“${piece.trim()}” is no span such as “content 12-40”`, place)
        return []
      })
  }

  private article(name: string): AddedArticle | null {
    const found = this.articles.get(name)
    if (found !== undefined) return found
    const opened = this.open(name)
    this.articles.set(name, opened)
    return opened
  }

  private open(name: string): AddedArticle | null {
    const table = this.tables.get('articles')
    const row = table?.rows.find(({ cells }) => cells.get('article') === name)?.cells
    const said = (column: string) => row?.get(column) ?? ''
    const texts = this.files.filter(file => /\.txt$/i.test(file.name))
    const file =
      texts.find(({ name: own }) => stemOf(own) === name || own === name || own.endsWith(`/${name}`)) ??
      (texts.length === 1 && name === '' ? texts[0] : undefined)
    const place = file?.name ?? table?.file ?? name
    const text = said('text') === '' ? file && decodeFile(file) : ok(said('text'))
    if (text === undefined) {
      const isWithheld = said('text_sha256') !== ''
      const message = `There is no text for the article “${name}”: put ${name || 'its text'}.txt beside the table`
      this.builder.problem(isWithheld ? 'text-withheld' : 'missing-text', message, place)
      return null
    }
    if (!text.ok) {
      this.builder.problem(text.error.code, text.error.message.replace(/\.$/, ''), place)
      return null
    }
    return this.builder.addArticle(
      {
        ...{ text: text.value, unit: 'code-point', title: said('title') || name, byline: said('byline') },
        ...(said('text_sha256') === '' ? {} : { textSha256: said('text_sha256') }),
        ...{
          outlet: said('outlet'),
          url: said('url'),
          publishedAt: said('published'),
          language: said('language')
        }
      },
      place
    )
  }

  /**
   * What the tables of registers know beside the names. In their order; what they do not list comes last, and
   * entries that nothing names are made.
   */
  private withRegisters(data: ProjectData): ProjectData {
    const { id } = data.project
    const newId = () => this.context.newId()
    const actors = this.merge<Actor>(
      'actors',
      'name',
      data.actors,
      row => row.name,
      name => newActor(newId(), id, name),
      (row, cells) => actorFrom(row, cells)
    )
    const issues = this.merge<Issue>(
      'issues',
      'question',
      data.issues,
      row => row.question,
      name => newIssue(newId(), id, name),
      (row, cells) => ({
        ...row,
        shortName: cells.get('short_name') ?? '',
        description: cells.get('description') ?? ''
      })
    )
    const cases = this.merge<Case>(
      'cases',
      'name',
      data.cases,
      row => row.name,
      name => newCase(newId(), id, name),
      (row, cells) => ({
        ...row,
        court: cells.get('court') ?? '',
        jurisdiction: cells.get('jurisdiction') ?? '',
        docketNumber: cells.get('docket_number') ?? ''
      })
    )
    const used = new Set<string>([...data.annotations, ...data.relations].map(row => row.annotatorId))
    const annotators = this.merge<Annotator>(
      'annotators',
      'name',
      data.annotators.filter(row => used.has(row.id)),
      row => row.name,
      name => annotatorSchema.parse({ id: newId(), projectId: id, name, role: 'annotator' }),
      (row, cells) => ({ ...row, role: cells.get('role') === 'adjudicator' ? 'adjudicator' : 'annotator' })
    )
    return {
      ...data,
      actors,
      issues: this.withParts(issues),
      cases: this.withCharges(cases, actors),
      annotators: annotators.length > 0 ? annotators : data.annotators
    }
  }

  private merge<Row>(
    table: string,
    key: string,
    rows: readonly Row[],
    nameOf: (row: Row) => string,
    make: (name: string) => Row,
    fill: (row: Row, cells: ReadonlyMap<string, string>) => Row
  ): Row[] {
    const left = [...rows]
    const listed: Row[] = []
    for (const { cells } of this.tables.get(table)?.rows ?? []) {
      const name = cells.get(key) ?? ''
      if (name === '') continue
      const at = left.findIndex(row => nameOf(row) === name)
      const [row = make(name)] = at === -1 ? [] : left.splice(at, 1)
      listed.push(fill(row, cells))
    }
    return [...listed, ...left]
  }

  private withParts(issues: readonly Issue[]): Issue[] {
    const wholes = new Map(
      this.tables.get('issues')?.rows.map(({ cells }) => [cells.get('question'), cells.get('part_of') ?? ''])
    )
    return issues.map(row => {
      const whole = issues.find(other => other.question === wholes.get(row.question) && other !== row)
      return whole === undefined ? row : { ...row, partOf: whole.id }
    })
  }

  private withCharges(cases: readonly Case[], actors: readonly Actor[]): Case[] {
    return cases.map(row => {
      const own = this.tables.get('charges')?.rows.filter(({ cells }) => cells.get('case') === row.name) ?? []
      const charges = own.map(({ cells }) => ({
        statute: cells.get('statute') ?? '',
        description: cells.get('description') ?? '',
        counts: countOf(cells.get('counts') ?? ''),
        defendants: valuesOf(cells.get('defendants') ?? '').flatMap(name =>
          actors.filter(actor => actor.name === name).map(actor => actor.id)
        )
      }))
      return { ...row, charges }
    })
  }
}

function actorFrom(row: Actor, cells: ReadonlyMap<string, string>): Actor {
  const aliases = valuesOf(cells.get('aliases') ?? '').filter(alias => alias !== '')
  const colour = cells.get('colour') ?? ''
  const filled = actorSchema.safeParse({
    ...row,
    ...{
      kind: cells.get('kind'),
      aliases,
      role: cells.get('role') ?? '',
      affiliation: cells.get('affiliation') ?? ''
    },
    ...(colour === '' ? {} : { colour })
  })
  return filled.success ? filled.data : row
}

function countOf(cell: string): number | null {
  return /^\d{1,7}$/.test(cell) ? Number(cell) : null
}

function toOffset(cell: string): number {
  return /^\d+$/.test(cell.trim()) ? Number(cell) : NaN
}

function splitAt(column: string): [string, string] {
  const dot = column.indexOf('.')
  return [column.slice(0, dot), column.slice(dot + 1)]
}
