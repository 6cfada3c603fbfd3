import { defaultSplit, type ExportOptions, type SplitOptions } from '../../../core/export/export-options'
import type { Format } from '../../../core/formats/format'
import { articleStatuses, type ArticleStatus } from '../../../core/project/entities'

export type ArticleScope = 'article' | 'all' | 'chosen'

/** What is set in the dialog. Layers and annotators are named when they are left out, so that new ones come along. */
export interface ExportChoices {
  formatId: string
  scope: ArticleScope
  /** Ids, for the scope `chosen`. */
  articles: readonly string[]
  statuses: readonly ArticleStatus[]
  withoutLayers: readonly string[]
  withoutAnnotators: readonly string[]
  onlyComplete: boolean
  includesText: boolean
  usesPseudonyms: boolean
  /** Null: as it suits the format. */
  notes: boolean | null
  isSplit: boolean
  split: SplitOptions
}

/** What is true of a study, not of how somebody works, is not remembered. */
const remembered = [
  'formatId',
  'onlyComplete',
  'includesText',
  'usesPseudonyms',
  'notes',
  'isSplit',
  'split'
] as const
const storageKey = 'counterpoint.export'

export const firstChoices: ExportChoices = {
  ...{ formatId: 'dataset', scope: 'all', articles: [], statuses: articleStatuses },
  ...{ withoutLayers: [], withoutAnnotators: [], onlyComplete: false },
  ...{ includesText: true, usesPseudonyms: false, notes: null, isSplit: false, split: defaultSplit }
}

/** Notes go along by themselves where something is lost that a reader of the file would look for. */
export function addsNotes({ notes }: ExportChoices, format: Format): boolean {
  return notes ?? format.losses.some(loss => loss !== 'history' && loss !== 'unused-revisions')
}

interface Rows {
  layers: readonly { id: string }[]
  annotators: readonly { id: string }[]
}

/** Only what narrows is named, so that an export of everything is the project as it is. */
export function toExportOptions(choices: ExportChoices, format: Format, rows: Rows): ExportOptions {
  const { scope, articles, statuses, withoutLayers, withoutAnnotators } = choices
  const others = (all: readonly { id: string }[], without: readonly string[]) =>
    all.map(row => row.id).filter(id => !without.includes(id))
  const layers = others(rows.layers, withoutLayers)
  const annotators = others(rows.annotators, withoutAnnotators)
  return {
    choice: {
      ...(scope === 'chosen' ? { articles } : {}),
      ...(statuses.length === articleStatuses.length ? {} : { statuses }),
      ...(layers.length === rows.layers.length ? {} : { layers }),
      ...(annotators.length === rows.annotators.length ? {} : { annotators }),
      ...(choices.onlyComplete ? { onlyComplete: true } : {})
    },
    split: choices.isSplit ? choices.split : null,
    withholdsText: !choices.includesText,
    usesPseudonyms: choices.usesPseudonyms,
    addsNotes: addsNotes(choices, format)
  }
}

/** The choices of last time, as far as they still make sense. */
export function readChoices(storage: Pick<Storage, 'getItem'>): ExportChoices {
  let stored: unknown
  try {
    stored = JSON.parse(storage.getItem(storageKey) ?? '{}')
  } catch {
    stored = {}
  }
  const values: Record<string, unknown> = typeof stored === 'object' && stored !== null ? { ...stored } : {}
  const flag = (key: 'onlyComplete' | 'includesText' | 'usesPseudonyms' | 'isSplit') => {
    const value = values[key]
    return typeof value === 'boolean' ? value : firstChoices[key]
  }
  return {
    ...firstChoices,
    formatId: typeof values.formatId === 'string' ? values.formatId : firstChoices.formatId,
    onlyComplete: flag('onlyComplete'),
    includesText: flag('includesText'),
    usesPseudonyms: flag('usesPseudonyms'),
    isSplit: flag('isSplit'),
    notes: typeof values.notes === 'boolean' ? values.notes : null,
    split: isSplit(values.split) ? values.split : defaultSplit
  }
}

export function rememberChoices(choices: ExportChoices, storage: Pick<Storage, 'setItem'>): void {
  storage.setItem(storageKey, JSON.stringify(Object.fromEntries(remembered.map(key => [key, choices[key]]))))
}

function isSplit(value: unknown): value is SplitOptions {
  if (typeof value !== 'object' || value === null || !('shares' in value) || !('seed' in value)) return false
  const { shares, seed } = value
  if (typeof shares !== 'object' || shares === null || typeof seed !== 'number') return false
  const numbers = Object.keys(defaultSplit.shares).map((key): unknown => Reflect.get(shares, key))
  return numbers.every(share => typeof share === 'number' && Number.isFinite(share) && share >= 0)
}
