import type { Issue } from '../project/entities'
import type { MatrixOrder } from './matrix-order'
import type { SideCounts } from './matrix-tally'
import type { Perspective } from './perspective'
import type { Side } from './sides'

/** The perspectives where a row and a column meet, or of a whole row or column. */
export interface MatrixCell {
  /** In story order; empty is silence. */
  readonly perspectives: readonly Perspective[]
  readonly sides: SideCounts
  /** See `dominantSide`; null when silent or without any stance. */
  readonly side: Side | null
  /** Of all perspectives on the issue, 0–1; of totals, of all in the matrix. */
  readonly share: number
}

export interface MatrixLine {
  /** Unlike that of any other row or column. */
  readonly key: string
  readonly name: string
  /** In full, where the name is a short one. */
  readonly title: string
  /** Under which heading it stands; null for none. Lines of one group follow each other. */
  readonly group: { readonly key: string; readonly title: string } | null
  /** Of actors: the name of the role most often coded for them; null for none, and of issues. */
  readonly role: string | null
  /** A sub-issue, after the issue it is a part of. */
  readonly isPart: boolean
  readonly total: MatrixCell
}

export interface MatrixOptions {
  /** Null for all issues. */
  readonly issue: Issue | null
  readonly order: MatrixOrder
  readonly isGrouped: boolean
  /** Also actors of the register that are not quoted, and issues on which nobody is. */
  readonly hasSilent: boolean
}
