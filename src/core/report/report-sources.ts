import type { Registers } from '../annotation/describe'
import type { Study } from '../project/study'
import type { DrawingKit, Figure } from './figure'

/** What a report is made from. */
export interface ReportSources {
  projectTitle: string
  study: Study
  registers: Registers
  figures: readonly Figure[]
  measure: DrawingKit['measure']
  /** Rules for embedded fonts; empty where the reader's own will do. */
  fontCss: string
  hasTables: boolean
  hasQuotations: boolean
  generator: { name: string; version: string }
  /** ISO 8601 instant. */
  generatedAt: string
}
