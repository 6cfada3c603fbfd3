import { codebookContentSchema } from '../../project/codebook'
import type { WriteContext } from '../format'
import type { ProjectHead } from '../project-source'
import { datasetFormatName, datasetOffsetUnit, datasetVersion } from './schema'
import { writeProject } from './write-registers'

/** What stands before the rows of a dataset: what the file is, the project and its codebook. */
export function datasetHead({ project, codebook }: ProjectHead, { generator, exportedAt }: WriteContext) {
  const { id, title, version, layers } = codebook
  return {
    format: datasetFormatName,
    version: datasetVersion,
    generator: { name: generator.name, version: generator.version },
    exportedAt,
    offsetUnit: datasetOffsetUnit,
    project: writeProject(project),
    // Parsing puts the keys into the schema's order, whoever made the codebook.
    codebook: codebookContentSchema.parse({ id, title, version, layers })
  }
}
