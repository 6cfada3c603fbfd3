import 'fake-indexeddb/auto'
import { afterEach, describe, expect, test } from 'vitest'
import type { ProjectData } from '../../src/core/project/entities'
import { loadProjectData } from '../../src/renderer/persistence/load-project-data'
import type { Workspace } from '../../src/renderer/persistence/workspace'
import { failingDisk } from './broken-disk'
import { sampleData } from './sample-data'
import { everything, freshName, rename, sampleWorkspace, value, workspaceOver } from './test-workspace'

let disk: { recover(): void } | undefined
afterEach(() => disk?.recover())

/** The same data as the second import of it gives it: under another project id. */
function withProjectId(data: ProjectData, projectId: string): ProjectData {
  return JSON.parse(
    JSON.stringify(data).replaceAll(JSON.stringify(data.project.id), JSON.stringify(projectId))
  ) as ProjectData
}

async function rowCount(workspace: Workspace): Promise<number> {
  return Object.values(await everything(workspace)).reduce((sum, rows) => sum + rows.length, 0)
}

describe('importing a project', () => {
  test('gives the same data back, in the same order', async () => {
    const { workspace, projectId } = await sampleWorkspace()
    expect(projectId).toBe(sampleData().project.id)
    expect(value(await loadProjectData(workspace.database, projectId))).toEqual(sampleData())
  })

  test('what is made afterwards comes behind what was imported', async () => {
    const { workspace, projectId } = await sampleWorkspace()
    const actor = { ...sampleData().actors[0]!, id: 'aaa' as never }
    const add = { table: 'actors' as const, id: 'aaa', before: null, after: actor }
    value(await workspace.perform({ label: 'Add actor', changes: [add] }))
    const data = value(await loadProjectData(workspace.database, projectId))
    expect(data.actors.map(row => row.id)).toEqual(['judge', 'anna', 'mayor', 'aaa'])
  })

  test('the same dataset twice gives two projects that know nothing of each other', async () => {
    const { workspace, projectId: first } = await sampleWorkspace()
    const second = value(
      await workspace.importProject(sampleData(), { label: 'Import dataset', title: 'Copy' })
    )
    expect(second).not.toBe(first)
    value(await workspace.perform(await rename(workspace, first, 'Changed')))
    const annotation = (await workspace.database.annotations.get([first, 'n1']))!
    const gone = { table: 'annotations' as const, id: 'n1', before: annotation, after: null }
    value(await workspace.perform({ label: 'Delete', changes: [gone] }))

    const copy = withProjectId(sampleData(), second)
    const expected = { ...copy, project: { ...copy.project, title: 'Copy' } }
    expect(value(await loadProjectData(workspace.database, second))).toEqual(expected)
    expect(value(await loadProjectData(workspace.database, first)).annotations).toHaveLength(2)
  })

  test('both imports at once are kept apart as well', async () => {
    const workspace = workspaceOver(freshName())
    const options = { label: 'Import' }
    const answers = await Promise.all([
      workspace.importProject(sampleData(1500), options),
      workspace.importProject(sampleData(1500), options)
    ])
    const [first, second] = answers.map(value)
    expect(first).not.toBe(second)
    expect(await workspace.database.annotations.count()).toBe(3000)
  })

  test('tells how far it is, in pieces, and lets other changes in between', async () => {
    const { workspace, projectId } = await sampleWorkspace()
    const steps: [number, number][] = []
    const committed: [string, string][] = []
    workspace.onCommitted(({ projectId: id, label }) => committed.push([id, label]))
    let renamed: Promise<unknown> | undefined
    const edit = await rename(workspace, projectId, 'Meanwhile')
    const imported = value(
      await workspace.importProject(sampleData(2500), {
        label: 'Import',
        onProgress: (done, total) => {
          steps.push([done, total])
          renamed ??= workspace.perform(edit)
        }
      })
    )
    expect(steps.map(([done]) => done)).toEqual([1000, 2000, 2512])
    expect(new Set(steps.map(([, total]) => total))).toEqual(new Set([2512]))
    await renamed
    // The rename is stored before the import's end: it did not wait for it.
    expect(committed).toEqual([
      [projectId, 'Rename to Meanwhile'],
      [imported, 'Import']
    ])
  })

  test('a long text counts for as many rows as it is long, so that no piece blocks the window', async () => {
    const workspace = workspaceOver(freshName())
    const data = sampleData(0)
    const text = 'x'.repeat(500_000)
    const revisions = data.revisions.map(revision => ({ ...revision, text }))
    const steps: number[] = []
    const options = { label: 'Import', onProgress: (done: number) => steps.push(done) }
    value(await workspace.importProject({ ...data, revisions }, options))
    expect(steps.length).toBe(2)
  })
})

describe('an import that does not end', () => {
  test('leaves nothing when cancelled', async () => {
    const { workspace } = await sampleWorkspace()
    const before = await everything(workspace)
    const cancel = new AbortController()
    const options = { label: 'Import', signal: cancel.signal, onProgress: () => cancel.abort() }
    const answer = await workspace.importProject(sampleData(2500), options)
    expect(answer).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(await everything(workspace)).toEqual(before)
  })

  test('leaves nothing when the disk fails half-way, and asks for no retry', async () => {
    const { workspace } = await sampleWorkspace()
    const before = await everything(workspace)
    disk = failingDisk('QuotaExceededError', 1500)
    const answer = await workspace.importProject(sampleData(2500), { label: 'Import' })
    disk.recover()
    expect(answer).toMatchObject({ ok: false, error: { code: 'disk-full' } })
    expect(await everything(workspace)).toEqual(before)
    expect(workspace.snapshot().save).toEqual({ status: 'saved' })
  })

  test('is invisible when the app ends half-way, is removed later, and does not bar another try', async () => {
    const { workspace, projectId, name } = await sampleWorkspace()
    const data = withProjectId(sampleData(2500), 'project-2')
    // The app ends: the import never gets to its next piece.
    void workspace.importProject(data, { label: 'Import', onProgress: () => workspace.database.close() })
    await new Promise(resolve => setTimeout(resolve, 500))

    const again = workspaceOver(name)
    expect(await again.database.annotations.count()).toBeGreaterThan(900)
    expect((await again.database.projects.toArray()).map(project => project.id)).toEqual([projectId])
    expect(await again.openProject('project-2' as never)).toMatchObject({
      error: { code: 'no-such-project' }
    })
    // A second try needs no clearing up first.
    expect(value(await again.importProject(data, { label: 'Import' }))).toBe('project-2')
    expect(value(await loadProjectData(again.database, 'project-2' as never))).toEqual(data)
    expect(await again.removeUnfinishedImports()).toBe(0)
  })

  test('what it left is removed at the next start, and whole projects are not', async () => {
    const { workspace, projectId } = await sampleWorkspace()
    const before = await everything(workspace)
    const orphan = withProjectId(sampleData(20), 'project-0')
    await workspace.database.annotations.bulkAdd(orphan.annotations)
    await workspace.database.codebooks.add({ ...orphan.codebook, projectId: 'zzz' as never })
    expect(await workspace.removeUnfinishedImports()).toBe(2)
    expect(await everything(workspace)).toEqual(before)
    expect(value(await loadProjectData(workspace.database, projectId))).toEqual(sampleData())
  })

  test.each<[string, string, string, (data: ProjectData) => ProjectData]>([
    [
      'two rows with one id',
      'duplicate-id',
      'actors/judge',
      data => ({ ...data, actors: [...data.actors, data.actors[0]!] })
    ],
    [
      'a row that breaks its schema',
      'invalid-change',
      'actors/judge/name',
      data => ({ ...data, actors: [{ ...data.actors[0]!, name: '' }] })
    ],
    [
      'a project without a title',
      'invalid-change',
      'projects/project-1/title',
      data => ({ ...data, project: { ...data.project, title: '' } })
    ]
  ])('refuses %s and names the place', async (_, code, place, spoil) => {
    const workspace = workspaceOver(freshName())
    const answer = await workspace.importProject(spoil(sampleData()), { label: 'Import' })
    expect(answer).toMatchObject({ ok: false, error: { code, place } })
    expect(await rowCount(workspace)).toBe(0)
  })
})

describe('part of a project', () => {
  test('is its articles with their revisions and annotations and the relations between these', async () => {
    const { workspace, projectId } = await sampleWorkspace()
    const whole = sampleData()
    const load = async (id: string) =>
      value(await loadProjectData(workspace.database, projectId, [id as never]))
    const first = await load('first')
    expect(first.articles.map(article => article.id)).toEqual(['first'])
    expect(first.revisions.map(revision => revision.articleId)).toEqual(['first'])
    // In the order of the import, n3 before n2. The relation n2 → n1 has one end in the other article.
    expect(first.annotations.map(annotation => annotation.id)).toEqual(['n3', 'n2'])
    expect(first.relations).toEqual([])
    expect(first.actors).toEqual(whole.actors)
    expect((await load('second')).annotations.map(annotation => annotation.id)).toEqual(['n1'])
  })
})
