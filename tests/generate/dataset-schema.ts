import { z } from 'zod'
import { datasetSchema } from '../../src/core/formats/dataset/schema'

/** Where the generated text is kept, from the root of the repository. */
export const datasetSchemaPath = 'resources/schema/counterpoint-dataset.schema.json'

/** The JSON Schema (draft 2020-12) of what the reader accepts, as the text of the file that ships. */
export function generateDatasetSchema(): string {
  const { $schema, ...schema } = z.toJSONSchema(datasetSchema, {
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
    $id: 'urn:counterpoint:dataset:1',
    $comment:
      'Beyond this schema the reader checks that ids are unique and named rows exist, that every quote is the text ' +
      'between its offsets, and that attributes fit the codebook.',
    ...schema
  }
  return `${JSON.stringify(described, null, 2)}\n`
}
