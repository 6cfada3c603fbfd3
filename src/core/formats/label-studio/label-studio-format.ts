import { startOfText } from '../exchange/start-of-text'
import type { Format } from '../format'
import { readLabelStudio } from './read-label-studio'
import { writeLabelStudio } from './write-label-studio'

/** Label Studio's JSON (https://labelstud.io/guide/export) and its labelling configuration. */
export const labelStudioFormat: Format = {
  id: 'label-studio',
  name: 'Label Studio JSON',
  description:
    'Tasks with labelled regions, and the labelling configuration that shows them in Label Studio.',
  extensions: ['.label-studio.json', '.json', '.xml'],
  offsetUnit: 'code-point',
  losses: [
    'earlier-revisions',
    'blocks',
    'pages',
    'article-state',
    'project-metadata',
    'codebook',
    'register-details',
    'unused-entries',
    'annotator-roles',
    'relations-between-articles',
    'relation-annotators',
    'origins',
    'placements',
    'times',
    'article-times'
  ],
  notes: [
    'Pieces and parts of an annotation are regions of their own, held together by relations named “piece” and “part”. Memo, annotator and certainty stand in the region’s `meta`.',
    'Offsets are code points, as today’s editor counts; exports of older versions count UTF-16 units, which is recognised by the words.'
  ],
  recognises: files =>
    files.some(file => {
      const start = startOfText(file, 2_000_000)
      const isTasks = /"data"\s*:\s*\{/.test(start) || /"annotation_id"\s*:/.test(start)
      return /^\s*\[\s*\{/.test(start) && isTasks && !start.includes('"@context"')
    }),
  read: readLabelStudio,
  write: writeLabelStudio
}
