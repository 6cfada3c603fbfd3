import type { AnnotationId, CaseId } from '../project/ids'

/**
 * `contradiction`: not everything told can be true. `gap`: something is not told, or not tagged. `assumption`: the
 * reckoning went one way where the reports leave two.
 */
export type FlagSeverity = 'contradiction' | 'gap' | 'assumption'

/** Something about a ledger that a researcher should look at. */
export interface LedgerFlag {
  /** Kebab-case, the same for every flag of its kind. */
  readonly rule: string
  readonly severity: FlagSeverity
  /** Null where it concerns no case. */
  readonly case: CaseId | null
  /** A sentence that can stand by itself. */
  readonly title: string
  /** What it rests on; may be empty. */
  readonly detail: string
  /** What would mend it, as an instruction. */
  readonly mend: string
  /** The passages behind it, in story order; empty where nothing is tagged. */
  readonly ids: readonly AnnotationId[]
}

const severities: readonly FlagSeverity[] = ['contradiction', 'gap', 'assumption']

/** What weighs most in a study of what became of charges comes first; rules not named here come after them. */
const weightiest = [
  'more-than-charged',
  'reports-disagree',
  'no-disposition',
  'divided-jury',
  'death-with-open-counts',
  'defendant-without-end',
  'no-closing-event',
  'register-disagrees'
]

/** Contradictions first, then gaps, then assumptions; the weightiest rules first in each. */
export function sortFlags(flags: readonly LedgerFlag[]): readonly LedgerFlag[] {
  const rank = ({ rule }: LedgerFlag) =>
    (weightiest.indexOf(rule) + weightiest.length + 1) % (weightiest.length + 1)
  return [...flags].sort(
    (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || rank(a) - rank(b)
  )
}

/** "1 count", "7 counts", "1,200 counts". */
export function countsOf(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'count' : 'counts'}`
}

/** "a", "a and b", "a, b and c". */
export function listOf(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}
