import { readFileSync, writeFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { writeCodebookFile } from '../../src/core/formats/codebook/codebook-file'
import { builtInCodebook } from '../../src/core/project/built-in-codebook'
import { codebookSchemaPath, generateCodebookSchema } from './codebook-schema'

test('the JSON Schema that ships is the one the reader validates with', () => {
  const file = new URL(codebookSchemaPath, new URL('../../', import.meta.url))
  if (process.env.UPDATE_GENERATED === '1') writeFileSync(file, generateCodebookSchema())
  expect(readFileSync(file, 'utf8')).toBe(generateCodebookSchema())
})

test('what is written satisfies it', () => {
  const ajv = new Ajv2020({ allErrors: true, validateFormats: false })
  const { chunks } = writeCodebookFile(builtInCodebook, {
    generator: { name: 'Counterpoint', version: '1' },
    exportedAt: '2026-11-22T12:00:00.000Z'
  })
  const isValid = ajv.validate(JSON.parse(generateCodebookSchema()), JSON.parse([...chunks].join('')))
  expect(ajv.errors).toBeNull()
  expect(isValid).toBe(true)
})
