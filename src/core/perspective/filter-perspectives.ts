import { foldName } from '../project/registers/fold-name'
import type { Issue } from '../project/entities'
import { issueAndParts } from './issue-tree'
import type { Perspective } from './perspective'

/** The attributes of perspectives that can be filtered by: one option each, and frames, of which there can be several. */
export const filterFields = ['role', 'form', 'anonymity', 'attitude', 'frames'] as const
export type FilterField = (typeof filterFields)[number]

/** What perspectives are asked for. Fields without options ask nothing; several options of one field mean any of them. */
export interface PerspectiveFilter {
  /** Every one of these words stands in the quotation or the holder's name, whatever their case and accents. */
  readonly words: string
  readonly options: Readonly<Partial<Record<FilterField, readonly string[]>>>
}

export const anyPerspective: PerspectiveFilter = { words: '', options: {} }

/** How many conditions a filter has. */
export function countConditions({ words, options }: PerspectiveFilter): number {
  const chosen = filterFields.filter(field => (options[field]?.length ?? 0) > 0)
  return chosen.length + (words.trim() === '' ? 0 : 1)
}

/** Those that the filter asks for, in their order. */
export function filterPerspectives(
  perspectives: readonly Perspective[],
  filter: PerspectiveFilter,
  actorName: (id: string) => string | undefined
): readonly Perspective[] {
  if (countConditions(filter) === 0) return perspectives
  const words = foldName(filter.words).split(' ').filter(Boolean)
  return perspectives.filter(
    perspective =>
      filterFields.every(field => hasOption(perspective, field, filter.options[field] ?? [])) &&
      hasWords(perspective, words, actorName)
  )
}

/** Those on an issue and its sub-issues; with null all. */
export function perspectivesOn(
  perspectives: readonly Perspective[],
  issue: Issue | null,
  issues: readonly Issue[]
): readonly Perspective[] {
  if (issue === null) return perspectives
  const wanted = issueAndParts(issue.id, issues)
  return perspectives.filter(one => one.issue !== null && wanted.has(one.issue))
}

function hasOption(perspective: Perspective, field: FilterField, wanted: readonly string[]): boolean {
  if (wanted.length === 0) return true
  if (field === 'frames') return perspective.frames.some(frame => wanted.includes(frame))
  const value = perspective[field]
  return value !== null && wanted.includes(value)
}

function hasWords(
  { pieces, holder }: Perspective,
  words: readonly string[],
  actorName: (id: string) => string | undefined
): boolean {
  if (words.length === 0) return true
  const text = foldName([...pieces, holder === null ? '' : (actorName(holder) ?? '')].join(' '))
  return words.every(word => text.includes(word))
}
