import { startOfText } from '../exchange/start-of-text'
import type { Format } from '../format'
import type { Loss } from '../losses'
import { readW3c } from './read-w3c'
import { writeRecogito, writeW3c } from './write-w3c'

const common: readonly Loss[] = [
  'earlier-revisions',
  'blocks',
  'pages',
  'article-state',
  'codebook',
  'register-details',
  'unused-entries',
  'annotator-roles',
  'relations-between-articles',
  'placements',
  'article-times'
]

/** Web Annotation Data Model, W3C Recommendation of 23 February 2017. */
export const w3cFormat: Format = {
  id: 'w3c',
  name: 'W3C Web Annotation',
  description: 'JSON-LD for libraries and archives, with each article’s text in a file beside it.',
  extensions: ['.jsonld', '.txt'],
  offsetUnit: 'code-point',
  losses: common,
  canWithholdText: true,
  readsTextsBeside: true,
  notes: [
    'Each piece and part of an annotation is a target with a quotation and a position. Positions count code points, as the recommendation demands.',
    'Attributes are tagging bodies; terms of our own (`counterpoint:attribute`, `counterpoint:role`) say which, and can be passed over. Relations are annotations that link.'
  ],
  recognises: files =>
    files.some(file => {
      if (!/\.(?:jsonld|json)$/i.test(file.name)) return false
      return startOfText(file, 100_000).includes('http://www.w3.org/ns/anno.jsonld')
    }),
  read: readW3c,
  write: writeW3c
}

/** What `@recogito/text-annotator` 4 loads: the same selectors, counted in UTF-16 units. */
export const recogitoFormat: Format = {
  id: 'recogito',
  name: 'Web Annotation for Recogito',
  description: 'A list of annotations for each article as Recogito’s text annotator loads it.',
  extensions: ['.recogito.json', '.txt'],
  offsetUnit: 'utf-16',
  losses: [...common, 'article-metadata', 'article-titles', 'project-metadata', 'relations'],
  notes: ['Recogito counts UTF-16 units where the recommendation counts code points: use this only there.'],
  write: writeRecogito
}
