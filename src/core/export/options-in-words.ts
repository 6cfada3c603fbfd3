import type { ProjectHead } from '../formats/project-source'
import { subsets, type ExportOptions, type SplitOptions } from './export-options'

const statusNames = { new: 'new', 'in-progress': 'in progress', done: 'done' } as const

/** What of the project was exported, and how it was changed: a sentence each; none when it is all, unchanged. */
export function choiceInWords(
  { choice, withholdsText, usesPseudonyms }: ExportOptions,
  head: Pick<ProjectHead, 'codebook' | 'annotators'>
): string[] {
  const sentences: string[] = []
  const { articles, statuses, layers, annotators, onlyComplete } = choice
  if (articles !== undefined) sentences.push(`Only chosen articles (${articles.length}).`)
  if (statuses !== undefined)
    sentences.push(`Only articles that are ${listOf(statuses.map(status => statusNames[status]))}.`)
  if (layers !== undefined) sentences.push(`Only the layers ${namesOf(layers, head.codebook.layers)}.`)
  if (annotators !== undefined) sentences.push(`Only annotations by ${namesOf(annotators, head.annotators)}.`)
  if (onlyComplete === true) sentences.push('Only annotations that have all the codebook requires.')
  if (usesPseudonyms)
    sentences.push(
      'Names and aliases of actors were replaced by pseudonyms, and offsets recalculated for the new texts.'
    )
  if (withholdsText)
    sentences.push('Texts and quotations are withheld: positions and SHA-256 checksums take their place.')
  return sentences
}

export function splitInWords({ shares, seed }: SplitOptions): string {
  const parts = subsets.filter(subset => shares[subset] > 0).map(subset => `${subset} ${shares[subset]}`)
  return (
    `Articles were split (${parts.join(', ')}; seed ${seed}) by iterative stratification over layers and options ` +
    '(Sechidis et al. 2011); no text stands in two subsets.'
  )
}

function namesOf(ids: readonly string[], rows: readonly { id: string; name: string }[]): string {
  return listOf(ids.map(id => rows.find(row => row.id === id)?.name ?? id))
}

function listOf(words: readonly string[]): string {
  if (words.length === 0) return 'none'
  return words.length === 1 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`
}
