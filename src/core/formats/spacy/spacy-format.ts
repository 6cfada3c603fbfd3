import { firstRecord } from '../exchange/recognise-json'
import type { Format } from '../format'
import { readSpacy } from './read-spacy'
import { writeSpacy } from './write-spacy'

/** Tasks for spaCy and Prodigy, https://prodi.gy/docs/api-interfaces. */
export const spacyFormat: Format = {
  id: 'spacy',
  name: 'spaCy / Prodigy JSONL',
  description:
    'One article a line with tokens, spans and relations, for training with spaCy or review in Prodigy.',
  extensions: ['.spacy.jsonl', '.jsonl'],
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
    'Spans overlap, so that they suit spaCy’s span categorizer. A part is a span of its own, labelled with its layer and role; keys that Prodigy does not know hold attributes and memo, and Prodigy keeps them.',
    'Title, byline, outlet, web address, date and language stand in `meta`. Passages that do not begin and end with a token have no token numbers and are reported.'
  ],
  recognises: ([file]) => {
    const record = firstRecord(file)
    const isTask = Array.isArray(record?.['spans']) || record?.['_input_hash'] !== undefined
    return typeof record?.['text'] === 'string' && isTask
  },
  read: readSpacy,
  write: writeSpacy
}
