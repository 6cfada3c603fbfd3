import { createHash } from 'node:crypto'
import type { ProjectSource } from '../../core/formats/project-source'
import { parseArguments } from '../arguments'
import { openProject } from '../input/open-project'
import { usageFailure, type ExitCode, type Io } from '../io'
import { toJson } from '../output/report'

const tables = [
  'project',
  'codebook',
  'annotators',
  'actors',
  'issues',
  'cases',
  'articles',
  'texts',
  'annotations',
  'relations'
] as const
type Table = (typeof tables)[number]

interface Difference {
  table: Table
  id: string
  change: 'added' | 'removed' | 'changed'
  /** What of a changed row differs. */
  keys?: string[]
}

/** More would not be read; --json has them all. */
const mostShown = 50

/** `counterpoint diff`. */
export async function diff(args: readonly string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, { json: { type: 'boolean' } })
  const [before, after, third] = positionals
  if (before === undefined || after === undefined || third !== undefined)
    throw usageFailure('Two projects are compared: counterpoint diff <before> <after>.')
  const found = differences(await rowSums(before, io), await rowSums(after, io))
  if (values.json === true) await io.out(toJson({ ok: true, same: found.length === 0, differences: found }))
  else await io.out(inLines(found))
  return found.length === 0 ? 0 : 1
}

/** For each table the rows by id, each as short sums of its values: a million fit into memory. */
type RowSums = Map<Table, Map<string, string>>

async function rowSums(input: string, io: Io): Promise<RowSums> {
  const project = await openProject([input], {}, io)
  try {
    return sumsOf(project.source)
  } finally {
    project.close()
  }
}

function sumsOf({ head, articles, relations }: ProjectSource): RowSums {
  const sums: RowSums = new Map(tables.map(table => [table, new Map<string, string>()]))
  const add = (table: Table, rows: Iterable<{ id: string }>) => {
    for (const row of rows) sums.get(table)?.set(row.id, sumOf(row))
  }
  add('project', [head.project])
  add('codebook', [head.codebook])
  add('annotators', head.annotators)
  add('actors', head.actors)
  add('issues', head.issues)
  add('cases', head.cases)
  for (const rows of articles()) {
    add('articles', [rows.article])
    add(
      'texts',
      rows.revisions.map(({ articleId, number, textSha256, blocks }) => ({
        id: `${articleId}, revision ${number}`,
        text: textSha256,
        blocks
      }))
    )
    add('annotations', rows.annotations)
  }
  add('relations', relations())
  return sums
}

const sumLength = 6

/** `key:sum` for each value, so that what differs can be named. */
function sumOf(row: object): string {
  return Object.entries(row)
    .filter(([key, value]) => value !== undefined && key !== 'projectId')
    .map(([key, value]) => {
      const text = JSON.stringify(value)
      const sum =
        text.length <= sumLength ? text : createHash('sha1').update(text).digest('base64').slice(0, sumLength)
      return `${key}:${sum}`
    })
    .sort()
    .join('\n')
}

function differences(before: RowSums, after: RowSums): Difference[] {
  return tables.flatMap((table): Difference[] => {
    const old = before.get(table) ?? new Map<string, string>()
    const now = after.get(table) ?? new Map<string, string>()
    const found: Difference[] = []
    for (const [id, sum] of now) {
      const was = old.get(id)
      if (was === undefined) found.push({ table, id, change: 'added' })
      else if (was !== sum) found.push({ table, id, change: 'changed', keys: keysThatDiffer(was, sum) })
    }
    for (const id of old.keys()) if (!now.has(id)) found.push({ table, id, change: 'removed' })
    return found
  })
}

function keysThatDiffer(before: string, after: string): string[] {
  const old = before.split('\n')
  const now = after.split('\n')
  const lines = [...old.filter(line => !now.includes(line)), ...now.filter(line => !old.includes(line))]
  return [...new Set(lines.map(line => line.slice(0, line.indexOf(':'))))].sort()
}

function inLines(found: readonly Difference[]): string {
  if (found.length === 0) return 'The projects are the same.\n'
  const counts = tables.flatMap(table => {
    const of = (change: Difference['change']) =>
      found.filter(row => row.table === table && row.change === change).length
    const parts = (['added', 'removed', 'changed'] as const)
      .filter(change => of(change) > 0)
      .map(change => `${of(change)} ${change}`)
    return parts.length === 0 ? [] : [`${table}: ${parts.join(', ')}`]
  })
  const rows = found
    .slice(0, mostShown)
    .map(({ table, id, change, keys }) => `  ${change} ${table} ${id}${keys ? ` (${keys.join(', ')})` : ''}`)
  const more = found.length > mostShown ? [`  ${found.length - mostShown} more; --json lists all.`] : []
  return [...counts, ...rows, ...more, ''].join('\n')
}
