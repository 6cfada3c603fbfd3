import type { Perspective } from '../../../core/perspective/perspective'
import type { Issue } from '../../../core/project/entities'
import type { StudyViewProps } from '../../persistence/study-view'
import type { OfferFigures } from './use-offered-figures'

/** What each arrangement of perspectives is given, and the voice share above them. */
export interface ArrangementProps extends StudyViewProps {
  /** The issue that is looked at; null for all. */
  issue: Issue | null
  /** Those on this issue and its sub-issues that the filter asks for, in story order. */
  perspectives: readonly Perspective[]
  /** How many there are on the issue before the filter. */
  ofAll: number
  /** Takes what "Save…" offers; see `useOfferedFigures`. */
  offerFigures: OfferFigures
}
