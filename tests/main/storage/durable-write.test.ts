import { expect, test } from 'vitest'
import { removeTemporaryFiles, writeDurably } from '../../../src/main/storage/durable-write'
import { failingFiles, memoryFiles, type Step } from './memory-files'

async function* pieces(): AsyncGenerator<Buffer> {
  yield Buffer.from('a')
  yield await Promise.resolve(Buffer.from('b'))
}

test.each([
  ['bytes', () => Buffer.from('ab')],
  ['pieces', pieces]
])('%s: synced before renamed, folder after', async (_name, bytes) => {
  const files = memoryFiles()
  const steps: string[] = []
  const recording = {
    ...files,
    open: async (path: string, flags: 'r' | 'r+' | 'wx') => {
      const file = await files.open(path, flags)
      return {
        ...file,
        sync: () => {
          steps.push('sync')
          return file.sync()
        },
        close: () => {
          steps.push('close')
          return file.close()
        }
      }
    },
    rename: (from: string, to: string) => {
      steps.push('rename')
      return files.rename(from, to)
    },
    syncFolder: (path: string) => {
      steps.push(`folder ${path}`)
      return files.syncFolder(path)
    }
  }
  await writeDurably(recording, '/f/x', bytes())
  expect(steps).toEqual(['sync', 'close', 'rename', 'folder /f'])
  expect([...files.content]).toEqual([['/f/x', Buffer.from('ab')]])
})

const steps: [Step, string][] = [
  ['open', 'EROFS'],
  ['write', 'ENOSPC'],
  ['sync', 'EIO'],
  ['rename', 'EACCES']
]
test.each(steps)(
  'a failing %s (%s): what was there stays, nothing else does, the error is the disk’s',
  async (step, code) => {
    const files = memoryFiles()
    files.content.set('/f/x', Buffer.from('before'))
    await expect(writeDurably(failingFiles(files, step, 0, code), '/f/x', pieces())).rejects.toMatchObject({
      code
    })
    expect([...files.content]).toEqual([['/f/x', Buffer.from('before')]])
  }
)

test('pieces that fail on the way, and content that is not believed, leave what was there', async () => {
  const files = memoryFiles()
  files.content.set('/f/x', Buffer.from('before'))
  async function* failing(): AsyncGenerator<Buffer> {
    yield* pieces()
    throw new Error('no more')
  }
  await expect(writeDurably(files, '/f/x', failing())).rejects.toThrow('no more')
  const refuse = (): Promise<void> => Promise.reject(new Error('not believed'))
  await expect(writeDurably(files, '/f/x', pieces(), refuse)).rejects.toThrow('not believed')
  expect([...files.content]).toEqual([['/f/x', Buffer.from('before')]])
})

test('leftovers are removed, other files are not', async () => {
  const files = memoryFiles()
  for (const name of ['x', 'x.1.tmp', 'y.tmp.txt']) files.content.set(`/f/${name}`, Buffer.alloc(1))
  expect(await removeTemporaryFiles(files, '/f')).toEqual(['x.1.tmp'])
  expect([...files.content.keys()]).toEqual(['/f/x', '/f/y.tmp.txt'])
})
