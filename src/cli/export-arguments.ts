import { plainExport, type ExportOptions, type RowChoice } from '../core/export/export-options'
import type { ProjectHead, ProjectSource } from '../core/formats/project-source'
import { articleStatuses } from '../core/project/entities'
import { usageFailure } from './io'

/** What convert and split take of the choices of an export, for node:util. */
export const exportArguments = {
  article: { type: 'string', multiple: true },
  layer: { type: 'string', multiple: true },
  annotator: { type: 'string', multiple: true },
  status: { type: 'string', multiple: true },
  'only-complete': { type: 'boolean' },
  'without-text': { type: 'boolean' },
  pseudonyms: { type: 'boolean' },
  notes: { type: 'boolean' }
} as const

interface Given {
  article?: string[]
  layer?: string[]
  annotator?: string[]
  status?: string[]
  'only-complete'?: boolean
  'without-text'?: boolean
  pseudonyms?: boolean
  notes?: boolean
}

/** @throws CommandFailure for a name that is not in the project. */
export function exportOptionsOf(given: Given, source: ProjectSource): ExportOptions {
  return {
    ...plainExport,
    choice: choiceOf(given, source),
    withholdsText: given['without-text'] === true,
    usesPseudonyms: given.pseudonyms === true,
    addsNotes: given.notes === true
  }
}

function choiceOf(given: Given, source: ProjectSource): RowChoice {
  const { codebook, annotators }: ProjectHead = source.head
  const choice: RowChoice = {}
  if (given.article !== undefined) {
    const rows = Array.from(source.articles(), ({ article }) => ({ id: article.id, name: article.title }))
    choice.articles = idsOf('article', given.article, rows)
  }
  if (given.layer !== undefined) choice.layers = idsOf('layer', given.layer, codebook.layers)
  if (given.annotator !== undefined) choice.annotators = idsOf('annotator', given.annotator, annotators)
  if (given.status !== undefined)
    choice.statuses = given.status.map(status => {
      const known = articleStatuses.find(one => one === status)
      if (known === undefined)
        throw usageFailure(`There is no status “${status}”. There are: ${articleStatuses.join(', ')}.`)
      return known
    })
  if (given['only-complete'] === true) choice.onlyComplete = true
  return choice
}

function idsOf(
  kind: string,
  wanted: readonly string[],
  rows: readonly { id: string; name: string }[]
): string[] {
  return wanted.flatMap(name => {
    const found = rows.filter(row => row.id === name || row.name === name)
    if (found.length === 0) throw usageFailure(`The project has no ${kind} “${name}”.`)
    return found.map(row => row.id)
  })
}
