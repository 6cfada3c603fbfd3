import { startOfText } from '../exchange/start-of-text'
import type { Format } from '../format'
import type { Loss } from '../losses'
import { readCasJson, writeCasJson } from './cas-json'
import { readCasXmi, writeCasXmi } from './cas-xmi'

const common: readonly Loss[] = [
  'earlier-revisions',
  'blocks',
  'pages',
  'article-metadata',
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
]

const notes = [
  'Layers are types in `webanno.custom`, which INCEpTION takes for layers of a project’s own: make them there first, or import the type system. Attributes are features that hold text.',
  'Pieces and parts of one annotation are structures of their own that share `annotationId`; `spanRole` says which part.'
]

/** UIMA CAS in JSON, as INCEpTION and dkpro-cassis read it. */
export const casJsonFormat: Format = {
  id: 'cas-json',
  name: 'UIMA CAS JSON',
  description: 'A CAS with its types for each article. For INCEpTION and UIMA pipelines.',
  extensions: ['.cas.json', '.json'],
  offsetUnit: 'utf-16',
  losses: common,
  notes,
  recognises: files =>
    files.length > 0 &&
    files.every(
      file =>
        /\.json$/i.test(file.name) &&
        /"%(?:TYPES|FEATURE_STRUCTURES|FLAGS|HEADER)"/.test(startOfText(file, 2000))
    ),
  read: readCasJson,
  write: writeCasJson
}

/** UIMA CAS in XMI 2.0, with its type system beside it. */
export const casXmiFormat: Format = {
  id: 'cas-xmi',
  name: 'UIMA CAS XMI',
  description:
    'A CAS in XML for each article, with the type system. For INCEpTION, WebAnno and UIMA pipelines.',
  extensions: ['.xmi', '.xml'],
  offsetUnit: 'utf-16',
  losses: common,
  notes: [...notes, 'XML 1.0 has no control characters: spaces stand in their place.'],
  recognises: files => files.some(file => /\.xmi$/i.test(file.name)),
  read: readCasXmi,
  write: writeCasXmi
}
