import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listBuildFiles, mimeTypeOf, resolveBuildFile, type BuildFiles } from '../../src/main/build-files'

let folder: string
let files: BuildFiles

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'counterpoint-build-'))
  const build = join(folder, 'renderer')
  await mkdir(join(build, 'assets'), { recursive: true })
  await writeFile(join(folder, 'secret.txt'), 'secret')
  await writeFile(join(build, 'index.html'), '<!doctype html>')
  await writeFile(join(build, 'assets', 'index.js'), '')
  await symlink(join(folder, 'secret.txt'), join(build, 'assets', 'link.txt'))
  await symlink(folder, join(build, 'up'))
  files = listBuildFiles(build)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('the list holds the regular files of the build, and no symbolic links', () => {
  expect([...files.keys()].sort()).toEqual(['/assets/index.js', '/index.html'])
})

describe('what belongs to the build is found', () => {
  test.each([
    ['app://counterpoint/', 'index.html'],
    ['app://counterpoint/index.html', 'index.html'],
    ['app://counterpoint/?reload=1#top', 'index.html'],
    ['app://counterpoint/assets/index.js', 'assets/index.js'],
    ['app://counterpoint/assets/index.js?v=2', 'assets/index.js']
  ])('%s', (url, file) => {
    expect(resolveBuildFile(files, url)).toBe(join(folder, 'renderer', file))
  })
})

describe('what does not is not', () => {
  test.each([
    'app://counterpoint/../secret.txt',
    'app://counterpoint/assets/../../secret.txt',
    'app://counterpoint/%2e%2e%2fsecret.txt',
    'app://counterpoint/%2e%2e/secret.txt',
    'app://counterpoint/%252e%252e%252fsecret.txt',
    'app://counterpoint/..%5csecret.txt',
    'app://counterpoint/..\\secret.txt',
    'app://counterpoint/..%c0%afsecret.txt',
    'app://counterpoint/index.html%00',
    'app://counterpoint/index.html\u0000.js',
    'app://counterpoint//etc/passwd',
    'app://counterpoint/etc/passwd',
    'app://counterpoint/C:/Windows/win.ini',
    'app://counterpoint/file:///etc/passwd',
    'app://counterpoint/assets/link.txt',
    'app://counterpoint/up/secret.txt',
    'app://counterpoint/assets',
    'app://counterpoint/assets/',
    'app://counterpoint/INDEX.HTML',
    'app://counterpoint/__proto__',
    'app://counterpoint',
    'app://counterpoint.evil/index.html',
    'app://counterpoint@evil/index.html',
    'app://counterpoint:80/index.html',
    'app://elsewhere/index.html',
    'file:///etc/passwd',
    ''
  ])('%j', url => {
    expect(resolveBuildFile(files, url)).toBeUndefined()
  })

  test('and no other spelling leads outside the list', () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '/',
      '\\',
      '%2e',
      '%2f',
      '%5c',
      '%00',
      'secret.txt',
      'assets',
      'up',
      '//'
    )
    fc.assert(
      fc.property(fc.array(piece), pieces => {
        const found = resolveBuildFile(files, `app://counterpoint/${pieces.join('')}`)
        return found === undefined || [...files.values()].includes(found)
      })
    )
  })
})

test.each([
  ['index.html', 'text/html; charset=utf-8'],
  ['a.JS', 'text/javascript; charset=utf-8'],
  ['a.woff2', 'font/woff2'],
  ['a.unknown', 'application/octet-stream'],
  ['a', 'application/octet-stream']
])('%s is served as %s', (file, type) => {
  expect(mimeTypeOf(file)).toBe(type)
})
