import {
  chmod,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  lstat,
  writeFile,
  mkdir,
  open,
  rename
} from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createExportWriter, type ExportWriterFiles } from '../../src/main/export-writer'

let folder: string
let target: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'counterpoint-export-'))
  target = join(folder, 'project.counterpoint.json')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function begun(writer = createExportWriter(), path = target): Promise<string> {
  const begun = await writer.begin(path)
  if (!begun.ok) throw new Error(begun.error.message)
  return begun.value.ticket
}

describe('a file appears only when it is whole', () => {
  test('the target is untouched until commit, and complete after it', async () => {
    await writeFile(target, 'before')
    const writer = createExportWriter()
    const ticket = await begun(writer)
    await writer.write(ticket, 'naïve ')
    await writer.write(ticket, '🙂')
    expect(await readFile(target, 'utf8')).toBe('before')
    expect(await writer.commit(ticket)).toEqual({ ok: true, value: { path: target, bytes: 11 } })
    expect(await readFile(target, 'utf8')).toBe('naïve 🙂')
    expect(await readdir(folder)).toEqual(['project.counterpoint.json'])
  })

  test('abort leaves what was there before, and nothing else', async () => {
    await writeFile(target, 'before')
    const writer = createExportWriter()
    const ticket = await begun(writer)
    await writer.write(ticket, 'half')
    expect(await writer.abort(ticket)).toEqual({ ok: true, value: null })
    expect(await readFile(target, 'utf8')).toBe('before')
    expect(await readdir(folder)).toEqual(['project.counterpoint.json'])
  })

  test('what is made of it takes its place, and a failure of making it keeps its name', async () => {
    await writeFile(target, 'before')
    const writer = createExportWriter()
    const printed = await begun(writer)
    await writer.write(printed, '<p>long page</p>')
    await writer.convert(printed, html =>
      Promise.resolve({ ok: true, value: Buffer.from(`%PDF ${html.length}`) })
    )
    expect(await writer.commit(printed)).toMatchObject({ ok: true, value: { bytes: 7 } })
    expect(await readFile(target, 'utf8')).toBe('%PDF 16')

    const late = await begun(writer)
    const failure = { code: 'print-timeout', message: 'Printing took longer than two minutes.' }
    const ended = { ok: false as const, error: failure }
    expect(await writer.convert(late, () => Promise.resolve(ended))).toEqual(ended)
    expect(await writer.commit(late)).toMatchObject({ ok: false, error: { code: 'no-such-export' } })
    expect(await readFile(target, 'utf8')).toBe('%PDF 16')
    expect(await readdir(folder)).toEqual(['project.counterpoint.json'])
  })

  test('a window that dies takes every open export with it', async () => {
    const writer = createExportWriter()
    const tickets = [await begun(writer), await begun(writer, join(folder, 'other.csv'))]
    void writer.write(tickets[0]!, 'x'.repeat(1_000_000))
    await writer.abortAll()
    expect(await readdir(folder)).toEqual([])
    expect(await writer.commit(tickets[1]!)).toMatchObject({ ok: false, error: { code: 'no-such-export' } })
  })

  test('pieces sent without waiting arrive in order, wherever they are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'binary' }), { maxLength: 8 }),
        fc.nat(5),
        async (texts, cut) => {
          const whole = texts.join('')
          const writer = createExportWriter()
          const ticket = await begun(writer)
          // Cut into UTF-16 units: a piece may end inside a surrogate pair.
          for (let at = 0; at < whole.length; at += cut + 1)
            void writer.write(ticket, whole.slice(at, at + cut + 1))
          const committed = await writer.commit(ticket)
          expect(committed).toEqual({ ok: true, value: { path: target, bytes: Buffer.byteLength(whole) } })
          expect(await readFile(target, 'utf8')).toBe(whole)
        }
      ),
      { numRuns: 30 }
    )
  })
})

describe('what is at the target', () => {
  test.each([0o600, 0o640, 0o644])('keeps its permissions %o', async mode => {
    await writeFile(target, 'before')
    await chmod(target, mode)
    const writer = createExportWriter()
    await writer.commit(await begun(writer))
    expect((await stat(target)).mode & 0o777).toBe(mode)
  })

  test('a symbolic link stays a link, and its file is replaced', async () => {
    const real = join(folder, 'real.json')
    await writeFile(real, 'before')
    await symlink(real, target)
    const writer = createExportWriter()
    const ticket = await begun(writer)
    await writer.write(ticket, 'after')
    await writer.commit(ticket)
    expect((await lstat(target)).isSymbolicLink()).toBe(true)
    expect(await readFile(real, 'utf8')).toBe('after')
  })

  test('a name of 255 bytes still finds room for its temporary file', async () => {
    const long = join(folder, `${'字'.repeat(83)}.json`.padStart(255 - 2 * 83, 'x'))
    const writer = createExportWriter()
    const ticket = await begun(writer, long)
    expect((await writer.commit(ticket)).ok).toBe(true)
  })
})

describe('a target that cannot be', () => {
  const cases: [name: string, path: () => string, code: string][] = [
    ['in a folder that does not exist', () => join(folder, 'gone', 'a.json'), 'not-found'],
    ['below a file', () => join(folder, 'file', 'a.json'), 'not-found'],
    ['that is a folder', () => join(folder, 'sub'), 'is-a-folder'],
    ['with a name that is too long', () => join(folder, 'x'.repeat(300)), 'name-too-long']
  ]
  test.each(cases)('%s is refused by name', async (_name, path, code) => {
    await writeFile(join(folder, 'file'), '')
    await mkdir(join(folder, 'sub'))
    const writer = createExportWriter()
    const begun = await writer.begin(path())
    const answer = begun.ok ? await writer.commit(begun.value.ticket) : begun
    expect(answer).toMatchObject({ ok: false, error: { code } })
    expect((await readdir(folder)).sort()).toEqual(['file', 'sub'])
  })
})

describe('a disk that fails', () => {
  const errors: [errno: string, code: string][] = [
    ['ENOSPC', 'disk-full'],
    ['EROFS', 'read-only'],
    ['EACCES', 'not-allowed'],
    ['ENOENT', 'not-found'],
    ['EIO', 'disk-error'],
    ['EWHATEVER', 'file-error']
  ]
  const moments = ['open', 'appendFile', 'sync', 'rename'] as const
  const cases = moments.flatMap(moment => errors.map(([errno, code]) => [moment, errno, code] as const))

  test.each(cases)('at %s with %s says %s and leaves nothing behind', async (moment, errno, code) => {
    await writeFile(target, 'before')
    const writer = createExportWriter(failingFiles(moment, errno))
    const begun = await writer.begin(target)
    const ticket = begun.ok ? begun.value.ticket : ''
    const written = begun.ok ? await writer.write(ticket, 'after') : begun
    const ended = written.ok ? await writer.commit(ticket) : written
    expect(ended).toMatchObject({ ok: false, error: { code, place: target } })
    expect(await readFile(target, 'utf8')).toBe('before')
    expect(await readdir(folder)).toEqual(['project.counterpoint.json'])
    expect(await writer.write(ticket, 'more')).toMatchObject({ ok: false, error: { code: 'no-such-export' } })
  })

  function failingFiles(moment: (typeof moments)[number], errno: string): ExportWriterFiles {
    const breakDown = () => Promise.reject(Object.assign(new Error(errno), { code: errno }))
    return {
      rename: moment === 'rename' ? breakDown : rename,
      async open(path, flags, mode) {
        if (moment === 'open') return breakDown()
        const handle = await open(path, flags, mode)
        if (moment === 'appendFile' || moment === 'sync')
          (handle as Pick<FileHandle, 'sync'>)[moment as 'sync'] = breakDown
        return handle
      }
    }
  }
})

test('a ticket that was never given out is refused', async () => {
  const writer = createExportWriter()
  for (const answer of [writer.write('x', ''), writer.commit('x'), writer.abort('x')]) {
    expect(await answer).toMatchObject({ ok: false, error: { code: 'no-such-export' } })
  }
})
