import 'fake-indexeddb/auto'
import { describe, expect, test, vi } from 'vitest'
import { setMemo } from '../../src/core/annotation/edits'
import type { ChangeSet } from '../../src/core/history/change-set'
import { addActor } from '../../src/core/project/edits'
import type { Actor, ProjectData } from '../../src/core/project/entities'
import { fail, ok, type Result } from '../../src/core/result'
import { sampleData } from './sample-data'
import {
  everything,
  freshName,
  rename,
  renameFrom,
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
    const [entry] = await workspace.database.history.reverse().limit(1).toArray()
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
    const labels = (await workspace.database.history.toArray()).map(entry => entry.label.slice(-1))
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
    const rowsOnly = async (from: typeof workspace) => ({ ...(await everything(from)), history: [] })
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

describe('the journal’s place', () => {
  test('is asked before the store changes, once for each change, and not for what would be refused', async () => {
    const { workspace: plain, projectId, name } = await sampleWorkspace()
    plain.database.close()
    const asked: string[] = []
    const titles: string[] = []
    const workspace = workspaceOver(name, {
      acknowledge: async (changeSet: ChangeSet): Promise<Result<null>> => {
        asked.push(changeSet.label)
        titles.push((await storedProject(workspace, projectId)).title)
        return ok(null)
      }
    })
    value(await workspace.openProject(projectId))
    const project = await storedProject(workspace, projectId)
    value(await workspace.perform(renameFrom(project, 'A')))
    expect((await workspace.perform(renameFrom(project, 'B'))).ok).toBe(false)
    expect(asked).toEqual(['Rename to A'])
    expect(titles).toEqual(['Sample'])
  })

  test('can refuse: nothing is stored, and retry asks again', async () => {
    const { workspace: plain, projectId, name } = await sampleWorkspace()
    plain.database.close()
    const acknowledge = vi
      .fn<(changeSet: ChangeSet) => Promise<Result<null>>>()
      .mockResolvedValueOnce(fail('disk-full', 'The disk is full.'))
      .mockResolvedValue(ok(null))
    const workspace = workspaceOver(name, { acknowledge })
    value(await workspace.openProject(projectId))
    const answer = await workspace.perform(await rename(workspace, projectId, 'A'))
    expect(answer).toEqual(fail('disk-full', 'The disk is full.'))
    expect((await storedProject(workspace, projectId)).title).toBe('Sample')
    expect(workspace.snapshot().save).toEqual({ status: 'failed', reason: 'The disk is full.' })
    value(await workspace.retry())
    expect((await storedProject(workspace, projectId)).title).toBe('A')
    expect(acknowledge).toHaveBeenCalledTimes(2)
  })
})

describe('originals', () => {
  test('are kept byte for byte, once for the same content', async () => {
    const workspace = workspaceOver(freshName())
    const bytes = Uint8Array.of(0, 255, 10, 13)
    value(await workspace.keepOriginal({ fileName: 'a.txt', bytes, sha256: 'ab' }))
    value(await workspace.keepOriginal({ fileName: 'b.txt', bytes, sha256: 'ab' }))
    expect(await workspace.database.originals.toArray()).toEqual([{ fileName: 'a.txt', bytes, sha256: 'ab' }])
  })
})
