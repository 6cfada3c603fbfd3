import { execFileSync } from 'node:child_process'
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readChosenFiles } from '../../src/main/opened-files'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'counterpoint-open-'))
  await writeFile(join(folder, 'small.txt'), 'small')
  await writeFile(join(folder, 'half.txt'), 'x'.repeat(600))
  await writeFile(join(folder, 'large.txt'), 'x'.repeat(1001))
  await mkdir(join(folder, 'folder.txt'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const choose = (...names: string[]) =>
  readChosenFiles(
    names.map(name => join(folder, name)),
    1000
  )

test('what can be read is read, what cannot is named beside it', async () => {
  const { files, failures } = await choose('gone.txt', 'small.txt', 'folder.txt', 'large.txt')
  expect(files.map(file => [file.name, new TextDecoder().decode(file.bytes)])).toEqual([
    ['small.txt', 'small']
  ])
  expect(failures.map(failure => failure.name)).toEqual(['gone.txt', 'folder.txt', 'large.txt'])
  expect(failures[2]?.message).toMatch(/at most/)
})

test('the limit holds for all files together', async () => {
  const { files, failures } = await choose('half.txt', 'half.txt', 'small.txt')
  expect(files.map(file => file.name)).toEqual(['half.txt', 'small.txt'])
  expect(failures[0]?.message).toMatch(/together/)
})

test.skipIf(process.platform === 'win32')(
  'a pipe is refused at once instead of being waited for',
  async () => {
    execFileSync('mkfifo', [join(folder, 'pipe.txt')])
    expect((await choose('pipe.txt')).failures).toHaveLength(1)
  }
)
