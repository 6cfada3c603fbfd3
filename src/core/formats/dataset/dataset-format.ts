import type { Format } from '../format'
import { readDataset } from './read'
import { writeDataset } from './write'

export const datasetFormat: Format = {
  id: 'dataset',
  name: 'Counterpoint dataset',
  description:
    'Everything in the project in one JSON file: texts, annotations, codebook and registers. Offsets count Unicode ' +
    'code points. It can be read back without loss.',
  extensions: ['.counterpoint.json'],
  losses: ['Earlier revisions of a text that no annotation points at', 'The history of changes, for undo'],
  read: readDataset,
  write: writeDataset
}
