import { z } from 'zod'
import { datasetSchema } from '../../src/core/formats/dataset/schema'
import { withheldDatasetSchema } from '../../src/core/formats/dataset/without-texts'

/** A schema that ships: where it is kept, from the root of the repository, and what it is made of. */
export const datasetSchemas = [
  {
    path: 'resources/schema/counterpoint-dataset.schema.json',
    id: 'urn:counterpoint:dataset:1',
    comment:
      'Beyond this schema the reader checks that ids are unique and named rows exist, that every quote is the text ' +
      'between its offsets, and that attributes fit the codebook.',
    schema: datasetSchema
  },
  {
    path: 'resources/schema/counterpoint-dataset-without-texts.schema.json',
    id: 'urn:counterpoint:dataset-without-texts:1',
    comment: 'Whoever has the texts can check them by their hashes and put them back.',
    schema: withheldDatasetSchema
  }
] as const

/** The JSON Schema (draft 2020-12) of such datasets, as the text of the file that ships. */
export function generateDatasetSchema({
  id,
  comment,
  schema: shape
}: (typeof datasetSchemas)[number]): string {
  const { $schema, ...schema } = z.toJSONSchema(shape, {
    target: 'draft-2020-12',
    io: 'input',
    // Validators outside JavaScript know no \p{Cc} in patterns.
    override: ({ jsonSchema }) => {
      if (jsonSchema.pattern !== undefined) {
        jsonSchema.pattern = jsonSchema.pattern.replaceAll('\\p{Cc}', '\\u0000-\\u001f\\u007f-\\u009f')
      }
    }
  })
  const described = {
    $schema,
    $id: id,
    $comment: comment,
    ...schema
  }
  return `${JSON.stringify(described, null, 2)}\n`
}
