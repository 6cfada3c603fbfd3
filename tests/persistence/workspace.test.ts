import 'fake-indexeddb/auto'
import { describe, expect, test, vi } from 'vitest'
import type { Bridge } from '../../src/contract/ipc'
import { setMemo } from '../../src/core/annotation/edits'
import type { ChangeSet } from '../../src/core/history/change-set'
import { addActor } from '../../src/core/project/edits'
import type { Actor, ProjectData } from '../../src/core/project/entities'
import { sha256Hex } from '../../src/core/project/sha256'
import { fail, ok } from '../../src/core/result'
import { journalOver, type Journal } from '../../src/renderer/persistence/journal'
import { sampleData } from './sample-data'
import {
  everything,
  freshName,
  journalOf,
  rename,
  renameFrom,
  rowsOnly,
  sampleWorkspace,
  storedAnnotation,
  storedProject,
  value,
  workspaceOver
} from './test-workspace'

describe('perform', () => {
  test('stores rows and history together and names who, when and what', async () => {
    const { workspace, projectId } = await sampleWorkspace()
    const committed: ChangeSet[] = []
    workspace.onCommitted(changeSet => committed.push(changeSet))
    const made = value(await workspace.perform(await rename(workspace, projectId, 'New')))
    expect((await storedProject(workspace, projectId)).title).toBe('New')
    const [entry] = await workspace.database.changeLog.reverse().limit(1).toArray()
    expect(entry).toMatchObject({
      projectId,
      label: 'Rename to New',
      at: '2026-02-02T00:00:00.000Z',
      annotatorId: 'zoe',
      operation: { kind: 'edit' }
    })
    expect(entry?.id).toBe(made?.id)
    expect(committed).toEqual([made])
  })

  test('an edit that changes nothing stores nothing and is no undo step', async () => {
    const { workspace, projectId } = await sampleWorkspace()
    const before = await everything(workspace)
    expect(await workspace.perform(await rename(workspace, projectId, 'Sample'))).toEqual(ok(null))
    expect(await everything(workspace)).toEqual(before)
    expect(workspace.snapshot().undoLabel).toBeNull()
  })

  test('without an open project nothing is done', async () => {
    const { workspace, projectId } = await sampleWorkspace()
    const edit = await rename(workspace, projectId, 'New')
    workspace.closeProject()
    expect(await workspace.perform(edit)).toMatchObject({ ok: false, error: { code: 'no-project' } })
    expect(await workspace.undo()).toEqual(ok(null))
  })

  test.each([
    [
      'a row changed since',
      'stale-change',
      (title: string) => ({ title, description: 'somebody wrote this' })
    ],
    ['a row that breaks its schema', 'invalid-change', () => ({ title: '' })]
  ])('refuses %s and leaves the project as it was', async (_, code, patch) => {
    const { workspace, projectId } = await sampleWorkspace()
    const project = await storedProject(workspace, projectId)
    const before = await everything(workspace)
    const actor = { ...sampleData().actors[0], id: 'new', name: 'New' } as Actor
    const stale = code === 'stale-change'
    const edit = renameFrom(stale ? { ...project, ...patch('x') } : project, stale ? 'Y' : '')
    // The sound half of a refused action must not be kept.
    const answer = await workspace.perform({
      ...edit,
      label: 'Both',
      changes: [...addActor(actor).changes, ...edit.changes]
    })
    expect(answer).toMatchObject({
      ok: false,
      error: { code, place: expect.stringContaining('projects/') as string }
    })
    expect(await everything(workspace)).toEqual(before)
    // A change at fault does not block the ones after it.
    expect(workspace.snapshot().save).toEqual({ status: 'saved' })
    value(await workspace.perform(addActor(actor)))
  })
})

describe('the queue', () => {
  test('writes in the order of the calls, each on what the one before left', async () => {
    const { workspace, projectId } = await sampleWorkspace()
    let project = await storedProject(workspace, projectId)
    const answers = ['1', '2', '3', '4', '5'].map(title => {
      const edit = renameFrom(project, title)
      project = { ...project, title }
      return workspace.perform(edit)
    })
    // Asked for before any of the renames is done: each undo takes back the newest of its turn.
    answers.push(workspace.undo(), workspace.undo())
    for (const answer of await Promise.all(answers)) expect(answer.ok).toBe(true)
    expect((await storedProject(workspace, projectId)).title).toBe('3')
    const labels = (await workspace.database.changeLog.toArray()).map(entry => entry.label.slice(-1))
    expect(labels.slice(1)).toEqual(['1', '2', '3', '4', '5', '5', '4'])
  })

  test('of two edits made from the same reading only the first is kept', async () => {
    const { workspace, projectId } = await sampleWorkspace()
    const project = await storedProject(workspace, projectId)
    const answers = await Promise.all([
      workspace.perform(renameFrom(project, 'one')),
      workspace.perform(renameFrom(project, 'two'))
    ])
    expect(answers.map(answer => answer.ok)).toEqual([true, false])
    expect((await storedProject(workspace, projectId)).title).toBe('one')
  })
})

describe('undo and redo', () => {
  test('lead through the same states, and survive reopening the store', async () => {
    const { workspace, projectId, name } = await sampleWorkspace()
    const states = [await rowsOnly(workspace)]
    value(await workspace.perform(await rename(workspace, projectId, 'A')))
    states.push(await rowsOnly(workspace))
    const annotation = await storedAnnotation(workspace, projectId, 'n1')
    value(await workspace.perform(setMemo(annotation, 'Why?', '2026-02-03T00:00:00.000Z')))
    states.push(await rowsOnly(workspace))
    value(await workspace.undo())
    expect(await rowsOnly(workspace)).toEqual(states[1])
    workspace.database.close()

    const again = workspaceOver(name)
    value(await again.openProject(projectId))
    expect(again.snapshot()).toMatchObject({ undoLabel: 'Rename to A', redoLabel: 'Write memo' })
    value(await again.redo())
    expect(await rowsOnly(again)).toEqual(states[2])
    value(await again.undo())
    value(await again.undo())
    expect(await rowsOnly(again)).toEqual(states[0])
    // The import is not a step back.
    expect(await again.undo()).toEqual(ok(null))
    value(await again.redo())
    value(await again.redo())
    expect(await rowsOnly(again)).toEqual(states[2])
  })

  test('a project without annotators gets one with its first edit, and undo takes both back', async () => {
    const workspace = workspaceOver(freshName(), { annotatorName: 'Me' })
    const data: ProjectData = { ...sampleData(0), annotators: [] }
    const projectId = value(await workspace.importProject(data, { label: 'Import' }))
    value(await workspace.openProject(projectId))
    const names = async () => (await workspace.database.annotators.toArray()).map(row => row.name)
    expect(await names()).toEqual([])
    value(await workspace.perform(await rename(workspace, projectId, 'A')))
    expect(await names()).toEqual(['Me'])
    value(await workspace.undo())
    expect(await names()).toEqual([])
    value(await workspace.perform(await rename(workspace, projectId, 'B')))
    expect(await names()).toEqual(['Me'])
  })

  test('belong to the open project', async () => {
    const { workspace, projectId } = await sampleWorkspace()
    value(await workspace.perform(await rename(workspace, projectId, 'A')))
    const { id, title, version, layers } = sampleData().codebook
    const content = { id, title, version, layers }
    const other = value(
      await workspace.createProject({
        title: 'Other',
        description: '',
        codebook: content,
        annotatorName: 'Me'
      })
    )
    expect(workspace.snapshot().undoLabel).toBe('Rename to A')
    value(await workspace.openProject(other))
    expect(workspace.snapshot().undoLabel).toBeNull()
    expect(workspace.project()?.projectId).toBe(other)
    value(await workspace.openProject(projectId))
    expect(workspace.snapshot().undoLabel).toBe('Rename to A')
  })
})

describe('the snapshot', () => {
  test('is the same object until it changes, and says saved only after the commit', async () => {
    const { workspace, projectId } = await sampleWorkspace()
    const edit = await rename(workspace, projectId, 'A')
    const seen: string[] = []
    workspace.onCommitted(() => seen.push('committed'))
    const stop = workspace.subscribe(() => seen.push(workspace.snapshot().save.status))
    const first = workspace.snapshot()
    expect(workspace.snapshot()).toBe(first)
    value(await workspace.perform(edit))
    expect(seen).toEqual(['saving', 'committed', 'saving', 'saved'])
    stop()
    value(await workspace.undo())
    expect(seen.slice(4)).toEqual(['committed'])
  })
})

/** Journals with one of their answers made up; all others are the store's own. */
function journalWith(name: string, some: Partial<Journal>): Journal {
  return { ...journalOf(name), ...some }
}

describe('the journal’s place', () => {
  test('is asked before the store changes, once for each change, and not for what would be refused', async () => {
    const { workspace: plain, projectId, name } = await sampleWorkspace()
    plain.database.close()
    const asked: string[] = []
    const titles: string[] = []
    const workspace = workspaceOver(name, {
      journal: journalWith(name, {
        append: async changeSet => {
          asked.push(changeSet.label)
          titles.push((await storedProject(workspace, projectId)).title)
          return journalOf(name).append(changeSet)
        }
      })
    })
    value(await workspace.openProject(projectId))
    const project = await storedProject(workspace, projectId)
    value(await workspace.perform(renameFrom(project, 'A')))
    expect((await workspace.perform(renameFrom(project, 'B'))).ok).toBe(false)
    expect(asked).toEqual(['Rename to A'])
    expect(titles).toEqual(['Sample'])
  })

  test.each([
    ['disk-full', 'failed'],
    ['disk-timeout', 'failed'],
    // Another try would be refused as well: the change is dropped, and the person told.
    ['locked', 'saved'],
    ['newer-version', 'saved'],
    ['no-such-project', 'saved']
  ])('can refuse with %s: no row is changed, and the state is %s', async (code, status) => {
    const { workspace: plain, projectId, name } = await sampleWorkspace()
    plain.database.close()
    const append = vi
      .fn<Journal['append']>()
      .mockResolvedValueOnce(fail(code, 'No.'))
      .mockImplementation(journalOf(name).append)
    const workspace = workspaceOver(name, { journal: journalWith(name, { append }) })
    value(await workspace.openProject(projectId))
    const before = await everything(workspace)
    const edit = await rename(workspace, projectId, 'A')
    expect(await workspace.perform(edit)).toEqual(fail(code, 'No.'))
    expect(await everything(workspace)).toEqual(before)
    expect(workspace.snapshot().undoLabel).toBeNull()
    const isKept = status === 'failed'
    const failed = { status: 'failed', reason: 'No.', canRebuild: false }
    expect(workspace.snapshot().save).toEqual(isKept ? failed : { status: 'saved' })

    value(await workspace.retry())
    expect((await storedProject(workspace, projectId)).title).toBe(isKept ? 'A' : 'Sample')
    expect(append).toHaveBeenCalledTimes(isKept ? 2 : 1)
    if (!isKept) value(await workspace.perform(edit))
    expect((await storedProject(workspace, projectId)).title).toBe('A')
    expect(workspace.snapshot().save).toEqual({ status: 'saved' })
  })

  test('that answers too late: nothing changes until the retry, which writes the change once', async () => {
    const { workspace: plain, projectId, name } = await sampleWorkspace()
    plain.database.close()
    let answer: () => void = () => undefined
    const held = new Promise<void>(resolve => {
      answer = resolve
    })
    const bridge = {
      request: async (_: string, changeSet: ChangeSet) => {
        const acknowledged = await journalOf(name).append(changeSet)
        await held
        return acknowledged
      }
    } as unknown as Bridge
    const journal = journalWith(name, { append: journalOver(bridge, 50).append })
    const workspace = workspaceOver(name, { journal })
    value(await workspace.openProject(projectId))
    const before = await everything(workspace)
    const refused = await workspace.perform(await rename(workspace, projectId, 'A'))
    expect(refused).toMatchObject({ ok: false, error: { code: 'disk-timeout' } })
    answer()
    await workspace.whenIdle()
    // It is in the journal by now; the person was told that it is not saved, and decides.
    expect(await everything(workspace)).toEqual(before)
    expect(workspace.snapshot().save.status).toBe('failed')
    value(await workspace.retry())
    expect(workspace.snapshot()).toMatchObject({ save: { status: 'saved' }, undoLabel: 'Rename to A' })
    const written = journalOf(name).changeSets(projectId)
    expect(written.filter(({ label }) => label === 'Rename to A')).toHaveLength(1)
    expect((await storedProject(workspace, projectId)).title).toBe('A')
  })

  test('holds what the store refused, and says so: then the store can be built from it', async () => {
    const { workspace, projectId, name } = await sampleWorkspace()
    const edit = await rename(workspace, projectId, 'A')
    // Somebody else has put another entry where this one belongs: the store refuses, after the journal took it.
    const last = (await workspace.database.heads.get(projectId))!
    const [entry] = await workspace.database.changeLog.toArray()
    await workspace.database.changeLog.add({ ...entry!, id: 'odd' as never, sequence: last.sequence + 1 })
    expect((await workspace.perform(edit)).ok).toBe(false)
    expect(workspace.snapshot().save).toMatchObject({ status: 'failed', canRebuild: true })
    expect(journalOf(name).changeSets(projectId).at(-1)?.label).toBe('Rename to A')
  })
})

describe('originals', () => {
  test('are kept byte for byte with their project, once for the same content', async () => {
    const { workspace, projectId, name } = await sampleWorkspace()
    const bytes = Uint8Array.of(0, 255, 10, 13)
    const sha256 = value(await workspace.keepOriginal(projectId, bytes))
    expect(sha256).toBe(sha256Hex(bytes))
    expect(value(await workspace.keepOriginal(projectId, bytes))).toBe(sha256)
    expect(journalOf(name).files(projectId)).toEqual([bytes])
  })
})
