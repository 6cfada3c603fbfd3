import { readFileSync } from 'node:fs'
import { parseArguments } from '../arguments'
import { usageFailure, type ExitCode, type Io } from '../io'

const schemas: Record<string, string> = {
  dataset: 'resources/schema/counterpoint-dataset.schema.json',
  'dataset-without-texts': 'resources/schema/counterpoint-dataset-without-texts.schema.json',
  codebook: 'resources/schema/counterpoint-codebook.schema.json'
}

/** `counterpoint schema`. */
export async function schema(args: readonly string[], io: Io): Promise<ExitCode> {
  const { positionals } = parseArguments(args, {})
  const [name = 'dataset'] = positionals
  const file = schemas[name]
  if (file === undefined)
    throw usageFailure(`There is no schema “${name}”. There are: ${Object.keys(schemas).join(', ')}.`)
  await io.out(readFileSync(new URL(file, io.root), 'utf8'))
  return 0
}
