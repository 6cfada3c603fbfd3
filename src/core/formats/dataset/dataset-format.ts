import { startOfText } from '../exchange/start-of-text'
import type { Format } from '../format'
import { readDataset } from './read'
import { datasetFormatName } from './schema'
import { writeDataset } from './write'

export const datasetFormat: Format = {
  id: 'dataset',
  name: 'Counterpoint dataset',
  description:
    'Everything in the project in one JSON file: texts, annotations, codebook and registers. Offsets count Unicode ' +
    'code points. It can be read back without loss.',
  extensions: ['.counterpoint.json'],
  offsetUnit: 'code-point',
  losses: ['unused-revisions', 'history'],
  canWithholdText: true,
  recognises: files =>
    files.length === 1 && files.every(file => startOfText(file).includes(`"${datasetFormatName}"`)),
  read: readDataset,
  write: writeDataset
}
