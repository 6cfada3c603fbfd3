import { codebookContentSchema } from '../../project/codebook'
import type { WriteContext } from '../format'
import type { ProjectHead } from '../project-source'
import { datasetFormatName, datasetOffsetUnit, datasetVersion } from './schema'
import { writeProject } from './write-registers'

/** What stands before the rows of a dataset: what the file is, the project and its codebook. */
export function datasetHead({ project, codebook }: ProjectHead, context: WriteContext) {
  const { generator, exportedAt, withholdsText = false } = context
  const { id, title, version, layers } = codebook
  return {
    format: datasetFormatName,
    version: datasetVersion,
    generator: { name: generator.name, version: generator.version },
    exportedAt,
    offsetUnit: datasetOffsetUnit,
    ...(withholdsText ? { textsWithheld: true } : {}),
    project: writeProject(project),
    // Parsing puts the keys into the schema's order, whoever made the codebook.
    codebook: codebookContentSchema.parse({ id, title, version, layers })
  }
}
