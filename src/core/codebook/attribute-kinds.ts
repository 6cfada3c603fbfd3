import type { AttributeKind } from '../project/codebook'

/** What the kinds are called. */
export const attributeKindNames: Readonly<Record<AttributeKind, string>> = {
  choice: 'One option',
  'multi-choice': 'Several options',
  text: 'Short text',
  'long-text': 'Long text',
  number: 'Number',
  scale: 'Scale',
  boolean: 'Yes or no',
  date: 'Date',
  actor: 'Actor',
  issue: 'Issue',
  case: 'Case',
  links: 'Web addresses',
  parties: 'Parties with roles',
  counts: 'Counts of charges'
}
