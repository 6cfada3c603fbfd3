import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { formatsPagePath, generateFormatsPage } from './formats-page'

test('the page about formats says what they say of themselves', () => {
  const file = new URL(`../../${formatsPagePath}`, import.meta.url)
  if (process.env.UPDATE_GENERATED === '1') writeFileSync(file, generateFormatsPage())
  expect(readFileSync(file, 'utf8')).toBe(generateFormatsPage())
})
