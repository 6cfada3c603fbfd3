import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BlobStore } from '../../../src/main/storage/blobs'
import { failingFiles, memoryFiles, type Step } from './memory-files'
import { sha256 } from './snapshot-states'

const folder = '/project/blobs'

test('any bytes come back', async () => {
  const files = memoryFiles()
  const store = new BlobStore(files, folder)
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), async bytes => {
      const put = await store.put(bytes)
      expect(put).toEqual({ ok: true, value: sha256(Buffer.from(bytes)) })
      const got = await store.get(put.ok ? put.value : '')
      expect(got.ok && got.value.equals(bytes)).toBe(true)
    })
  )
})

test('what is there is not written again, also not when two come at once', async () => {
  const files = memoryFiles()
  let renamed = 0
  const counting = {
    ...files,
    rename: (from: string, to: string) => {
      renamed += 1
      return files.rename(from, to)
    }
  }
  const store = new BlobStore(counting, folder)
  await Promise.all([store.put(Buffer.from('a')), store.put(Buffer.from('a'))])
  await store.put(Buffer.from('a'))
  await new BlobStore(counting, folder).put(Buffer.from('a'))
  expect(renamed).toBe(1)
})

test.each([
  { name: 'of another length', content: 'texts' },
  { name: 'of the same length', content: 'tExt' },
  { name: 'empty', content: '' }
])('a damaged blob, $name, is noticed, and replaced when the content comes again', async ({ content }) => {
  const files = memoryFiles()
  const store = new BlobStore(files, folder)
  await store.put(Buffer.from('text'))
  files.content.set(`${folder}/${sha256('text')}`, Buffer.from(content))
  expect(await store.get(sha256('text'))).toMatchObject({ ok: false, error: { code: 'blob-damaged' } })
  expect((await store.put(Buffer.from('text'))).ok).toBe(true)
  expect((await store.get(sha256('text'))).ok).toBe(true)
})

test.each(['../../secret', '', 'ABC', sha256('x').toUpperCase(), `${sha256('x')}/../y`, `${sha256('x')}\n`])(
  'only a hash is a name: %j',
  async name => {
    const files = memoryFiles()
    files.content.set('/secret', Buffer.from('x'))
    expect(await new BlobStore(files, folder).get(name)).toMatchObject({
      ok: false,
      error: { code: 'blob-missing' }
    })
  }
)

test('checking all says what is damaged and what is missing', async () => {
  const files = memoryFiles()
  const store = new BlobStore(files, folder)
  for (const text of ['a', 'b']) await store.put(Buffer.from(text))
  files.content.set(`${folder}/${sha256('b')}`, Buffer.from('x'))
  files.content.set(`${folder}/notes.txt`, Buffer.from('x'))
  const seen: string[] = []
  const check = await store.verifyAll([sha256('a'), sha256('b'), sha256('c'), sha256('a')], (done, total) =>
    seen.push(`${done}/${total}`)
  )
  expect(check).toEqual({ checked: 3, damaged: [sha256('b')], missing: [sha256('c')] })
  expect(seen).toEqual(['1/3', '2/3', '3/3'])
  expect((await store.list()).sort()).toEqual([sha256('a'), sha256('b')].sort())
})

const steps: { step: Step; code: string; expected: string }[] = [
  { step: 'open', code: 'EROFS', expected: 'read-only' },
  { step: 'write', code: 'ENOSPC', expected: 'disk-full' },
  { step: 'sync', code: 'EIO', expected: 'disk-error' },
  { step: 'rename', code: 'EACCES', expected: 'not-allowed' },
  { step: 'syncFolder', code: 'EIO', expected: 'disk-error' }
]
test.each(steps)('$code at $step is said and leaves no temporary file', async ({ step, code, expected }) => {
  const files = memoryFiles()
  const store = new BlobStore(failingFiles(files, step, 0, code), folder)
  expect(await store.put(Buffer.from('a'))).toMatchObject({ ok: false, error: { code: expected } })
  expect([...files.content.keys()]).toEqual([])
})

test('after a failed sync of the folder, the next attempt syncs again instead of believing what it finds', async () => {
  const files = memoryFiles()
  let synced = 0
  let isBroken = false
  const flaky = {
    ...files,
    syncFolder: () => {
      if (isBroken) return Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO' }))
      synced += 1
      return Promise.resolve()
    }
  }
  const store = new BlobStore(flaky, folder)
  await store.put(Buffer.from('first'))
  isBroken = true
  expect((await store.put(Buffer.from('a'))).ok).toBe(false)
  expect((await store.put(Buffer.from('a'))).ok).toBe(false)
  isBroken = false
  const before = synced
  expect((await store.put(Buffer.from('a'))).ok).toBe(true)
  expect(synced).toBeGreaterThan(before)
})
