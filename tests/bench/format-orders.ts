import type { ExportOptions } from '../../src/core/export/export-options'

/** What a child process of the formats' bench is to do. */
export type ChildOrder =
  | { task: 'prepare' | 'load' }
  | { task: 'stringify' | 'parse'; rounds: number }
  | { task: 'write' | 'read'; format: string; rounds: number }
  | { task: 'export'; format: string; options: ChildOptions; rounds: number }

/** `splits` deals the articles out to training, validation and test data. */
export type ChildOptions = Partial<Omit<ExportOptions, 'split'>> & { splits?: boolean }

export interface ChildReport {
  /** One a round. */
  seconds: number[]
  /** What a round wrote or read. */
  bytes: number
  /** What would have blocked a window longest, from one piece to the next; one a round, none for readers. */
  longestStepsMs: number[]
  /** The greatest resident memory of the process, the project it holds included. */
  peakMegabytes: number
}
