import { expect, test } from 'vitest'
import type { ProjectId } from '../../../src/core/project/ids'
import { countRows } from '../../../src/core/history/project-state'
import { readCleanMark, removeCleanMark, writeCleanMark } from '../../../src/main/storage/clean-mark'
import { failingFiles, memoryFiles } from './memory-files'
import { sha256, smallState } from './snapshot-states'

const mark = {
  at: '2026-01-01T12:00:00.000Z',
  store: { files: [{ name: 'app/000003.log', size: 17, crc32: 4_000_000_000 }] },
  projects: {
    'p-1': {
      projectId: 'one' as ProjectId,
      head: { sequence: 3, hash: sha256('x') },
      counts: countRows(smallState())
    }
  }
}
const path = '/profile/clean.json'

test('what is written is read, until it is removed', async () => {
  const files = memoryFiles()
  expect(await readCleanMark(files, '/profile')).toBeNull()
  expect((await writeCleanMark(files, '/profile', mark)).ok).toBe(true)
  expect(await readCleanMark(files, '/profile')).toEqual({
    format: 'counterpoint-clean',
    version: 1,
    ...mark
  })
  expect((await removeCleanMark(files, '/profile')).ok).toBe(true)
  expect((await removeCleanMark(files, '/profile')).ok).toBe(true)
  expect(await readCleanMark(files, '/profile')).toBeNull()
})

test.each([
  ['empty', () => ''],
  ['cut', (text: string) => text.slice(0, -10)],
  ['of a newer version', (text: string) => text.replace('"version":1', '"version":2')],
  ['with more than is known', (text: string) => text.replace('"version":1', '"version":1,"more":1')],
  ['with a broken head', (text: string) => text.replace(sha256('x'), 'x')],
  ['without counts', (text: string) => text.replace('"actors":20', '"actorz":20')]
])('a mark that is %s is none', async (_name, edit) => {
  const files = memoryFiles()
  await writeCleanMark(files, '/profile', mark)
  files.content.set(path, Buffer.from(edit(files.content.get(path)!.toString())))
  expect(await readCleanMark(files, '/profile')).toBeNull()
})

test('a mark that could not be removed from the disk is said: the store must not be written to', async () => {
  const files = memoryFiles()
  await writeCleanMark(files, '/profile', mark)
  expect(await removeCleanMark(failingFiles(files, 'syncFolder', 0, 'EIO'), '/profile')).toMatchObject({
    ok: false,
    error: { code: 'disk-error' }
  })
})

test('a full disk keeps the mark of before and no half of a new one', async () => {
  const files = memoryFiles()
  await writeCleanMark(files, '/profile', mark)
  const failed = await writeCleanMark(failingFiles(files, 'write', 0, 'ENOSPC'), '/profile', {
    ...mark,
    projects: {}
  })
  expect(failed).toMatchObject({ ok: false, error: { code: 'disk-full' } })
  expect(await readCleanMark(files, '/profile')).toMatchObject(mark)
  expect([...files.content.keys()]).toEqual([path])
})
