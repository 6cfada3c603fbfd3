import { describe, expect, test } from 'vitest'
import { chooseOrigin } from '../../src/main/app-origin'
import { isAllowedRequest } from '../../src/main/network-filter'

const build = chooseOrigin(true, undefined)
const development = chooseOrigin(false, 'http://localhost:5173')

describe('which pages are trusted', () => {
  test.each<[isPackaged: boolean, server: string | undefined, origin: string]>([
    [true, undefined, 'app://counterpoint'],
    [true, 'http://localhost:5173', 'app://counterpoint'],
    [false, undefined, 'app://counterpoint'],
    [false, 'not a url', 'app://counterpoint'],
    [false, 'http://example.org:5173', 'app://counterpoint'],
    [false, 'http://localhost.example.org', 'app://counterpoint'],
    [false, 'file:///tmp/page.html', 'app://counterpoint'],
    [false, 'http://localhost:5173', 'http://localhost:5173'],
    [false, 'http://127.0.0.1:5173/', 'http://127.0.0.1:5173']
  ])('packaged %s, server %s: %s', (isPackaged, server, origin) => {
    expect(chooseOrigin(isPackaged, server).origin).toBe(origin)
  })
})

describe('which requests pass', () => {
  test.each<[url: string, inBuild: boolean, inDevelopment: boolean]>([
    ['app://counterpoint/assets/index.js', true, true],
    ['blob:app://counterpoint/1', true, true],
    ['data:text/plain,x', true, true],
    ['app://elsewhere/', false, false],
    ['http://localhost:5173/src/main.tsx', false, true],
    ['ws://localhost:5173/', false, true],
    ['http://localhost:5174/', false, false],
    ['http://localhost:5173@example.org/', false, false],
    ['devtools://devtools/bundled/', false, true],
    ['https://example.org/', false, false],
    ['file:///etc/passwd', false, false],
    ['chrome-extension://x/', false, false],
    ['ftp://localhost:5173/', false, false],
    ['', false, false]
  ])('%s', (url, inBuild, inDevelopment) => {
    expect(isAllowedRequest(url, build)).toBe(inBuild)
    expect(isAllowedRequest(url, development)).toBe(inDevelopment)
  })
})
