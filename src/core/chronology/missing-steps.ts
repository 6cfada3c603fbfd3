import type { CaseId } from '../project/ids'
import { hasHappened } from './event-words'
import type { MergedEvent } from './same-event'

/** A step that a proceeding must have had and that is not told. */
export interface MissingStep {
  readonly case: CaseId
  /** The first event told of the case that presupposes it. */
  readonly event: MergedEvent
  /** What is not told, as the words after "without": "a charge". */
  readonly step: string
}

const charges = ['charge', 'indictment', 'superseding-charge', 'lawsuit']
const findings = ['verdict', 'conviction', 'plea']
const decisions = [
  ...findings,
  'acquittal',
  'hung-jury',
  'ruling',
  'dismissal',
  'sentence',
  'fine',
  'mistrial'
]

/** What presupposes what in a proceeding: any one of `anyOf` will do. */
const rules: readonly { types: readonly string[]; anyOf: readonly string[]; step: string }[] = [
  {
    types: ['trial', 'mistrial', ...findings, 'acquittal', 'hung-jury', 'dismissal'],
    anyOf: charges,
    step: 'a charge'
  },
  { types: ['sentence', 'imprisonment'], anyOf: findings, step: 'a verdict or plea' },
  { types: ['appeal'], anyOf: decisions, step: 'a decision' },
  { types: ['pardon'], anyOf: findings, step: 'a conviction' },
  { types: ['verdict', 'acquittal', 'hung-jury', 'mistrial'], anyOf: ['trial'], step: 'a trial' }
]

/** Case by case, the steps these events presuppose and do not tell. Only what is told as having taken place counts. */
export function missingSteps(events: readonly MergedEvent[]): readonly MissingStep[] {
  const byCase = new Map<CaseId, MergedEvent[]>()
  for (const event of events) {
    if (event.case === null || !hasHappened(event)) continue
    const known = byCase.get(event.case)
    if (known === undefined) byCase.set(event.case, [event])
    else known.push(event)
  }
  return [...byCase].flatMap(([ofCase, told]) => {
    const types = new Set(told.map(({ type }) => type))
    return rules.flatMap(({ types: of, anyOf, step }) => {
      if (anyOf.some(type => types.has(type))) return []
      const event = told.find(({ type }) => type !== null && of.includes(type))
      return event === undefined ? [] : [{ case: ofCase, event, step }]
    })
  })
}
