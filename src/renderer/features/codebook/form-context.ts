import type { CodebookDraft, Edited } from '../../../core/codebook/draft'
import type { TakenKeys } from '../../../core/codebook/keys'
import type { CodebookUsage } from '../../../core/codebook/usage'
import type { Annotation } from '../../../core/project/entities'

/** What every form of the editor gets. */
export interface FormContext {
  draft: CodebookDraft
  /** As they are with the draft's ids; empty until they are read. */
  annotations: readonly Annotation[]
  usage: CodebookUsage | null
  /** Keys that commands have. */
  taken: TakenKeys
  /** Takes over what an edit answered; why it was refused, or null. */
  edit(edited: Edited): string | null
  /** As `edit`, for buttons: a refusal is told in a toast. */
  act(edited: Edited, said: string): void
}
