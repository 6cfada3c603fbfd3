import { startOfText } from '../exchange/start-of-text'
import type { Format } from '../format'
import { jsonlFormatName } from './jsonl-schema'
import { readJsonl } from './read-jsonl'
import { writeJsonl } from './write-jsonl'

/** JSON Lines (https://jsonlines.org): what a dataset says, one row on a line. */
export const jsonlFormat: Format = {
  id: 'jsonl',
  name: 'Counterpoint JSONL',
  description:
    'Everything in the project, one record on a line: each article is followed by its annotations. For large ' +
    'projects and for programs that read line by line. It can be read back without loss.',
  extensions: ['.counterpoint.jsonl'],
  offsetUnit: 'code-point',
  losses: ['unused-revisions', 'history'],
  notes: [
    'The first line holds project and codebook; the key “record” says what each line is.',
    'Without the texts, “textSha256” and “quoteSha256” take the place of “text” and “quote”.'
  ],
  canWithholdText: true,
  recognises: files =>
    files.length === 1 && files.every(file => startOfText(file, 512).includes(`"${jsonlFormatName}"`)),
  read: readJsonl,
  write: writeJsonl
}
