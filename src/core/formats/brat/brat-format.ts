import type { Format } from '../format'
import { readBrat } from './read-brat'
import { writeBrat } from './write-brat'

/** brat stand-off, https://brat.nlplab.org/standoff.html. */
export const bratFormat: Format = {
  id: 'brat',
  name: 'brat stand-off',
  description:
    'A text file and an annotation file for each article, with configuration files. For brat and many NLP tools.',
  extensions: ['.ann', '.txt', '.conf'],
  offsetUnit: 'code-point',
  losses: [
    'earlier-revisions',
    'blocks',
    'pages',
    'edge-line-breaks',
    'article-metadata',
    'article-state',
    'article-titles',
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
    'Each annotation is an event: its passage is the trigger, its parts are the arguments. A passage over a line break has a piece on each line.',
    'Options are attributes; names, dates and texts are notes, because brat lists the values that attributes can have.',
    'Names of attributes bear their layer in front: they are global in brat.'
  ],
  recognises: files => files.some(file => file.name.toLowerCase().endsWith('.ann')),
  read: readBrat,
  write: writeBrat
}
