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
  readsTextsBeside: true,
  notes: [
    'A dataset without texts is read together with the articles’ files: texts are found by their SHA-256, whatever the files are called.'
  ],
  recognises: files =>
    files.some(file => {
      const start = startOfText(file)
      const isDataset = start.includes(`"${datasetFormatName}"`)
      return isDataset && (files.length === 1 || /"textsWithheld":\s*true/.test(start))
    }),
  read: readDataset,
  write: writeDataset
}
