import type { ArticleStatus } from '../project/entities'

/** Which rows of a project go out. What is absent chooses all. */
export interface RowChoice {
  /** Ids. */
  articles?: readonly string[]
  statuses?: readonly ArticleStatus[]
  /** Ids. */
  layers?: readonly string[]
  /** Ids; relations follow their own annotator. */
  annotators?: readonly string[]
  /** Only annotations that have all their codebook requires. */
  onlyComplete?: boolean
}

export const subsets = ['train', 'validation', 'test'] as const
export type Subset = (typeof subsets)[number]

/** Parts of the articles for machine learning. Shares are weights: 8, 1, 1 says the same as 0.8, 0.1, 0.1. */
export interface SplitOptions {
  shares: Readonly<Record<Subset, number>>
  /** The same seed, articles and annotations give the same split. */
  seed: number
}

/** What a person decides about an export besides its format. */
export interface ExportOptions {
  choice: RowChoice
  /** Null: all articles together. */
  split: SplitOptions | null
  /** Positions and checksums take the place of texts; formats that cannot do it refuse. */
  withholdsText: boolean
  /** Actors bear invented names, in registers, texts, quotations and memos. */
  usesPseudonyms: boolean
  /** Whether `methods.md` and `losses.json` go along. */
  addsNotes: boolean
}

export const plainExport: ExportOptions = {
  choice: {},
  split: null,
  withholdsText: false,
  usesPseudonyms: false,
  addsNotes: false
}

export const defaultSplit: SplitOptions = { shares: { train: 80, validation: 10, test: 10 }, seed: 1 }
