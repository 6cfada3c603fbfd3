import 'fake-indexeddb/auto'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { writeChangeSet } from '../../src/renderer/persistence/write-change-set'
import { abortingDisk, failingDisk, hangingDisk, speechlessDisk } from './broken-disk'
import { everything, rename, renameFrom, sampleWorkspace, storedProject, value } from './test-workspace'

let disk: { recover(): void } | undefined
afterEach(() => disk?.recover())

describe('a disk that fails', () => {
  test.each([
    ['QuotaExceededError', 'disk-full', 'There is no space left on the disk.', failingDisk],
    ['UnknownError', 'disk-error', 'The disk reported an error.', failingDisk],
    ['InvalidStateError', 'store-closed', /closed by the system/, failingDisk],
    ['AbortError', 'disk-error', 'The disk refused the change.', abortingDisk]
  ])('%s: nothing is stored, the change is kept, and retry stores it', async (name, code, message, make) => {
    const { workspace, projectId } = await sampleWorkspace()
    const before = await everything(workspace)
    const edit = await rename(workspace, projectId, 'A')
    disk = make(name)
    const answer = await workspace.perform(edit)
    expect(answer).toMatchObject({
      ok: false,
      error: { code, message: expect.stringMatching(message) as string }
    })
    expect(workspace.snapshot().save).toMatchObject({ status: 'failed' })
    expect(workspace.snapshot().undoLabel).toBeNull()
    expect(await workspace.retry()).toMatchObject({ ok: false, error: { code } })
    disk.recover()
    expect(await everything(workspace)).toEqual(before)

    value(await workspace.retry())
    expect((await storedProject(workspace, projectId)).title).toBe('A')
    expect(workspace.snapshot()).toMatchObject({ save: { status: 'saved' }, undoLabel: 'Rename to A' })
    // A second retry has nothing left to do.
    value(await workspace.retry())
    expect(await workspace.database.changeLog.count()).toBe(2)
  })

  test('what is asked for after the failure is refused in plain words until the retry', async () => {
    const { workspace, projectId } = await sampleWorkspace()
    const project = await storedProject(workspace, projectId)
    disk = failingDisk('QuotaExceededError')
    const answers = await Promise.all([
      workspace.perform(renameFrom(project, 'A')),
      workspace.perform(renameFrom({ ...project, title: 'A' }, 'B')),
      workspace.undo()
    ])
    disk.recover()
    expect(answers.map(answer => (answer.ok ? 'ok' : answer.error.code))).toEqual([
      'disk-full',
      'not-saved',
      'ok'
    ])
    expect(await workspace.perform(renameFrom(project, 'C'))).toMatchObject({
      ok: false,
      error: {
        code: 'not-saved',
        message:
          '“Rename to A” is not saved yet: There is no space left on the disk. ' +
          'Try to save it again first; it is kept until then.'
      }
    })
    value(await workspace.retry())
    value(await workspace.perform(renameFrom({ ...project, title: 'A' }, 'B')))
    expect((await storedProject(workspace, projectId)).title).toBe('B')
  })
})

describe('a disk that does not answer', () => {
  test('a write counts as failed when its time is over, and is taken back', async () => {
    const { workspace, projectId } = await sampleWorkspace(undefined, { writeTimeoutMs: 50 })
    const edit = await rename(workspace, projectId, 'A')
    disk = hangingDisk()
    const began = performance.now()
    expect(await workspace.perform(edit)).toMatchObject({ ok: false, error: { code: 'disk-timeout' } })
    expect(performance.now() - began).toBeLessThan(1000)
    expect(workspace.snapshot().save.status).toBe('failed')
    // The queue goes on: a hanging write must not hold up the answer to the next.
    expect(await workspace.perform(edit)).toMatchObject({ ok: false, error: { code: 'not-saved' } })
    await workspace.whenIdle()
    disk.recover()
    expect((await storedProject(workspace, projectId)).title).toBe('Sample')
    value(await workspace.retry())
    expect((await storedProject(workspace, projectId)).title).toBe('A')
    expect(await workspace.database.changeLog.count()).toBe(2)
  })

  test('says how long it waited', async () => {
    const { diskTimeout } = await import('../../src/renderer/persistence/time-limit')
    expect(diskTimeout(5000).error.message).toBe('The disk did not answer within 5 seconds.')
    expect(diskTimeout(1000).error.message).toBe('The disk did not answer within 1 second.')
    expect(diskTimeout(5002).error.message).toBe('The disk did not answer within 5 seconds.')
  })

  test.each([
    ['without a retry', false],
    ['while a retry waits', true]
  ])('a write that ends well after its time counts, once: %s', async (_, isRetried) => {
    const { workspace, projectId } = await sampleWorkspace(undefined, { writeTimeoutMs: 100 })
    const edit = await rename(workspace, projectId, 'A')
    const committed: string[] = []
    workspace.onCommitted(changeSet => committed.push(changeSet.label))
    disk = speechlessDisk()
    expect(await workspace.perform(edit)).toMatchObject({ ok: false, error: { code: 'disk-timeout' } })
    expect(committed).toEqual([])
    const retried = isRetried ? workspace.retry() : undefined
    await new Promise(resolve => setTimeout(resolve, 20))
    disk.recover()
    if (retried !== undefined) value(await retried)
    await vi.waitFor(() => expect(workspace.snapshot().save).toEqual({ status: 'saved' }))
    expect(workspace.snapshot().undoLabel).toBe('Rename to A')
    expect(committed).toEqual(['Rename to A'])
    expect(await workspace.database.changeLog.count()).toBe(2)
    value(await workspace.undo())
    expect((await storedProject(workspace, projectId)).title).toBe('Sample')
  })

  test('a change that an attempt stored without being heard is not stored again by the next', async () => {
    const { workspace, projectId } = await sampleWorkspace()
    const made = value(await workspace.perform(await rename(workspace, projectId, 'A')))
    const head = { sequence: 99, hash: '' }
    const options = { head, limitMs: 1000, onLateSuccess: () => undefined }
    const write = (isRetry: boolean) => writeChangeSet(workspace.database, made!, { ...options, isRetry })
    expect(await write(true)).toEqual({ ok: true, value: null })
    expect(await workspace.database.changeLog.count()).toBe(2)
    expect(await write(false)).toMatchObject({ ok: false, error: { code: 'stale-change' } })
  })
})
