import './check-node.mjs'
import { writeFileSync } from 'node:fs'
import process from 'node:process'
import { CommandError, runAsCommand } from './command-error.mjs'
import { ensurePackages } from './packages.mjs'
import { inProject } from './project-folder.mjs'
import { runProgram } from './run-program.mjs'
import { importTypeScript } from './run-ts.mjs'

// Writes the checked-in files that are made from others; tests fail when one is out of date.
await runAsCommand(async () => {
  await ensurePackages()
  const { datasetSchemas, generateDatasetSchema } = await importTypeScript(
    inProject('tests/generate/dataset-schema.ts')
  )
  for (const schema of datasetSchemas) {
    writeFileSync(inProject(schema.path), generateDatasetSchema(schema))
    console.log(schema.path)
  }

  const { codebookSchemaPath, generateCodebookSchema } = await importTypeScript(
    inProject('tests/generate/codebook-schema.ts')
  )
  writeFileSync(inProject(codebookSchemaPath), generateCodebookSchema())
  console.log(codebookSchemaPath)

  const { formatsPagePath, generateFormatsPage } = await importTypeScript(
    inProject('tests/generate/formats-page.ts')
  )
  writeFileSync(inProject(formatsPagePath), generateFormatsPage())
  console.log(formatsPagePath)

  const { code, output } = await runProgram(process.execPath, [inProject('scripts/make-sample.mjs')])
  if (code !== 0) throw new CommandError(output.trim())
  console.log('resources/sample/sample.counterpoint.json')
})
