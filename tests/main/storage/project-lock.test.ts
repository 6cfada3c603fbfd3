import { fork, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { build } from 'vite'
import { bootId } from '../../../src/main/storage/boot-id'
import { isAlive, thisOwner, type LockOwner } from '../../../src/main/storage/lock-owner'
import { acquireLock } from '../../../src/main/storage/project-lock'
import { temporaryFolder } from './temporary-folder'

const now = '2026-01-01T12:00:00.000Z'

async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['-e', ''])
  await once(child, 'exit')
  return child.pid!
}

async function leave(folder: string, owner: LockOwner | string): Promise<void> {
  await writeFile(join(folder, 'LOCK'), typeof owner === 'string' ? owner : JSON.stringify(owner))
}

describe('one process', () => {
  test('a lock is taken, keeps others out, and is given back', async () => {
    const folder = await temporaryFolder()
    const lock = await acquireLock(folder, await thisOwner(now))
    expect(lock.ok).toBe(true)
    expect(JSON.parse(await readFile(join(folder, 'LOCK'), 'utf8'))).toMatchObject({
      pid: process.pid,
      startedAt: now
    })
    expect(await acquireLock(folder, await thisOwner(now))).toMatchObject({
      ok: false,
      error: {
        code: 'locked',
        message: `This project is open in another Counterpoint (process ${process.pid}).`
      }
    })
    if (lock.ok) await lock.value.release()
    expect(await readdir(folder)).toEqual([])
    expect((await acquireLock(folder, await thisOwner(now))).ok).toBe(true)
  })

  test('giving back what another holds by now does nothing', async () => {
    const folder = await temporaryFolder()
    const lock = await acquireLock(folder, await thisOwner(now))
    await leave(folder, await thisOwner(now))
    if (lock.ok) await lock.value.release()
    expect(await readdir(folder)).toEqual(['LOCK'])
  })

  const stale: {
    name: string
    owner: (self: LockOwner) => Promise<LockOwner | string> | LockOwner | string
  }[] = [
    { name: 'its process is gone', owner: async self => ({ ...self, pid: await deadPid() }) },
    { name: 'the computer was started again', owner: self => ({ ...self, bootId: 'another' }) },
    { name: 'it is empty after a power cut', owner: () => '' },
    { name: 'it is damaged', owner: () => '{"pid":' },
    { name: 'it is a lock of something else', owner: () => '{"pid":"one"}' }
  ]
  test.each(stale)('taken over when $name', async ({ owner }) => {
    const folder = await temporaryFolder()
    await leave(folder, await owner(await thisOwner(now)))
    const self = await thisOwner(now)
    expect((await acquireLock(folder, self)).ok).toBe(true)
    expect(JSON.parse(await readFile(join(folder, 'LOCK'), 'utf8'))).toEqual(self)
    expect(await readdir(folder)).toEqual(['LOCK'])
  })

  test.runIf(process.platform === 'linux')('taken over when its number went to another program', async () => {
    const folder = await temporaryFolder()
    await leave(folder, { ...(await thisOwner(now)), processStart: '1' })
    expect((await acquireLock(folder, await thisOwner(now))).ok).toBe(true)
  })

  test('who crashed while taking over keeps nobody out', async () => {
    const folder = await temporaryFolder()
    const dead = { ...(await thisOwner(now)), pid: await deadPid() }
    await leave(folder, dead)
    // Claims are named after the content they claim: the same crash, twice over.
    const { createHash } = await import('node:crypto')
    const claimOf = (content: string): string =>
      createHash('sha256').update(content).digest('hex').slice(0, 16)
    const content = JSON.stringify(dead)
    const claim = join(folder, `LOCK.${claimOf(content)}`)
    await writeFile(claim, content)
    await writeFile(`${claim}.${claimOf(content)}`, content)
    expect((await acquireLock(folder, await thisOwner(now))).ok).toBe(true)
    expect(await readdir(folder)).toEqual(['LOCK'])
  })

  test('without a boot id on either side only the process counts', async () => {
    const self = await thisOwner(now)
    const plain: LockOwner = { pid: self.pid, bootId: self.bootId, startedAt: now, token: 'x' }
    expect(isAlive({ ...plain, bootId: '' }, self)).toBe(true)
    expect(isAlive({ ...plain, bootId: 'x' }, { bootId: '' })).toBe(true)
    expect(isAlive({ ...plain, bootId: '', pid: await deadPid() }, self)).toBe(false)
  })

  test('a folder that is not there is said', async () => {
    const folder = join(await temporaryFolder(), 'none')
    expect(await acquireLock(folder, await thisOwner(now))).toMatchObject({
      ok: false,
      error: { code: 'not-found' }
    })
  })

  test('the boot id stays the same, and is empty where there is none', async () => {
    expect(await bootId()).toBe(await bootId())
    expect(await bootId('win32')).toBe('')
    if (process.platform === 'linux') expect(await bootId()).toMatch(/^[0-9a-f-]{36}$/)
  })
})

describe('several processes at once', () => {
  const folder = join(tmpdir(), `counterpoint-lock-${process.pid}`)
  const children: ChildProcess[] = []

  beforeAll(async () => {
    await mkdir(folder, { recursive: true })
    await build({
      configFile: false,
      logLevel: 'error',
      build: {
        ssr: join(import.meta.dirname, 'lock-child.ts'),
        outDir: folder,
        rollupOptions: { output: { entryFileNames: 'child.mjs' } }
      },
      ssr: { noExternal: true }
    })
    for (let n = 0; n < 3; n += 1) children.push(fork(join(folder, 'child.mjs')))
  })
  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL')
    await rm(folder, { recursive: true, force: true })
  })

  async function ask(child: ChildProcess, message: { folder: string } | 'release'): Promise<unknown> {
    const answer = once(child, 'message')
    child.send(message)
    return ((await answer) as unknown[])[0]
  }

  test.each([
    { name: 'no lock', left: undefined, rounds: 20 },
    { name: 'a dead lock', left: 'dead' as const, rounds: 20 },
    { name: 'an empty lock', left: 'empty' as const, rounds: 5 }
  ])(
    '$name: exactly one of three gets it, $rounds times',
    async ({ left, rounds }) => {
      const pid = await deadPid()
      for (let round = 0; round < rounds; round += 1) {
        const project = join(folder, `${left}-${round}`)
        await mkdir(project)
        if (left === 'dead') await leave(project, { ...(await thisOwner(now)), pid })
        if (left === 'empty') await leave(project, '')
        const answers = await Promise.all(children.map(child => ask(child, { folder: project })))
        expect(answers.toSorted()).toEqual(['locked', 'locked', 'mine'])
        // Only the winner's lock lies there: no claims, no temporary files.
        const winner = children[answers.indexOf('mine')]
        expect(JSON.parse(await readFile(join(project, 'LOCK'), 'utf8'))).toMatchObject({ pid: winner?.pid })
        expect(await readdir(project)).toEqual(['LOCK'])
        await Promise.all(children.map(child => ask(child, 'release')))
        expect(await readdir(project)).toEqual([])
      }
    },
    60_000
  )

  test('a killed process keeps nobody out', async () => {
    const project = join(folder, 'killed')
    await mkdir(project)
    const child = children.pop()!
    expect(await ask(child, { folder: project })).toBe('mine')
    expect(await ask(children[0]!, { folder: project })).toBe('locked')
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(await ask(children[0]!, { folder: project })).toBe('mine')
  })
})
