import type { AccountNote } from './ledger-account'
import { countsOf, type FlagSeverity, type LedgerFlag } from './ledger-flag'
import { dispositionWords } from './ledger-types'

interface NoteWords {
  readonly severity: FlagSeverity
  title(note: AccountNote): string
  detail(note: AccountNote): string
  readonly mend: string
}

const linkTo = 'Link the events with “disposes of” to confirm.'

/** How each assumption and contradiction of the reckoning reads. */
const words: Readonly<Record<AccountNote['kind'], NoteWords>> = {
  'taken-from-hung': {
    severity: 'assumption',
    title: note => `${countsOf(note.count)} ${ended(note)} are taken from the hung counts.`,
    detail: () => 'They were told after the jury divided, and no relation says which counts they are.',
    mend: linkTo
  },
  'charges-added-up': {
    severity: 'assumption',
    title: note => `Two charges are added up: ${number(note.of)} and ${countsOf(note.count)}.`,
    detail: () => 'No relation says that one took the place of the other, or that both are one.',
    mend: 'Link them with “supersedes” or “is the same event as” if so.'
  },
  'superseded-without-number': {
    severity: 'assumption',
    title: note => `The superseding charge is taken to hold the same ${countsOf(note.count)}.`,
    detail: () => 'It tells no number of its own.',
    mend: 'Fill in how many counts it charged, if a text tells.'
  },
  'whole-dismissal': {
    severity: 'assumption',
    title: note => `All ${countsOf(note.count)} of a charge are taken as dismissed.`,
    detail: () => 'The dismissal disposes of the charge and tells no number.',
    mend: 'Fill in how many counts were dismissed.'
  },
  'already-decided-for-another': {
    severity: 'assumption',
    title: note => `${countsOf(note.count)} ${ended(note)} are taken as decided before for a co-defendant.`,
    detail: () =>
      'One count can name several people, each with a decision of their own. It is reckoned once.',
    mend: 'Give each defendant’s counts in the charges of the case to tell them apart.'
  },
  'more-than-charged': {
    severity: 'contradiction',
    title: note => `${countsOf(note.count)} more ${ended(note)} than there were left.`,
    detail: note => `${number(note.of)} are told; ${number(note.of - note.count)} could be reckoned.`,
    mend: 'Check the counts, the case, and whether two annotations tell of one event.'
  },
  'more-pending-than-left': {
    severity: 'contradiction',
    title: note => `${countsOf(note.count)} are told as pending, but ${number(note.of)} were left.`,
    detail: () => '',
    mend: 'Check the counts told before, or tag the charge that is missing.'
  },
  'other-number-charged': {
    severity: 'contradiction',
    title: note => `${countsOf(note.count)} are told as charged, but the charges hold ${number(note.of)}.`,
    detail: () => '',
    mend: 'Check both numbers, or tag the charge that is missing.'
  }
}

export function flagOfNote(note: AccountNote): Omit<LedgerFlag, 'case'> {
  const { severity, title, detail, mend } = words[note.kind]
  return { rule: note.kind, severity, title: title(note), detail: detail(note), mend, ids: note.ids }
}

function ended({ disposition }: AccountNote): string {
  return disposition === null ? 'decided' : dispositionWords[disposition]
}

function number(count: number): string {
  return count.toLocaleString('en')
}
