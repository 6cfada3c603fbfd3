import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { describe, expect, test } from 'vitest'
import { rowSchemas, tableNames } from '../../src/core/history/change-set'
import {
  declareVersions,
  schemaVersions,
  type SchemaVersion
} from '../../src/renderer/persistence/migrations'
import schema1 from './schemas/schema-1.json'
import schema2 from './schemas/schema-2.json'
import schema3 from './schemas/schema-3.json'
import { fromStoredAnnotation, type StoredAnnotation } from '../../src/renderer/persistence/stored-row'
import { freshName } from './test-workspace'

/** A released version as it was: what stood in `schemaVersions` and rows as that version stored them. */
interface FrozenSchema {
  version: number
  stores: Record<string, string | null>
  rows: Record<string, object[]>
}

/** One for each released version. They are never edited: people have stores like these. */
const frozen: readonly FrozenSchema[] = [schema1, schema2, schema3]

type Tables = Record<string, unknown[]>

/** Opens a store at version `from`, fills it, and reopens it at the newest of `versions`. Answers all its rows. */
async function migrate(versions: readonly SchemaVersion[], from: number, rows: Tables): Promise<Tables> {
  const name = freshName()
  const old = new Dexie(name)
  declareVersions(old, versions, from)
  for (const [table, some] of Object.entries(rows)) await old.table(table).bulkAdd(some)
  old.close()
  const database = new Dexie(name)
  declareVersions(database, versions)
  await database.open()
  const tables = database.tables.map(async table => [table.name, await table.toArray()] as const)
  return Object.fromEntries(await Promise.all(tables))
}

/** The rows as the application reads them, without what is stored for the indexes alone. */
function asRead(tables: Tables): Tables {
  const annotations = (tables['annotations'] ?? []) as StoredAnnotation[]
  return { ...tables, annotations: annotations.map(fromStoredAnnotation) }
}

/** A table and one row, for saying where a row is not what it should be. */
function faultyRows(tables: Tables): string[] {
  return tableNames.flatMap(table =>
    (tables[table] ?? []).flatMap((row, index) => {
      const parsed = rowSchemas[table].safeParse(row)
      return parsed.success ? [] : [`${table}[${index}]: ${parsed.error.issues[0]?.message}`]
    })
  )
}

describe('released versions', () => {
  test('have one frozen fixture each', () => {
    expect(frozen.map(each => each.version)).toEqual(schemaVersions.map(each => each.version))
  })

  test.each(frozen)(
    'version $version is as it was released: a change is a new version',
    ({ version, stores }) => {
      expect(schemaVersions.find(each => each.version === version)?.stores).toEqual(stores)
    }
  )

  test.each(frozen)(
    'a store of version $version opens in this one with every row, and every row is valid',
    async each => {
      const tables = await migrate(schemaVersions, each.version, each.rows)
      for (const table of tableNames) expect(tables[table], table).toHaveLength(each.rows[table]?.length ?? 0)
      // The first version called the history by another name; its entries are what they were.
      expect(tables['changeLog']).toEqual(each.rows['changeLog'] ?? each.rows['history'])
      expect(tables['history']).toBeUndefined()
      for (const table of ['originals', 'rowOrders']) expect(tables[table], table).toEqual(each.rows[table])
      const places = (tables['annotations'] as StoredAnnotation[]).map(row => [row.id, row.startUtf16])
      expect(new Map(places as [string, number][])).toEqual(
        new Map(schema3.rows.annotations.map(row => [row.id, row.startUtf16]))
      )
      expect(faultyRows(asRead(tables))).toEqual([])
    }
  )

  test('a long history of several projects comes over whole, each entry under its project', async () => {
    const [first] = schema1.rows.history
    const history = Array.from({ length: 2000 }, (_, index) => ({
      ...first!,
      sequence: index + 1,
      id: `change-${index}`,
      projectId: `project-${index % 3}`
    }))
    const tables = await migrate(schemaVersions, 1, { history })
    const byProject = (a: { projectId: string; sequence: number }, b: typeof a) =>
      a.projectId < b.projectId ? -1 : a.projectId > b.projectId ? 1 : a.sequence - b.sequence
    expect(tables['changeLog']).toEqual(history.sort(byProject))
  })

  test.each(frozen)('the fixture of version $version has rows in every table', ({ version, rows }) => {
    const database = new Dexie(freshName())
    declareVersions(database, schemaVersions, version)
    const empty = database.tables.map(table => table.name).filter(name => (rows[name]?.length ?? 0) === 0)
    expect(empty).toEqual([])
  })
})

/** The harness itself, against versions made up for it: it must see what an upgrade does to old rows. */
describe('the harness', () => {
  const first: SchemaVersion = { version: 1, stores: { actors: '[projectId+id]' } }
  const rows = { actors: schema1.rows.actors }

  test('runs upgrades on old rows', async () => {
    const second: SchemaVersion = {
      version: 2,
      stores: { actors: '[projectId+id], name' },
      upgrade: async transaction => {
        await transaction
          .table('actors')
          .toCollection()
          .modify((row: { role: string }) => {
            row.role = 'renamed'
          })
      }
    }
    const tables = await migrate([first, second], 1, rows)
    expect((tables['actors'] as { role: string }[]).map(row => row.role)).toEqual([
      'renamed',
      'renamed',
      'renamed'
    ])
    expect(faultyRows(tables)).toEqual([])
  })

  test('notices an upgrade that spoils rows', async () => {
    const upgrade: SchemaVersion['upgrade'] = async transaction => {
      await transaction.table('actors').toCollection().modify({ kind: 'ghost' })
    }
    const tables = await migrate([first, { version: 2, stores: {}, upgrade }], 1, rows)
    expect(faultyRows(tables)).toHaveLength(3)
  })
})
