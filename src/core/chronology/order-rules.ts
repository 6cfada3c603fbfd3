import type { Relation } from '../project/entities'

const charging = ['charge', 'indictment', 'superseding-charge']
const guilt = ['conviction', 'verdict', 'plea']
const judgments = [
  ...guilt,
  'acquittal',
  'dismissal',
  'ruling',
  'sentence',
  'fine',
  'forfeiture',
  'mistrial',
  'settlement'
]

/** No event of these types can lie before every event of those it rests on. */
export interface OrderRule {
  readonly id: string
  readonly types: readonly string[]
  /** At least one of these, of the same case and defendants, must not be surely later. */
  readonly restsOn: readonly string[]
  /** Of the first of `types` and the first of `restsOn`; {event} and {other} are named with their dates. */
  readonly sentence: string
}

/** Orders that the course of a proceeding rules out, whatever the law of the place. */
export const orderRules: readonly OrderRule[] = [
  {
    id: 'decided-before-charged',
    types: ['plea', 'conviction', 'acquittal', 'verdict', 'hung-jury', 'trial', 'mistrial'],
    restsOn: charging,
    sentence: '{event} comes before any charge: {other}.'
  },
  {
    id: 'dismissed-before-charged',
    types: ['dismissal'],
    restsOn: [...charging, 'lawsuit'],
    sentence: '{event} comes before there was anything to dismiss: {other}.'
  },
  {
    id: 'verdict-before-trial',
    types: ['verdict', 'hung-jury', 'mistrial'],
    restsOn: ['trial'],
    sentence: '{event} comes before the trial: {other}.'
  },
  {
    id: 'sentence-before-guilt',
    types: ['sentence'],
    restsOn: guilt,
    sentence: '{event} comes before anybody was found guilty: {other}.'
  },
  {
    id: 'appeal-before-judgment',
    types: ['appeal'],
    restsOn: judgments,
    sentence: '{event} comes before there was anything to appeal: {other}.'
  },
  {
    id: 'release-before-custody',
    types: ['release'],
    restsOn: ['imprisonment', 'arrest'],
    sentence: '{event} comes before anybody was in custody: {other}.'
  },
  {
    id: 'superseded-before-charged',
    types: ['superseding-charge'],
    restsOn: ['charge', 'indictment'],
    sentence: '{event} comes before the charge it could replace: {other}.'
  }
]

/** What cannot happen to a defendant who has died. Appeals and judgments on money can go on without them. */
export const onlyInLife: readonly string[] = [
  'arrest',
  'plea',
  'testimony',
  'trial',
  'verdict',
  'conviction',
  'acquittal',
  'hung-jury',
  'sentence',
  'imprisonment',
  'release'
]

/** What cannot follow when every count has been dismissed or acquitted and nobody was charged anew. */
export const onlyWithCharges: readonly string[] = [
  'trial',
  'mistrial',
  'plea',
  'verdict',
  'conviction',
  'sentence'
]

/** How an order that a relation claims reads when the dates say the opposite. */
export const relationSentences: Readonly<Partial<Record<Relation['type'], string>>> = {
  'disposes-of': '{later} disposes of what had not happened yet: {earlier}.',
  supersedes: '{later} supersedes what came after it: {earlier}.',
  amends: '{later} amends what came after it: {earlier}.',
  appeals: '{later} appeals what had not been decided yet: {earlier}.',
  precedes: '{earlier} is linked as preceding what came before it: {later}.'
}
