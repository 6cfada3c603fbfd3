import type { z } from 'zod'
import type { layerSchema } from '../codebook'
import { legalEventTypes } from './legal-event-types'

/** Something that happened, or is said to have happened, in law. Types extend the Justice events of ACE 2005. */
export const legalEventLayer: z.input<typeof layerSchema> = {
  id: 'legal-event',
  name: 'Legal event',
  pluralName: 'Legal events',
  initial: 'L',
  key: '3',
  colour: 'legal',
  lineStyle: 'double',
  guidance:
    'Something that happened in law, or is said, planned or asked to happen. Tag the words that tell of it; mark ' +
    'the word that names the event as trigger, its time as date, and who takes part as party. One annotation for ' +
    'each mention: link mentions of the same event with a relation.',
  spanRoles: ['content', 'trigger', 'date', 'party'],
  attributes: [
    {
      id: 'type',
      name: 'Type',
      kind: 'choice',
      required: true,
      guidance: 'What happened. The Justice events of ACE 2005, extended for reporting on long proceedings.',
      options: legalEventTypes
    },
    {
      id: 'date',
      name: 'Date',
      kind: 'date',
      required: true,
      key: 'e',
      guidance:
        'When it happened, as exactly as the text allows, in EDTF level 1: 2018-02-06, 2018-02, 2016~ (about), ' +
        '2017? (perhaps), 2017-21 (spring), 2017/2019 (from, to).'
    },
    {
      id: 'dateAnchor',
      name: 'Date anchor',
      kind: 'date',
      secondary: true,
      guidance: 'The date that "last month" or "a year later" was reckoned from.'
    },
    {
      id: 'modality',
      name: 'Modality',
      kind: 'choice',
      required: true,
      guidance: 'Whether the text says it took place. After the modality of ACE 2005, told apart further.',
      options: [
        { id: 'actual', name: 'Actual', definition: 'Told as having taken place.' },
        {
          id: 'alleged',
          name: 'Alleged',
          definition: 'Somebody says it took place; the article does not vouch for it.'
        },
        { id: 'planned', name: 'Planned', definition: 'Set or announced for later.' },
        { id: 'requested', name: 'Requested', definition: 'Asked for, in a motion or in public.' },
        {
          id: 'hypothetical',
          name: 'Hypothetical',
          definition: 'Thought of as possible, neither planned nor asked for.'
        },
        { id: 'negated', name: 'Negated', definition: 'Said not to have taken place.' }
      ]
    },
    {
      id: 'case',
      name: 'Case',
      kind: 'case',
      guidance: 'The proceeding it belongs to. Leave unset for legislation and events outside any case.'
    },
    {
      id: 'parties',
      name: 'Parties',
      kind: 'parties',
      guidance: 'Who takes part, and in which role in this event.',
      options: [
        { id: 'defendant', name: 'Defendant', definition: 'Is accused, sued or sentenced.' },
        { id: 'prosecutor', name: 'Prosecutor', definition: 'Acts for the state against the defendant.' },
        { id: 'judge', name: 'Judge', definition: 'Presides or decides.' },
        { id: 'plaintiff', name: 'Plaintiff', definition: 'Brings a civil claim.' },
        { id: 'counsel', name: 'Counsel', definition: 'Represents a party as a lawyer.' },
        { id: 'witness', name: 'Witness', definition: 'Gives evidence.' }
      ]
    },
    {
      id: 'counts',
      name: 'Counts',
      kind: 'counts',
      guidance: 'How many counts were charged, and how many ended in each way, as far as this mention says.'
    },
    {
      id: 'outcome',
      name: 'Outcome',
      kind: 'text',
      guidance: 'What came of it in a few words: the term of a sentence, the sum of a fine.'
    },
    {
      id: 'court',
      name: 'Court',
      kind: 'text',
      secondary: true,
      guidance: 'When it differs from that of the case.'
    },
    {
      id: 'jurisdiction',
      name: 'Jurisdiction',
      kind: 'text',
      secondary: true,
      guidance: 'The state or country whose law applies, when it differs from that of the case.'
    },
    {
      id: 'statute',
      name: 'Statute',
      kind: 'text',
      secondary: true,
      guidance: 'The law it rests on, as cited: 18 U.S.C. § 1952.'
    }
  ]
}
