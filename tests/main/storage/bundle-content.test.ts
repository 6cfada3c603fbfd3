import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { ChangeSet } from '../../../src/core/history/change-set'
import { journalStart, encodeLine, type JournalEntry } from '../../../src/main/storage/journal-line'
import { readBundle } from '../../../src/main/storage/read-bundle'
import { writeBundle } from '../../../src/main/storage/write-bundle'
import { packBundle, unpackBundle, type Unpacked } from './bundle-sample'
import { changeSet, filesIn, insertion, makeProject, must, newId, projectId, sha256 } from './project-sample'
import { temporaryFolder } from './temporary-folder'
import { testStorage } from './test-storage'

const at = '2026-01-01T00:00:00.000Z'
const header: JournalEntry = {
  kind: 'header',
  header: { format: 'counterpoint-journal', version: 1, projectId, generator: 'Counterpoint test' }
}
const project = { id: projectId, title: 'A study', description: '', createdAt: at, updatedAt: at }

function entryOf(changes: unknown[], more: object = {}): JournalEntry {
  return { kind: 'change-set', changeSet: { ...changeSet(changes as ChangeSet['changes']), ...more } }
}

const projectRow = { table: 'projects', id: projectId, before: null, after: project }
const good = entryOf([projectRow])
const row = (table: string, after: object | null, before: object | null = null) =>
  entryOf([{ table, id: 'x', before, after }])

/** A bundle whose hashes and chain are all right, whatever its lines say. */
function bundleOf(entries: JournalEntry[]): Unpacked {
  let head = journalStart
  const lines = entries.map(entry => {
    const line = encodeLine(entry, head)
    head = line.head
    return line.bytes
  })
  const bytes = Buffer.concat(lines)
  const name = 'journal-0001.jsonl'
  const manifest = {
    ...({ format: 'counterpoint-bundle', version: 1, projectId, title: 'A study' } as const),
    ...{ createdAt: at, generator: 'Counterpoint test', head },
    entries: [{ name, size: bytes.length, sha256: sha256(bytes) }]
  }
  return { manifest, entries: new Map([[name, bytes]]) }
}

async function read(bundle: Unpacked) {
  const folder = await temporaryFolder()
  const path = join(folder, 'bundle')
  await writeFile(path, await packBundle(bundle))
  const storage = testStorage(join(folder, 'profile'))
  await storage.check()
  const before = await filesIn(folder)
  const answer = await readBundle(storage, path, { newId, now: () => at }, () => undefined)
  if (!answer.ok) expect(await filesIn(folder)).toEqual(before)
  return answer
}

test('a journal that somebody else made is taken when all in it is valid', async () => {
  expect(await read(bundleOf([header, good]))).toEqual({ ok: true, value: { projectId } })
})

const issue = { id: 'x', projectId, question: 'Why?', shortName: '', description: '' }
const repair = (damage: unknown, missing: unknown): JournalEntry =>
  ({ kind: 'repair', repair: { damage, missing } }) as JournalEntry

/** Each would be stored and shown later if it were taken. */
const hostile: [string, JournalEntry[], string?][] = [
  ['a row that breaks its schema', [header, good, row('issues', { ...issue, question: 5 })]],
  ['a row with more than its schema has', [header, good, row('issues', { ...issue, html: '<b>' })]],
  [
    'a row before a change that breaks its schema',
    [header, good, row('issues', null, { ...issue, question: {} })]
  ],
  ['a row under another id', [header, good, row('issues', { ...issue, id: 'y' })]],
  ['a row of another project', [header, good, row('issues', { ...issue, projectId: 'other' })]],
  ['a table that there is not', [header, good, row('constructor', issue)]],
  ['a change that is not one', [header, good, entryOf([null])]],
  ['one row twice', [header, good, entryOf([projectRow, projectRow])]],
  ['a change set of another project', [header, good, entryOf([], { projectId: 'other' })]],
  ['a label as long as a book', [header, good, entryOf([], { label: 'x'.repeat(10_000) })]],
  ['an unknown operation', [header, good, entryOf([], { operation: { kind: 'x' } })]],
  [
    'a header of another project',
    [{ ...header, header: { ...header.header, projectId: 'other' } } as never, good]
  ],
  ['a repair of nothing', [header, good, repair([null], [])]],
  ['a repair of nowhere', [header, good, repair([], [{ from: 'a', to: null }])]],
  ['no project at all', [header, entryOf([insertion('issues', issue)])]],
  ['a project that was removed', [header, good, entryOf([{ ...projectRow, before: project, after: null }])]],
  ['a version to come', [{ kind: 'header', header: { ...header.header, version: 2 } }, good], 'newer-version']
]

test.each(hostile)('%s is refused', async (_, entries, code = 'bundle-damaged') => {
  expect(await read(bundleOf(entries))).toMatchObject({ ok: false, error: { code } })
})

test('a journal with a gap is refused', async () => {
  const bundle = bundleOf([header, good, row('issues', issue), row('issues', null, issue)])
  const name = 'journal-0001.jsonl'
  const lines = bundle.entries.get(name)!.toString().split('\n')
  const bytes = Buffer.from(lines.filter((_, index) => index !== 2).join('\n'))
  bundle.entries.set(name, bytes)
  bundle.manifest.entries = [{ name, size: bytes.length, sha256: sha256(bytes) }]
  expect(await read(bundle)).toMatchObject({ ok: false, error: { code: 'bundle-damaged', place: name } })
})

/** A snapshot as its writer would end it, with one line altered. */
const forgedSnapshots: [string, (lines: string[]) => void][] = [
  ['a row that breaks its schema', lines => replaceIn(lines, '"memo":""', '"memo":5')],
  [
    'a row of another project',
    lines => replaceIn(lines, `"n7","projectId":"${projectId}"`, '"n7","projectId":"other"')
  ],
  ['another project', lines => replaceIn(lines, `"projectId":"${projectId}"`, '"projectId":"other"')],
  ['a line that the journal does not have', lines => replaceIn(lines, /"hash":"[0-9a-f]{4}/, '"hash":"0000')],
  ['more than the journal', lines => replaceIn(lines, /"sequence":\d+/, '"sequence":900')]
]

function replaceIn(lines: string[], wanted: string | RegExp, replacement: string): void {
  const index = lines.findIndex(line =>
    typeof wanted === 'string' ? line.includes(wanted) : wanted.test(line)
  )
  const line = lines[index]
  if (line === undefined) throw new Error(`no line has ${wanted}`)
  lines[index] = line.replace(wanted, replacement)
}

test.each(forgedSnapshots)('a backup in it that holds %s is refused', async (_, forge) => {
  const storage = testStorage(await temporaryFolder())
  const store = await makeProject(storage)
  const path = join(await temporaryFolder(), 'bundle')
  must(await writeBundle(store, path, { title: 'A', generator: 'test', now: () => at }, () => undefined))
  const bundle = await unpackBundle(path)
  const entry = bundle.manifest.entries.find(({ name }) => name.startsWith('snapshots/'))!
  const lines = gunzipSync(bundle.entries.get(entry.name)!).toString().split('\n').slice(0, -2)
  forge(lines)
  const body = `${lines.join('\n')}\n`
  const rows = lines.filter(line => /^\["(row|revision)"/.test(line)).length
  const bytes = gzipSync(`${body}${JSON.stringify({ rows, sha256: sha256(body) })}\n`)
  bundle.entries.set(entry.name, bytes)
  Object.assign(entry, { size: bytes.length, sha256: sha256(bytes) })
  expect(await read(bundle)).toMatchObject({
    ok: false,
    error: { code: 'bundle-damaged', place: expect.stringMatching(/^(snapshot|journal)-/) as string }
  })
})

test('damage that was written down travels with the project', async () => {
  const storage = testStorage(await temporaryFolder())
  const store = await makeProject(storage)
  const damage = { kind: 'missing', from: 3, to: 3, file: 'journal-0001.jsonl', line: 3 } as const
  must(await store.noteDamage([damage]))
  const path = join(await temporaryFolder(), 'bundle')
  must(await writeBundle(store, path, { title: 'A', generator: 'test', now: () => at }, () => undefined))
  expect(await read(await unpackBundle(path))).toEqual({ ok: true, value: { projectId } })
})
