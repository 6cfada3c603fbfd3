import type { CodePointIndex } from '../../anchoring/code-points'

/** One text that annotations point at, and how its code points lie in UTF-16. */
export interface IndexedText {
  text: string
  index: CodePointIndex
}
