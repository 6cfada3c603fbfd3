import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { downloadHost, electronEnvironment, resolveElectron } from '../../scripts/electron-runtime.mjs'

let folder: string
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'counterpoint-resolver-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Writes files below the test's folder; a path ending in `electron` becomes executable. */
function place(files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text)
    if (name.endsWith('electron')) chmodSync(file, 0o755)
  }
}

const declared = { 'package/package.json': '{"version":"45.4.1"}' }
const installed = {
  'package/path.txt': 'electron',
  'package/dist/version': 'v45.4.1',
  'package/dist/electron': 'binary'
}
const fallback = { 'fallback/electron': 'binary', 'fallback/version': '33.2.1' }

/** A world in which nothing is reachable and every step that costs something is counted. */
function world(overrides: Parameters<typeof resolveElectron>[0] = {}) {
  return {
    env: {},
    platform: 'linux',
    arch: 'x64',
    electronPackage: path.join(folder, 'package'),
    fallbackFolder: path.join(folder, 'fallback'),
    canReach: vi.fn(() => Promise.resolve(false)),
    download: vi.fn<(script: string) => Promise<string | undefined>>(() => Promise.resolve(undefined)),
    buildFallback: vi.fn<(folder: string) => Promise<void>>(() => Promise.resolve()),
    say: vi.fn(),
    ...overrides
  }
}

describe('an executable named by ELECTRON_EXEC_PATH', () => {
  test('wins over everything and is not second-guessed', async () => {
    place({ ...declared, ...installed, ...fallback, 'mine/electron': 'binary', 'mine/version': '40.0.0' })
    const here = world({ env: { ELECTRON_EXEC_PATH: path.join(folder, 'mine/electron') } })
    expect(await resolveElectron(here)).toEqual({
      path: path.join(folder, 'mine/electron'),
      version: '40.0.0',
      isFallback: false
    })
    expect(here.canReach).not.toHaveBeenCalled()
  })

  test('is still known as the fallback when a command of ours passed it on', async () => {
    place(fallback)
    const found = await resolveElectron(
      world({ env: { ELECTRON_EXEC_PATH: path.join(folder, 'fallback/electron') } })
    )
    expect(found).toMatchObject({ version: '33.2.1', isFallback: true })
  })

  // A typo must not quietly test another Electron than the one that was asked for.
  test.each(['nowhere/electron', 'package'])('is refused when it is not a file: %s', async name => {
    place({ ...declared, ...installed, ...fallback })
    const here = world({ env: { ELECTRON_EXEC_PATH: path.join(folder, name) } })
    await expect(resolveElectron(here)).rejects.toThrow(/ELECTRON_EXEC_PATH names .* not a file/)
  })
})

describe('the declared version', () => {
  test('is used where it is installed, without a look at the network', async () => {
    place({ ...declared, ...installed, ...fallback })
    const here = world()
    expect(await resolveElectron(here)).toEqual({
      path: path.join(folder, 'package/dist/electron'),
      version: '45.4.1',
      isFallback: false
    })
    expect(here.canReach).not.toHaveBeenCalled()
  })

  test.each([
    ['another version', { 'package/dist/version': '45.4.0' }],
    ['a missing executable', { 'package/path.txt': 'elsewhere' }]
  ])('does not count as installed with %s', async (_what, damage) => {
    place({ ...declared, ...installed, ...fallback, ...damage })
    expect(await resolveElectron(world())).toMatchObject({ isFallback: true })
  })

  test('is fetched when its host answers', async () => {
    place({ ...declared, ...fallback })
    const download = vi.fn(() => {
      place(installed)
      return Promise.resolve(undefined)
    })
    const found = await resolveElectron(world({ canReach: () => Promise.resolve(true), download }))
    expect(download).toHaveBeenCalledWith(path.join(folder, 'package/install.js'))
    expect(found).toMatchObject({ version: '45.4.1', isFallback: false })
  })

  test('is given up for the fallback when the download fails, and the reason is said', async () => {
    place({ ...declared, ...fallback })
    const here = world({
      canReach: () => Promise.resolve(true),
      download: () => Promise.resolve('HTTPError: 403')
    })
    expect(await resolveElectron(here)).toMatchObject({ isFallback: true })
    expect(here.say).toHaveBeenLastCalledWith(expect.stringContaining('403'))
  })

  test('is tried without a probe behind a proxy, which a direct connect would bypass', async () => {
    place({ ...declared, ...fallback })
    const here = world({ env: { HTTPS_PROXY: 'http://proxy:3128' } })
    await resolveElectron(here)
    expect(here.canReach).not.toHaveBeenCalled()
    expect(here.download).toHaveBeenCalledOnce()
  })
})

describe('the fallback', () => {
  test('is used as it is once its version file exists', async () => {
    place({ ...declared, ...fallback })
    const here = world()
    expect(await resolveElectron(here)).toEqual({
      path: path.join(folder, 'fallback/electron'),
      version: '33.2.1',
      isFallback: true
    })
    expect(here.buildFallback).not.toHaveBeenCalled()
  })

  test('is built again when an interrupted build left it without a version file', async () => {
    place({ ...declared, 'fallback/electron': 'half a binary' })
    const buildFallback = vi.fn(() => Promise.resolve(place(fallback)))
    expect(await resolveElectron(world({ buildFallback }))).toMatchObject({ version: '33.2.1' })
    expect(buildFallback).toHaveBeenCalledWith(path.join(folder, 'fallback'))
  })

  test.each([
    ['linux', 'arm64'],
    ['darwin', 'x64'],
    ['win32', 'x64']
  ])('is not offered on %s %s; the message says what to set', async (platform, arch) => {
    place({ ...declared, ...fallback })
    const asked = resolveElectron(world({ platform, arch }))
    await expect(asked).rejects.toThrow(/45\.4\.1.*ELECTRON_EXEC_PATH.*ELECTRON_MIRROR/)
  })

  test('without installed packages, the message says what to run', async () => {
    await expect(resolveElectron(world({ platform: 'win32' }))).rejects.toThrow(/npm start/)
  })
})

test.each([
  [{}, 'github.com', 443],
  [{ ELECTRON_MIRROR: '' }, 'github.com', 443],
  [{ ELECTRON_MIRROR: 'https://mirror.example/electron/' }, 'mirror.example', 443],
  [{ ELECTRON_MIRROR: 'http://mirror.example/' }, 'mirror.example', 80],
  [{ npm_config_electron_mirror: 'https://mirror.example:8443/' }, 'mirror.example', 8443]
])('the probe goes where the download would: %j', (env, host, port) => {
  expect(downloadHost(env)).toEqual({ host, port })
})

test('a mirror that is no URL is named', () => {
  expect(() => downloadHost({ ELECTRON_MIRROR: 'mirror' })).toThrow(/ELECTRON_MIRROR is not a URL: mirror/)
})

describe('the environment for other programs', () => {
  const electron = { path: '/opt/electron/electron', version: '45.4.1', isFallback: false }

  test('names executable and folder, and drops what makes Electron a plain Node', () => {
    const env = electronEnvironment(electron, { PATH: '/bin', ELECTRON_RUN_AS_NODE: '1' }, 1000)
    expect(env).toEqual({
      PATH: '/bin',
      ELECTRON_EXEC_PATH: '/opt/electron/electron',
      ELECTRON_OVERRIDE_DIST_PATH: '/opt/electron'
    })
  })

  // A sandbox switched off for people who did not ask would be a hole nobody sees.
  test.each([
    [0, '1'],
    [1000, undefined],
    [undefined, undefined]
  ])('lets go of the sandbox for root alone: uid %s', (uid, expected) => {
    const env =
      uid === undefined ? electronEnvironment(electron, {}, -1) : electronEnvironment(electron, {}, uid)
    expect(env.ELECTRON_DISABLE_SANDBOX).toBe(expected)
    expect(env.NO_SANDBOX).toBe(expected)
  })

  test('finds the folder above the bundle on macOS', () => {
    const bundled = { ...electron, path: '/opt/dist/Electron.app/Contents/MacOS/Electron' }
    expect(electronEnvironment(bundled, {}, 501).ELECTRON_OVERRIDE_DIST_PATH).toBe('/opt/dist')
  })
})

test('the application itself holds no switch against the sandbox', () => {
  const root = path.resolve(import.meta.dirname, '../..')
  const sources = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/.test(name))
    .map(name => path.join(root, 'src', name))
  expect(sources.length).toBeGreaterThan(10)
  const offenders = [path.join(root, 'package.json'), ...sources].filter(file =>
    /no-sandbox|NO_SANDBOX|DISABLE_SANDBOX/.test(readFileSync(file, 'utf8'))
  )
  expect(offenders).toEqual([])
})
