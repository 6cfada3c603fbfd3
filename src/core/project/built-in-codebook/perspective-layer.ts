import type { z } from 'zod'
import type { layerSchema } from '../codebook'
import { policyFrames } from './policy-frames'

/** Somebody's view, attributed to them. Attributes follow PARC3, PolNeAR, SemEval-2016 and Policy Frames. */
export const perspectiveLayer: z.input<typeof layerSchema> = {
  id: 'perspective',
  name: 'Perspective',
  pluralName: 'Perspectives',
  initial: 'P',
  key: '2',
  colour: 'perspective',
  lineStyle: 'dotted',
  guidance:
    "Somebody's view as the article attributes it to them. Tag the view itself as content; mark who holds it as " +
    'source and the words that attribute it ("argued", "according to") as cue. Parts after PARC3 (Pareti 2016).',
  spanRoles: ['content', 'source', 'cue'],
  attributes: [
    {
      id: 'holder',
      name: 'Holder',
      kind: 'actor',
      required: true,
      key: 'a',
      guidance: 'Whose view it is: the person, organisation or group, not the document that reports it.'
    },
    {
      id: 'role',
      name: 'Role in the story',
      kind: 'choice',
      guidance: 'The part the holder plays in this passage. One actor can speak in different roles.',
      options: [
        { id: 'prosecutor', name: 'Prosecutor', definition: 'Brings or argues a case for the state.' },
        { id: 'defence', name: 'Defence', definition: 'Speaks for somebody accused or sued.' },
        { id: 'judge', name: 'Judge', definition: 'Decides, or speaks for a court that decides.' },
        { id: 'defendant', name: 'Defendant', definition: 'Is accused or sued and speaks for themselves.' },
        { id: 'witness', name: 'Witness', definition: 'Tells what they saw, did or know at first hand.' },
        {
          id: 'victim',
          name: 'Victim',
          definition: 'Was harmed, or is presented as harmed, by what is contested.'
        },
        {
          id: 'affected-community',
          name: 'Affected community',
          definition: 'Lives with the consequences without being a party.'
        },
        { id: 'advocate', name: 'Advocate', definition: 'Campaigns for a cause or for other people.' },
        { id: 'platform', name: 'Platform', definition: 'Runs or speaks for the service in question.' },
        {
          id: 'politician',
          name: 'Politician',
          definition: 'Holds or seeks elected office and speaks as such.'
        },
        { id: 'journalist', name: 'Journalist', definition: 'Reports or comments as a member of the press.' },
        { id: 'expert', name: 'Expert', definition: 'Is asked for knowledge, not for a side.' },
        { id: 'official', name: 'Official', definition: 'Speaks for an agency outside the prosecution.' },
        { id: 'other', name: 'Other', definition: 'None of these parts describes the holder here.' }
      ]
    },
    {
      id: 'issue',
      name: 'Issue',
      kind: 'issue',
      required: true,
      key: 'i',
      guidance: 'The question the view answers. Make a new one rather than stretch one that does not fit.'
    },
    {
      id: 'stance',
      name: 'Stance',
      kind: 'choice',
      required: true,
      guidance:
        'Where the holder stands on the issue as worded. After SemEval-2016 Task 6, with "mixed" added.',
      options: [
        { id: 'supports', name: 'Supports', key: 's', definition: 'Answers the question with yes.' },
        { id: 'opposes', name: 'Opposes', key: 'o', definition: 'Answers the question with no.' },
        { id: 'mixed', name: 'Mixed', key: 'x', definition: 'Says yes to one part and no to another.' },
        { id: 'neutral', name: 'Neutral', definition: 'Speaks to the question and declines to take a side.' },
        { id: 'unclear', name: 'Unclear', key: 'u', definition: 'The passage does not let you tell.' }
      ]
    },
    {
      id: 'form',
      name: 'Form',
      kind: 'choice',
      required: true,
      guidance: "Whose words they are. After PolNeAR's distinction of quotation types (Newell et al. 2018).",
      options: [
        { id: 'direct', name: 'Direct', key: 'd', definition: "The holder's own words, in quotation marks." },
        { id: 'indirect', name: 'Indirect', key: 'p', definition: "The view retold in the article's words." },
        { id: 'mixed', name: 'Mixed', key: 'm', definition: 'Retold, with some of the words quoted.' }
      ]
    },
    {
      id: 'attitude',
      name: 'Attitude',
      kind: 'choice',
      secondary: true,
      guidance: 'How the article presents the act of holding the view. After PolNeAR.',
      options: [
        { id: 'statement', name: 'Statement', definition: 'Said, written or argued.' },
        { id: 'belief', name: 'Belief', definition: 'Thought, known, doubted or expected.' },
        { id: 'intention', name: 'Intention', definition: 'Planned, promised, wanted or threatened.' },
        { id: 'feeling', name: 'Feeling', definition: 'Hoped, feared, regretted, resented.' },
        { id: 'support', name: 'Support', definition: 'Backed or rejected, by word, vote or signature.' },
        { id: 'decree', name: 'Decree', definition: 'Ordered, ruled or enacted with authority.' },
        { id: 'witnessing', name: 'Witnessing', definition: 'Seen, heard or lived through.' },
        { id: 'evidence', name: 'Evidence', definition: 'Shown by a document, a study or data.' }
      ]
    },
    {
      id: 'anonymity',
      name: 'Anonymity',
      kind: 'choice',
      secondary: true,
      guidance: 'How far the article lets readers know who the holder is.',
      options: [
        { id: 'named', name: 'Named', definition: 'Known by a name in the article.' },
        {
          id: 'role-only',
          name: 'Role only',
          definition: 'Known by a function or a membership, without a name.'
        },
        { id: 'anonymous', name: 'Anonymous', definition: 'Kept from the reader, or left wholly vague.' }
      ]
    },
    {
      id: 'frames',
      name: 'Frames',
      kind: 'multi-choice',
      secondary: true,
      guidance:
        'From which angles the view sees the issue. The Policy Frames Codebook (Boydstun et al. 2014).',
      options: policyFrames
    }
  ]
}
