/** The part of the `edtf` package that we use; it ships without types. */
declare module 'edtf' {
  export interface ParsedDate {
    type: 'Date' | 'Season' | 'Year' | 'Century' | 'Decade' | 'Interval' | 'List' | 'Set'
    /** Year, month from 0 or season from 21, day, and a time of day. */
    values: number[]
    uncertain?: boolean | number
    approximate?: boolean | number
    unspecified?: number
  }

  /** Throws when the text is not EDTF within the constraints. */
  export function parse(
    text: string,
    constraints?: { level?: number; types?: string[]; seasonUncertainty?: boolean }
  ): ParsedDate
}
