import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { datasetSchemaPath, generateDatasetSchema } from './dataset-schema'

test('the JSON Schema that ships is the one the reader validates with', () => {
  const root = new URL('../../', import.meta.url)
  const file = new URL(datasetSchemaPath, root)
  if (process.env.UPDATE_GENERATED === '1') writeFileSync(file, generateDatasetSchema())
  expect(readFileSync(file, 'utf8')).toBe(generateDatasetSchema())
})
