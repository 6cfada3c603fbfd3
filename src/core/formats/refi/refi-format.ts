import type { Format } from '../format'
import { readRefiCodebook, readRefiProject } from './read-refi'
import { writeRefiCodebook, writeRefiProject } from './write-refi'

/** REFI-QDA 1.0, the exchange standard of ATLAS.ti, MAXQDA, NVivo, QualCoder, Taguette and others. */
export const refiProjectFormat: Format = {
  id: 'refi-qda',
  name: 'REFI-QDA project',
  description:
    'Texts, codes, coded passages, notes and links in one archive. For ATLAS.ti, MAXQDA, NVivo and QualCoder.',
  extensions: ['.qdpx'],
  offsetUnit: 'code-point',
  losses: [
    'earlier-revisions',
    'blocks',
    'pages',
    'article-metadata',
    'article-state',
    'codebook',
    'register-details',
    'unused-entries',
    'annotator-roles',
    'relations-between-articles',
    'relation-annotators',
    'origins',
    'placements',
    'article-times'
  ],
  notes: [
    'Layers are codes; parts and options are codes under them. Attributes without options stand in a note, a line each, before the memo.',
    'Pieces and parts of one annotation are selections of their own, held together by links named “piece” and “part”.',
    'Of a project by another program each top code becomes a layer, and the codes below it options of its choice “Sub-code”, named by their path; with more than 20 top codes all are options of one layer. Of a PDF its text comes in.'
  ],
  recognises: files => files.length === 1 && files.every(file => /\.qdpx$/i.test(file.name)),
  read: readRefiProject,
  write: writeRefiProject
}

export const refiCodebookFormat: Format = {
  id: 'refi-codebook',
  name: 'REFI-QDA codebook',
  description: 'The codebook alone: layers, parts, attributes and options as codes.',
  extensions: ['.qdc'],
  offsetUnit: 'none',
  losses: [
    'earlier-revisions',
    'pages',
    'project-metadata',
    'codebook',
    'unused-entries',
    'annotators',
    'annotation-free-articles',
    'annotations'
  ],
  recognises: files => files.length === 1 && files.every(file => /\.qdc$/i.test(file.name)),
  read: readRefiCodebook,
  write: writeRefiCodebook
}
