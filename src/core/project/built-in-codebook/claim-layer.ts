import type { z } from 'zod'
import type { layerSchema } from '../codebook'

/** An assertion that could be checked. Attributes follow ClaimReview, Full Fact, FactBank, ClaimBuster and FEVER. */
export const claimLayer: z.input<typeof layerSchema> = {
  id: 'claim',
  name: 'Claim',
  pluralName: 'Claims',
  initial: 'C',
  key: '1',
  colour: 'claim',
  lineStyle: 'solid',
  guidance:
    'An assertion that someone could check against the world, whoever makes it. Tag the shortest stretch that ' +
    'carries the whole assertion. Opinions about what ought to be are perspectives, not claims.',
  spanRoles: ['content', 'source', 'cue'],
  attributes: [
    {
      id: 'normalized',
      name: 'Claim in one sentence',
      kind: 'long-text',
      required: true,
      guidance:
        'Restate the claim so that it can be understood and checked without the article: names for pronouns, dates ' +
        'for "last month". After claimReviewed in ClaimReview (schema.org).'
    },
    {
      id: 'claimant',
      name: 'Claimant',
      kind: 'actor',
      required: true,
      key: 'a',
      allowsArticleVoice: true,
      guidance:
        "Who answers for the claim. Choose the article's own voice when nobody is named as its source."
    },
    {
      id: 'type',
      name: 'Type',
      kind: 'choice',
      required: true,
      guidance:
        "What kind of checking it would take. After Full Fact's claim scheme (Konstantinovskiy et al. 2021).",
      options: [
        {
          id: 'quantity',
          name: 'Quantity',
          definition: 'States a number, an amount, a share, a rank or a change in one of them.'
        },
        {
          id: 'causation',
          name: 'Causation or correlation',
          definition: 'Says that one thing brings about another, or that two things go together.'
        },
        {
          id: 'law-or-rule',
          name: 'Law or rule',
          definition: 'Says what a law, a contract or a procedure allows, forbids or requires.'
        },
        {
          id: 'event-or-action',
          name: 'Event or action',
          definition: 'Says that something happened, or that somebody did or said something.'
        },
        { id: 'prediction', name: 'Prediction', definition: 'Says what will happen or would follow.' },
        {
          id: 'personal-experience',
          name: 'Personal experience',
          definition: 'Tells what the speaker went through, which outsiders can hardly verify.'
        },
        { id: 'other', name: 'Other', definition: 'Can be checked, and none of the other types fits.' }
      ]
    },
    {
      id: 'certainty',
      name: 'Certainty',
      kind: 'choice',
      guidance:
        'How sure the claimant presents it, not how sure you are. After FactBank (Saurí & Pustejovsky 2009).',
      options: [
        { id: 'certain', name: 'Certain', definition: 'Stated flatly, without any hedge.' },
        { id: 'probable', name: 'Probable', definition: 'Put forward as likely: "probably", "it appears".' },
        { id: 'possible', name: 'Possible', definition: 'Put forward as one possibility: "may", "could".' },
        {
          id: 'unspecified',
          name: 'Unspecified',
          definition: 'The words do not let you tell how committed the claimant is.'
        }
      ]
    },
    {
      id: 'polarity',
      name: 'Polarity',
      kind: 'choice',
      secondary: true,
      guidance: 'Whether the claim affirms or denies. After FactBank.',
      options: [
        { id: 'positive', name: 'Positive', definition: 'Says that something is so or took place.' },
        {
          id: 'negative',
          name: 'Negative',
          definition: 'Says that something is not so or did not take place.'
        }
      ]
    },
    {
      id: 'standing',
      name: 'Standing',
      kind: 'choice',
      guidance:
        'What weight the claim has in a proceeding at the time the article speaks of. Our own scale, read from the ' +
        'words of the article and not from what you know.',
      options: [
        { id: 'asserted', name: 'Asserted', definition: 'Said outside any proceeding.' },
        {
          id: 'alleged',
          name: 'Alleged',
          definition: 'Accuses somebody, without a formal charge behind it.'
        },
        { id: 'charged', name: 'Charged', definition: 'Part of a charging document or a complaint.' },
        { id: 'testified', name: 'Testified', definition: 'Said under oath by a witness.' },
        { id: 'stipulated', name: 'Stipulated', definition: 'Agreed by both sides or admitted in a plea.' },
        { id: 'found-by-court', name: 'Found by a court', definition: 'Decided by a judge or a jury.' },
        {
          id: 'disputed',
          name: 'Disputed',
          definition: 'The article itself shows that somebody contests it.'
        },
        { id: 'withdrawn', name: 'Withdrawn', definition: 'Taken back by whoever made it.' }
      ]
    },
    {
      id: 'checkworthiness',
      name: 'Check-worthiness',
      kind: 'choice',
      secondary: true,
      guidance: 'Whether a fact-checker should spend time on it. After ClaimBuster (Hassan et al. 2017).',
      options: [
        {
          id: 'non-factual',
          name: 'Non-factual',
          definition: 'Turns out to hold nothing that could be checked.'
        },
        {
          id: 'unimportant',
          name: 'Unimportant',
          definition: 'Could be checked, but readers would not care.'
        },
        {
          id: 'check-worthy',
          name: 'Check-worthy',
          definition: 'Could be checked, and it matters if it is wrong.'
        }
      ]
    },
    {
      id: 'verdict',
      name: 'Verdict',
      kind: 'choice',
      secondary: true,
      guidance:
        'What your own check found, with the evidence listed below. After FEVER (Thorne et al. 2018).',
      options: [
        { id: 'supported', name: 'Supported', definition: 'The evidence you found bears the claim out.' },
        { id: 'refuted', name: 'Refuted', definition: 'The evidence you found contradicts the claim.' },
        {
          id: 'not-enough-info',
          name: 'Not enough information',
          definition: 'What you found neither bears it out nor contradicts it.'
        }
      ]
    },
    {
      id: 'verdictNote',
      name: 'Note on the verdict',
      kind: 'long-text',
      secondary: true,
      guidance: 'How you came to the verdict, in words a reader of the dataset can follow.'
    },
    {
      id: 'evidence',
      name: 'Evidence',
      kind: 'links',
      secondary: true,
      guidance: 'Addresses of the documents the verdict rests on.'
    }
  ]
}
