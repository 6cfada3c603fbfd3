import type { CodebookOption } from '../codebook'

/** Types of legal event: the Justice events of ACE 2005, extended for reporting on long proceedings. */
export const legalEventTypes: CodebookOption[] = [
  {
    id: 'investigation',
    name: 'Investigation',
    definition: 'Police, prosecutors, a committee or an agency look into a matter.'
  },
  { id: 'lawsuit', name: 'Complaint or lawsuit', definition: 'Somebody brings a civil claim to a court.' },
  { id: 'arrest', name: 'Arrest', definition: 'A person is taken into custody.' },
  {
    id: 'seizure',
    name: 'Search or seizure',
    definition: 'Premises are searched, or property is taken into custody.'
  },
  {
    id: 'charge',
    name: 'Charge',
    definition: 'A prosecutor formally accuses somebody, without a grand jury.'
  },
  { id: 'indictment', name: 'Indictment', definition: 'A grand jury formally accuses somebody.' },
  {
    id: 'superseding-charge',
    name: 'Superseding charge',
    definition: 'New charges take the place of earlier ones in the same matter.'
  },
  {
    id: 'plea',
    name: 'Plea',
    definition: 'A defendant answers the charges: guilty, not guilty, no contest.'
  },
  { id: 'motion', name: 'Motion', definition: 'A party asks the court to order or decide something.' },
  {
    id: 'hearing',
    name: 'Hearing',
    definition: 'A court or a legislature sits to hear a matter outside a trial.'
  },
  { id: 'testimony', name: 'Testimony', definition: 'A witness gives evidence, or refuses to.' },
  { id: 'ruling', name: 'Ruling', definition: 'A court decides a question without ending the case.' },
  { id: 'dismissal', name: 'Dismissal', definition: 'Charges or claims are thrown out or dropped.' },
  { id: 'trial', name: 'Trial', definition: 'A case is tried before a judge or a jury.' },
  { id: 'mistrial', name: 'Mistrial', definition: 'A trial is broken off without a valid verdict.' },
  { id: 'verdict', name: 'Verdict', definition: 'A jury or judge decides several counts, not all alike.' },
  { id: 'conviction', name: 'Conviction', definition: 'A defendant is found guilty.' },
  {
    id: 'acquittal',
    name: 'Acquittal',
    definition: 'A defendant is cleared of a charge by a jury or a judge.'
  },
  { id: 'hung-jury', name: 'Hung jury', definition: 'Jurors cannot agree on a count.' },
  { id: 'sentence', name: 'Sentence', definition: 'A court fixes the punishment.' },
  { id: 'fine', name: 'Fine', definition: 'A court or an agency orders a payment as punishment.' },
  { id: 'forfeiture', name: 'Forfeiture', definition: 'Property is given up or lost to the state for good.' },
  { id: 'imprisonment', name: 'Imprisonment', definition: 'A person begins or serves a term in custody.' },
  { id: 'release', name: 'Release', definition: 'A person leaves custody, for good or on bail.' },
  {
    id: 'appeal',
    name: 'Appeal',
    definition: 'A higher court is asked to review a decision, or reviews it.'
  },
  {
    id: 'pardon',
    name: 'Pardon',
    definition: 'An executive forgives an offence or shortens its punishment.'
  },
  { id: 'settlement', name: 'Settlement', definition: 'Parties end a dispute by agreement.' },
  {
    id: 'legislation',
    name: 'Legislation',
    definition: 'A law is proposed, passed, signed, amended or repealed.'
  },
  { id: 'death-of-party', name: 'Death of a party', definition: 'Somebody who is party to a case dies.' },
  { id: 'other', name: 'Other', definition: 'An event in law that none of the other types names.' }
]
