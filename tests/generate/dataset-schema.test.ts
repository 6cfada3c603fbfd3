import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { datasetSchemas, generateDatasetSchema } from './dataset-schema'

test.each(datasetSchemas)('$path is generated from what we read and write', schema => {
  const file = new URL(schema.path, new URL('../../', import.meta.url))
  if (process.env.UPDATE_GENERATED === '1') writeFileSync(file, generateDatasetSchema(schema))
  expect(readFileSync(file, 'utf8')).toBe(generateDatasetSchema(schema))
})
