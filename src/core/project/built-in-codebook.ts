import { claimLayer } from './built-in-codebook/claim-layer'
import { legalEventLayer } from './built-in-codebook/legal-event-layer'
import { perspectiveLayer } from './built-in-codebook/perspective-layer'
import { codebookContentSchema, type CodebookContent } from './codebook'

/**
 * The codebook a new project starts with, and the one a dataset means when it carries none. Its layer,
 * attribute and option ids are part of the dataset format: changing one is a new version, never an edit.
 */
export const builtInCodebook: CodebookContent = codebookContentSchema.parse({
  id: 'contested-reporting',
  title: 'Contested reporting',
  version: 1,
  layers: [claimLayer, perspectiveLayer, legalEventLayer]
})
