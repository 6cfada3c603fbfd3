import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { diskFile, diskFiles } from '../../../src/main/storage/disk-files'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'disk-files-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const never = () => Promise.reject(new Error('not expected'))

test('a write that stops short goes on until all bytes are taken', async () => {
  const taken: number[] = []
  const write = (bytes: Buffer, offset: number, length: number) => {
    const bytesWritten = Math.min(3, length)
    taken.push(...bytes.subarray(offset, offset + bytesWritten))
    return Promise.resolve({ bytesWritten, buffer: bytes })
  }
  const file = diskFile({ write, read: never, datasync: never, close: never } as never)
  await file.write(Buffer.from('ten bytes!'))
  expect(Buffer.from(taken).toString()).toBe('ten bytes!')
})

test('a disk that takes nothing is an error, not an endless loop', async () => {
  const write = () => Promise.resolve({ bytesWritten: 0, buffer: Buffer.alloc(0) })
  const file = diskFile({ write, read: never, datasync: never, close: never } as never)
  await expect(file.write(Buffer.from('x'))).rejects.toMatchObject({ code: 'EIO' })
})

test('pieces are the file in order, none above 1 MiB', async () => {
  const path = join(folder, 'large')
  const bytes = Buffer.alloc(2_500_001, 'abcdefg')
  const file = await diskFiles.open(path, 'wx')
  await file.write(bytes.subarray(0, 1000))
  await file.write(bytes.subarray(1000))
  await file.sync()
  await file.close()
  expect(await diskFiles.size(path)).toBe(bytes.length)
  const reading = await diskFiles.open(path, 'r')
  const pieces: Buffer[] = []
  for await (const piece of reading.pieces()) pieces.push(piece)
  await reading.close()
  expect(Math.max(...pieces.map(piece => piece.length))).toBeLessThanOrEqual(1024 * 1024)
  expect(Buffer.concat(pieces).equals(bytes)).toBe(true)
})

test('a file is made once, and what is not there is empty or undefined', async () => {
  const inside = join(folder, 'a', 'b')
  await diskFiles.makeFolder(inside)
  await diskFiles.makeFolder(inside)
  const path = join(inside, 'one')
  await (await diskFiles.open(path, 'wx')).close()
  await expect(diskFiles.open(path, 'wx')).rejects.toMatchObject({ code: 'EEXIST' })
  const again = await diskFiles.open(path, 'r+')
  await again.sync()
  await again.close()
  expect(await diskFiles.readFolder(inside)).toEqual(['one'])
  await diskFiles.rename(path, join(inside, 'two'))
  await diskFiles.syncFolder(inside)
  await diskFiles.removeFile(join(inside, 'two'))
  await diskFiles.removeFile(join(inside, 'two'))
  expect(await diskFiles.size(path)).toBe(undefined)
  await diskFiles.removeFolder(join(folder, 'a'))
  await diskFiles.removeFolder(join(folder, 'a'))
  expect(await diskFiles.readFolder(inside)).toEqual([])
  await expect(diskFiles.syncFolder(inside)).rejects.toMatchObject({ code: 'ENOENT' })
})
