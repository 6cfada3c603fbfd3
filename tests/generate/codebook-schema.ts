import { z } from 'zod'
import { codebookFileSchema } from '../../src/core/formats/codebook/codebook-file'

/** Where the generated text is kept, from the root of the repository. */
export const codebookSchemaPath = 'resources/schema/counterpoint-codebook.schema.json'

/** The JSON Schema (draft 2020-12) of a codebook file, as the text of the file that ships. */
export function generateCodebookSchema(): string {
  const { $schema, ...schema } = z.toJSONSchema(codebookFileSchema, {
    target: 'draft-2020-12',
    io: 'input',
    // Validators outside JavaScript know no \p{Cc} in patterns.
    override: ({ jsonSchema }) => {
      if (jsonSchema.pattern !== undefined)
        jsonSchema.pattern = jsonSchema.pattern.replaceAll('\\p{Cc}', '\\u0000-\\u001f\\u007f-\\u009f')
    }
  })
  const described = {
    $schema,
    $id: 'urn:counterpoint:codebook:1',
    $comment: 'Beyond this schema the reader checks that ids are unique among their siblings.',
    ...schema
  }
  return `${JSON.stringify(described, null, 2)}\n`
}
