import type { Format, FormatIssue } from '../../core/formats/format'
import type { ProjectSource } from '../../core/formats/project-source'

export interface OpenedProject {
  source: ProjectSource
  /** Null when the input was articles without annotations. */
  format: Format | null
  /** What reading mended; grows while the articles of a large file are gone through. */
  issues: FormatIssue[]
  close(): void
}
