import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { hashOf } from '../../scripts/build-output.mjs'
import { areInstalled, explain } from '../../scripts/packages.mjs'
import { missingLibraries } from '../../scripts/system-libraries.mjs'
import { hasDisplay } from '../../scripts/virtual-display.mjs'

const a = { version: '1.0.0', integrity: 'sha512-a' }
const foreign = { version: '1.0.0', integrity: 'sha512-f', optional: true }
const locked = { '': {}, 'node_modules/a': a, 'node_modules/foreign': foreign }

test.each([
  ['exactly as locked', { 'node_modules/a': a, 'node_modules/foreign': foreign }, true],
  ['without what is made for other platforms', { 'node_modules/a': a }, true],
  ['a package missing', { 'node_modules/foreign': foreign }, false],
  ['another version', { 'node_modules/a': { ...a, version: '1.0.1' } }, false],
  ['other bytes under the same version', { 'node_modules/a': { ...a, integrity: 'sha512-x' } }, false],
  ['a package too many', { 'node_modules/a': a, 'node_modules/b': a }, false]
])('installed packages: %s', (_what, installed, expected) => {
  expect(areInstalled(locked, installed)).toBe(expected)
})

test.each([
  ['npm error code ENOTFOUND\nnpm error network request failed', /registry cannot be reached/],
  ['npm error code ECONNREFUSED', /registry cannot be reached/],
  ['npm error code ENOSPC\nnpm error no space left on device', /disk is full/],
  ['npm error code EACCES', /cannot be written to/],
  ['npm error code EUSAGE\nnpm error The lock file is out of step', /^The lock file is out of step$/],
  ['', /gave no reason/]
])('a failed install is explained: %j', (output, expected) => {
  expect(explain(output)).toMatch(expected)
})

test('libraries that do not resolve are read from ldd', () => {
  const output = [
    '\tlinux-vdso.so.1 (0x00007ffd)',
    '\tlibnss3.so => not found',
    '\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)',
    '\tlibgtk-3.so.0 => not found'
  ].join('\n')
  expect(missingLibraries(output)).toEqual(['libnss3.so', 'libgtk-3.so.0'])
})

test.each([
  [{}, 'linux', false],
  [{ DISPLAY: '' }, 'linux', false],
  [{ DISPLAY: ':0' }, 'linux', true],
  [{ WAYLAND_DISPLAY: 'wayland-0' }, 'linux', true],
  [{}, 'darwin', true],
  [{}, 'win32', true]
])('with %j on %s there is a display: %s', (env, platform, expected) => {
  expect(hasDisplay(env, platform)).toBe(expected)
})

test('any change to the sources asks for a new build, and touching them does not', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'counterpoint-sources-'))
  try {
    const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text)
    const hash = () => hashOf(folder, ['src', 'config.ts', 'absent'])
    mkdirSync(path.join(folder, 'src/deep'), { recursive: true })
    write('src/deep/a.ts', 'a')
    const first = hash()
    write('src/deep/a.ts', 'a')
    expect(hash()).toBe(first)

    const seen = new Set([first])
    const changes = [
      () => write('src/deep/a.ts', 'b'),
      () => write('src/b.ts', ''),
      () => write('config.ts', ''),
      () => renameSync(path.join(folder, 'src/b.ts'), path.join(folder, 'src/c.ts')),
      () => rmSync(path.join(folder, 'src/c.ts'))
    ]
    for (const change of changes) {
      change()
      seen.add(hash())
    }
    expect(seen.size).toBe(1 + changes.length)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
