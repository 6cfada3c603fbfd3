/** What becomes of a count, in the order in which it is shown. */
export const dispositions = [
  'convicted',
  'pleaded',
  'acquitted',
  'dismissed',
  'hung',
  'pending',
  'open'
] as const
export type Disposition = (typeof dispositions)[number]

/** In words, after a number. */
export const dispositionWords: Readonly<Record<Disposition, string>> = {
  convicted: 'convicted',
  pleaded: 'guilty plea',
  acquitted: 'acquitted',
  dismissed: 'dismissed',
  hung: 'jury divided',
  pending: 'pending',
  open: 'no disposition'
}

/** Types of event that bring counts to a court. */
export const chargingTypes: readonly string[] = ['charge', 'indictment', 'superseding-charge']

/** Types of event that say what became of a count, and of which it says so when it tells no number. */
export const disposingTypes: Readonly<Record<string, Disposition | null>> = {
  plea: 'pleaded',
  conviction: 'convicted',
  acquittal: 'acquitted',
  dismissal: 'dismissed',
  'hung-jury': 'hung',
  // Counts are not all decided alike, so that without numbers it decides none that could be named.
  verdict: null
}

/** Types after which nothing more needs to be told of a case, or of a defendant in it. */
export const closingTypes: readonly string[] = [
  'plea',
  'conviction',
  'acquittal',
  'dismissal',
  'verdict',
  'sentence',
  'settlement',
  'pardon'
]

/**
 * How far along a proceeding a type of event stands; orders events that dates do not order. Types that can
 * come at any time are in the middle.
 */
const stages: readonly (readonly string[])[] = [
  ['investigation', 'lawsuit'],
  ['seizure', 'arrest'],
  ['charge', 'indictment'],
  ['superseding-charge'],
  ['plea'],
  ['legislation', 'hearing', 'motion', 'testimony', 'ruling', 'release', 'other'],
  ['death-of-party'],
  ['trial'],
  ['mistrial'],
  ['verdict'],
  ['conviction', 'acquittal', 'dismissal', 'settlement'],
  ['hung-jury'],
  ['sentence', 'fine', 'forfeiture'],
  ['imprisonment'],
  ['appeal'],
  ['pardon']
]

const stageOf = new Map(stages.flatMap((types, stage) => types.map(type => [type, stage] as const)))

/** From 0; types that are not known stand in the middle. */
export function stage(type: string | null): number {
  return stageOf.get(type ?? 'other') ?? stageOf.get('other') ?? 0
}
