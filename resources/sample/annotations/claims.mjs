/**
 * Claims of the sample. `content` is a quote, or several when the text interrupts it; other spans are looked
 * up in the paragraphs that the content touches.
 */
const statute230 = 'https://www.law.cornell.edu/uscode/text/47/230'
const gaoReport = 'https://www.gao.gov/products/gao-21-385'
const supersedingIndictment = 'https://assets.documentcloud.org/documents/4618737/Indictment-Superseding.txt'

export const claims = [
  {
    id: 'ann-claim-01',
    content: 'a website that carried more advertisements for sex than any other in the United States',
    attributes: {
      normalized: 'Backpage carried more advertisements for sex than any other website in the United States.',
      claimant: 'article',
      type: 'quantity',
      certainty: 'certain',
      polarity: 'positive',
      standing: 'asserted',
      checkworthiness: 'check-worthy'
    }
  },
  {
    id: 'ann-claim-02',
    content: 'The count on which he was convicted does not mention prostitution.',
    attributes: {
      normalized: 'The money laundering count on which Michael Lacey was convicted does not mention prostitution.',
      claimant: 'article',
      type: 'law-or-rule',
      certainty: 'certain',
      polarity: 'negative',
      standing: 'asserted',
      checkworthiness: 'check-worthy'
    },
    memo: 'Could be checked against count and statute in the docket.'
  },
  {
    id: 'ann-claim-03',
    content: 'they assembled a chain of free city weeklies that paid for muckraking with cheap classifieds',
    attributes: {
      normalized: 'Lacey and Larkin built a chain of free city weeklies financed by classified advertisements.',
      claimant: 'article',
      type: 'event-or-action',
      certainty: 'certain',
      polarity: 'positive',
      standing: 'asserted'
    }
  },
  {
    id: 'ann-claim-04',
    content: 'In 2004 the company answered with a classified site of its own',
    attributes: {
      normalized: 'The company of Lacey and Larkin launched Backpage in 2004 in answer to Craigslist.',
      claimant: 'article',
      type: 'event-or-action',
      certainty: 'certain',
      polarity: 'positive',
      standing: 'asserted'
    }
  },
  {
    id: 'ann-claim-05',
    content: 'Craigslist shut its adult section, and much of that trade moved to Backpage',
    attributes: {
      normalized: 'After Craigslist closed its adult section in September 2010, much of its trade moved to Backpage.',
      claimant: 'article',
      type: 'causation',
      certainty: 'certain',
      polarity: 'positive',
      standing: 'asserted',
      checkworthiness: 'check-worthy'
    }
  },
  {
    id: 'ann-claim-06',
    content: "the site’s takings at about $500 million by the time it closed",
    source: 'Federal prosecutors',
    cue: 'would put',
    attributes: {
      normalized: 'Backpage took in about 500 million dollars between 2004 and 2018.',
      claimant: 'actor-prosecutors',
      type: 'quantity',
      certainty: 'probable',
      polarity: 'positive',
      standing: 'charged',
      checkworthiness: 'check-worthy',
      verdict: 'not-enough-info',
      verdictNote: 'The indictment names the sum; no court has found it, and the lawful share is disputed.',
      evidence: [supersedingIndictment]
    }
  },
  {
    id: 'ann-claim-07',
    content: 'how large a share came from unlawful business has never been settled',
    attributes: {
      normalized: "It has not been established how much of Backpage's income came from unlawful business.",
      claimant: 'article',
      type: 'quantity',
      certainty: 'certain',
      polarity: 'negative',
      standing: 'asserted'
    }
  },
  {
    id: 'ann-claim-08',
    content: 'it took down suspicious posts and answered police requests',
    source: 'The company',
    cue: 'maintained',
    attributes: {
      normalized: 'Backpage removed suspicious posts and answered requests from the police.',
      claimant: 'actor-backpage',
      type: 'event-or-action',
      certainty: 'certain',
      polarity: 'positive',
      standing: 'disputed',
      checkworthiness: 'check-worthy'
    },
    memo: 'The Senate report says the opposite about the posts; see the relation.'
  },
  {
    id: 'ann-claim-09',
    content: 'they had been trafficked through the site as minors',
    source: 'three young women',
    cue: 'said',
    attributes: {
      normalized: 'Three plaintiffs were trafficked through Backpage while they were minors.',
      claimant: 'actor-plaintiffs',
      type: 'personal-experience',
      certainty: 'certain',
      polarity: 'positive',
      standing: 'charged'
    },
    memo: 'A civil complaint. The court took it as true for the sake of the argument and did not find it.'
  },
  {
    id: 'ann-claim-10',
    content:
      'no provider of an interactive computer service “shall be treated as the publisher or speaker” of what somebody else supplies',
    source: 'Section 230 of the Communications Decency Act',
    cue: 'says',
    attributes: {
      normalized: 'Under 47 U.S.C. § 230 an online service is not treated as publisher of what others supply.',
      claimant: 'actor-congress',
      type: 'law-or-rule',
      certainty: 'certain',
      polarity: 'negative',
      standing: 'asserted',
      checkworthiness: 'check-worthy',
      verdict: 'supported',
      verdictNote: 'Subsection (c)(1), which also covers users. Federal criminal law is excepted in (e)(1).',
      evidence: [statute230]
    }
  },
  {
    id: 'ann-claim-11',
    content: 'did what no prosecutor had done before',
    attributes: {
      normalized: 'Nobody had brought criminal charges against the owners of Backpage before October 2016.',
      claimant: 'article',
      type: 'event-or-action',
      certainty: 'certain',
      polarity: 'negative',
      standing: 'asserted',
      checkworthiness: 'check-worthy'
    }
  },
  {
    id: 'ann-claim-12',
    content: 'moderators scrubbed words hinting at youth or at a price and then let the advertisements run',
    source: 'Her office',
    cue: 'alleged',
    attributes: {
      normalized: 'Backpage moderators removed telling words from advertisements and then published them.',
      claimant: 'actor-california',
      type: 'event-or-action',
      certainty: 'certain',
      polarity: 'positive',
      standing: 'charged',
      checkworthiness: 'check-worthy'
    }
  },
  {
    id: 'ann-claim-13',
    content: 'it stood in their way',
    source: 'other attorneys general',
    cue: 'asking',
    attributes: {
      normalized: 'Section 230 kept state prosecutors from charging sites such as Backpage.',
      claimant: 'actor-attorneys-general',
      type: 'law-or-rule',
      certainty: 'unspecified',
      polarity: 'positive',
      standing: 'asserted'
    }
  },
  {
    id: 'ann-claim-14',
    content: 'Backpage had disguised its business from banks and card companies that wanted no part of it',
    source: 'her deputies',
    cue: 'on the theory that',
    attributes: {
      normalized: 'Backpage hid the nature of its business from banks and card companies.',
      claimant: 'actor-california',
      type: 'event-or-action',
      certainty: 'certain',
      polarity: 'positive',
      standing: 'charged',
      checkworthiness: 'check-worthy'
    }
  },
  {
    id: 'ann-claim-15',
    content: 'Against Lacey they have never been tried.',
    attributes: {
      normalized: "California's money laundering counts against Lacey had not been tried by September 2024.",
      claimant: 'article',
      type: 'event-or-action',
      certainty: 'certain',
      polarity: 'negative',
      standing: 'asserted'
    }
  },
  {
    id: 'ann-claim-16',
    content: 'the spark for everything that followed',
    source: 'Maggy Krell',
    cue: 'described it as',
    attributes: {
      normalized: "California's prosecution of 2016 set off the federal case and the closing of Backpage.",
      claimant: 'actor-krell',
      type: 'causation',
      certainty: 'certain',
      polarity: 'positive',
      standing: 'asserted'
    }
  },
  {
    id: 'ann-claim-17',
    content: 'the company had edited listings to conceal crimes, some of them against children',
    source: 'The report',
    cue: 'concluded',
    attributes: {
      normalized: 'Backpage edited advertisements to conceal crimes, including crimes against children.',
      claimant: 'actor-subcommittee',
      type: 'event-or-action',
      certainty: 'certain',
      polarity: 'positive',
      standing: 'alleged',
      checkworthiness: 'check-worthy'
    }
  },
  {
    id: 'ann-claim-18',
    content: 'Backpage had emptied its adult section',
    attributes: {
      normalized: 'Backpage removed its adult section on 9 January 2017.',
      claimant: 'article',
      type: 'event-or-action',
      certainty: 'certain',
      polarity: 'positive',
      standing: 'asserted'
    }
  },
  {
    id: 'ann-claim-19',
    content: 'No count in either charged anyone with sex trafficking.',
    attributes: {
      normalized: 'Neither the federal indictment of 2018 nor the superseding one charged sex trafficking.',
      claimant: 'article',
      type: 'law-or-rule',
      certainty: 'certain',
      polarity: 'negative',
      standing: 'asserted',
      checkworthiness: 'check-worthy',
      verdict: 'supported',
      verdictNote: 'The superseding one, which repeats the first, lists conspiracy, Travel Act and money laundering counts.',
      evidence: [supersedingIndictment]
    }
  },
  {
    id: 'ann-claim-20',
    content: 'the government and its witnesses kept returning to child trafficking',
    source: 'Judge Susan Brnovich',
    cue: 'declared a mistrial because',
    attributes: {
      normalized: 'Prosecutors and their witnesses repeatedly spoke of child trafficking at the trial of 2021.',
      claimant: 'actor-brnovich',
      type: 'event-or-action',
      certainty: 'certain',
      polarity: 'positive',
      standing: 'found-by-court'
    }
  },
  {
    id: 'ann-claim-21',
    content: 'the prosecutions wore down a gentle man until he could bear no more',
    source: 'Corn-Revere',
    cue: 'has said',
    attributes: {
      normalized: 'The prosecutions drove James Larkin to his death.',
      claimant: 'actor-corn-revere',
      type: 'causation',
      certainty: 'certain',
      polarity: 'positive',
      standing: 'asserted',
      checkworthiness: 'non-factual'
    },
    confidence: 0.7
  },
  {
    id: 'ann-claim-22',
    content: 'the evidence could not sustain them',
    source: 'Humetewa',
    cue: 'because',
    attributes: {
      normalized: 'The evidence was not enough to support 53 of the counts against Lacey.',
      claimant: 'actor-humetewa',
      type: 'law-or-rule',
      certainty: 'certain',
      polarity: 'negative',
      standing: 'found-by-court'
    }
  },
  {
    id: 'ann-claim-23',
    content: 'at his age a long term might well be a life term',
    source: 'The defence',
    cue: 'arguing',
    attributes: {
      normalized: 'Lacey, 76, might not outlive a long prison term.',
      claimant: 'actor-lacey-lawyers',
      type: 'prediction',
      certainty: 'possible',
      polarity: 'positive',
      standing: 'asserted'
    }
  },
  {
    id: 'ann-claim-24',
    content: 'had helped the police to find missing children',
    source: 'Lacey',
    cue: 'still insisting',
    attributes: {
      normalized: 'Backpage helped the police to find missing children.',
      claimant: 'actor-lacey',
      type: 'event-or-action',
      certainty: 'certain',
      polarity: 'positive',
      standing: 'disputed',
      checkworthiness: 'check-worthy'
    }
  },
  {
    id: 'ann-claim-25',
    content: 'she was sold through Backpage',
    source: 'Courtney Baldwin',
    cue: 'says',
    attributes: {
      normalized: 'Courtney Baldwin was sold through Backpage.',
      claimant: 'actor-baldwin',
      type: 'personal-experience',
      certainty: 'certain',
      polarity: 'positive',
      standing: 'asserted'
    }
  },
  {
    id: 'ann-claim-26',
    content: 'where it is harder to advertise a person, fewer people will be bought',
    source: "Survivors’ groups",
    cue: 'make the general argument',
    attributes: {
      normalized: 'Making it harder to advertise people reduces how many are bought.',
      claimant: 'actor-survivors',
      type: 'causation',
      certainty: 'certain',
      polarity: 'positive',
      standing: 'disputed',
      checkworthiness: 'check-worthy'
    }
  },
  {
    id: 'ann-claim-27',
    content: ['Without a place to screen', 'people accepted riskier clients, and some went back to the street'],
    source: { quote: 'they', after: 'to screen' },
    cue: { quote: 'say', after: 'to screen' },
    attributes: {
      normalized: 'After the closure some sex workers accepted riskier clients or returned to the street.',
      claimant: 'actor-organisers',
      type: 'causation',
      certainty: 'certain',
      polarity: 'positive',
      standing: 'asserted',
      checkworthiness: 'check-worthy'
    }
  },
  {
    id: 'ann-claim-28',
    content: ['The trade itself', 'simply moved to servers that no American subpoena can reach'],
    source: { quote: 'they', after: 'The trade itself' },
    cue: 'add',
    attributes: {
      normalized: 'The trade moved to websites hosted beyond the reach of American subpoenas.',
      claimant: 'actor-organisers',
      type: 'event-or-action',
      certainty: 'certain',
      polarity: 'positive',
      standing: 'asserted',
      checkworthiness: 'check-worthy',
      verdict: 'supported',
      verdictNote: 'The report says that the market moved to hosts abroad; "no subpoena" is stronger than its words.',
      evidence: [gaoReport]
    }
  },
  {
    id: 'ann-claim-29',
    content: 'the market had scattered to platforms hosted abroad',
    source: 'A 2021 report by the Government Accountability Office',
    cue: 'found',
    attributes: {
      normalized: 'After 2018 the market for sex advertisements spread to platforms hosted outside the United States.',
      claimant: 'actor-gao',
      type: 'event-or-action',
      certainty: 'certain',
      polarity: 'positive',
      standing: 'asserted',
      checkworthiness: 'check-worthy',
      verdict: 'supported',
      verdictNote: 'Checked against the summary of the report.',
      evidence: [gaoReport]
    }
  },
  {
    id: 'ann-claim-30',
    content: 'evidence had become harder to gather',
    source: 'A 2021 report by the Government Accountability Office',
    cue: 'found',
    attributes: {
      normalized: 'After 2018 it became harder for investigators to gather evidence from platforms.',
      claimant: 'actor-gao',
      type: 'causation',
      certainty: 'certain',
      polarity: 'positive',
      standing: 'asserted',
      checkworthiness: 'check-worthy'
    }
  },
  {
    id: 'ann-claim-31',
    content: 'prosecutors had used the new criminal provision only once',
    source: 'A 2021 report by the Government Accountability Office',
    cue: 'found',
    attributes: {
      normalized: "Federal prosecutors had used FOSTA's criminal provision in one case by 2021.",
      claimant: 'actor-gao',
      type: 'quantity',
      certainty: 'certain',
      polarity: 'positive',
      standing: 'asserted',
      checkworthiness: 'check-worthy',
      verdict: 'supported',
      verdictNote: 'As of March 2021; later use would not refute it.',
      evidence: [gaoReport]
    }
  },
  {
    id: 'ann-claim-32',
    content: 'a book she had published ten years earlier called for exactly that',
    attributes: {
      normalized: 'In a book of 2009 Kamala Harris called for the arrest of people who sell sex.',
      claimant: 'article',
      type: 'event-or-action',
      certainty: 'certain',
      polarity: 'positive',
      standing: 'asserted',
      checkworthiness: 'check-worthy'
    }
  }
]
