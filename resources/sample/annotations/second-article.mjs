/** Annotations of the second article, which tells the same story from another side and leaves other things out. */
const lacey = { role: 'defendant', actor: 'actor-lacey' }
const larkin = { role: 'defendant', actor: 'actor-larkin' }
const ferrer = { role: 'defendant', actor: 'actor-ferrer' }
const prosecutors = { role: 'prosecutor', actor: 'actor-prosecutors' }
const humetewa = { role: 'judge', actor: 'actor-humetewa' }

const law = ['legality-constitutionality-and-jurisprudence']

export const claims = [
  {
    id: 'ann-second-claim-01',
    content: 'neither federal indictment holds a single count of trafficking',
    attributes: {
      normalized: 'Neither federal indictment against the people of Backpage charges trafficking.',
      claimant: 'article', type: 'law-or-rule', certainty: 'certain', polarity: 'negative', standing: 'asserted',
      checkworthiness: 'check-worthy'
    }
  },
  {
    id: 'ann-second-claim-02',
    content: 'the new crime had been charged once, and investigators had lost a place to look',
    source: 'The Government Accountability Office',
    attributes: {
      normalized: 'By 2021 the crime that FOSTA created had been charged once and evidence was harder to find.',
      claimant: 'actor-gao', type: 'quantity', certainty: 'certain', polarity: 'positive', standing: 'asserted',
      checkworthiness: 'check-worthy'
    }
  },
  {
    id: 'ann-second-claim-03',
    content: 'Most people who have heard of Backpage believe that it was closed for selling children',
    attributes: {
      normalized: 'Most people believe that Backpage was closed for selling children.',
      claimant: 'article', type: 'quantity', certainty: 'certain', polarity: 'positive', standing: 'asserted'
    },
    memo: 'No survey is named.'
  }
]

export const perspectives = [
  {
    id: 'ann-second-perspective-01',
    content: 'they printed notices which others wrote',
    source: 'The men who ran the site',
    cue: 'said',
    attributes: {
      holder: 'actor-backpage', role: 'platform', issue: 'issue-liability', stance: 'opposes', form: 'indirect',
      attitude: 'statement', anonymity: 'role-only', frames: law
    }
  },
  {
    id: 'ann-second-perspective-02',
    content: [
      'No provider',
      'shall be treated as the publisher or speaker of any information provided by another information content provider.'
    ],
    source: { quote: 'Congress', after: 'others wrote' },
    cue: 'reads',
    attributes: {
      holder: 'actor-congress', role: 'politician', issue: 'issue-liability', stance: 'opposes', form: 'mixed',
      attitude: 'decree', anonymity: 'named', frames: law
    },
    memo: '47 U.S.C. § 230(c)(1), from "shall be treated" on.'
  },
  {
    id: 'ann-second-perspective-03',
    content: 'took those words as they stand',
    source: 'Judge Michael Bowman',
    cue: 'took',
    attributes: {
      holder: 'actor-bowman', role: 'judge', issue: 'issue-liability', stance: 'opposes', form: 'indirect',
      attitude: 'decree', anonymity: 'named', frames: law
    }
  },
  {
    id: 'ann-second-perspective-04',
    content: 'has never doubted that the site had to go',
    source: 'Kamala Harris',
    cue: 'has never doubted',
    attributes: {
      holder: 'actor-harris', role: 'politician', issue: 'issue-closure', stance: 'supports', form: 'indirect',
      attitude: 'belief', anonymity: 'named', frames: ['crime-and-punishment', 'political']
    }
  },
  {
    id: 'ann-second-perspective-05',
    content: 'a government which may question one publisher about his choices may question them all',
    source: 'The site’s lawyers',
    cue: 'warn',
    attributes: {
      holder: 'actor-site-lawyers', role: 'defence', issue: 'issue-closure', stance: 'opposes', form: 'indirect',
      attitude: 'statement', anonymity: 'role-only', frames: law
    }
  },
  {
    id: 'ann-second-perspective-06',
    content: 'a shield made for speech was never meant for a business that knew what it sold',
    source: 'Prosecutors',
    cue: 'answer',
    attributes: {
      holder: 'actor-prosecutors', role: 'prosecutor', issue: 'issue-knowledge', stance: 'supports', form: 'indirect',
      attitude: 'statement', anonymity: 'role-only', frames: ['crime-and-punishment', ...law]
    }
  },
  {
    id: 'ann-second-perspective-07',
    content: 'victims would be easier to protect',
    source: 'Its authors',
    cue: 'promised',
    attributes: {
      holder: 'actor-congress', role: 'politician', issue: 'issue-protection', stance: 'supports', form: 'indirect',
      attitude: 'intention', anonymity: 'role-only', frames: ['policy-prescription-and-evaluation']
    }
  },
  {
    id: 'ann-second-perspective-08',
    content: 'investigators had lost a place to look',
    source: 'The Government Accountability Office',
    attributes: {
      holder: 'actor-gao', role: 'official', issue: 'issue-protection', stance: 'opposes', form: 'indirect',
      attitude: 'evidence', anonymity: 'named', frames: ['capacity-and-resources']
    }
  },
  {
    id: 'ann-second-perspective-09',
    content: ['nobody consulted them', 'they paid for the closure with their safety'],
    source: 'People who sold sex by choice',
    cue: { quote: 'say', after: 'by choice' },
    attributes: {
      holder: 'actor-sex-workers', role: 'affected-community', issue: 'issue-safety', stance: 'opposes',
      form: 'indirect', attitude: 'witnessing', anonymity: 'role-only', frames: ['health-and-safety']
    }
  },
  {
    id: 'ann-second-perspective-10',
    content: 'every listing which is not printed is a person who is not offered',
    source: 'Survivors’ groups',
    cue: 'reply',
    attributes: {
      holder: 'actor-survivors', role: 'advocate', issue: 'issue-protection', stance: 'supports', form: 'indirect',
      attitude: 'belief', anonymity: 'role-only', frames: ['health-and-safety', 'morality']
    }
  },
  {
    id: 'ann-second-perspective-11',
    content: 'the government had wanted four times as much',
    source: { quote: 'the government', after: 'five years;' },
    cue: 'wanted',
    attributes: {
      holder: 'actor-prosecutors', role: 'prosecutor', issue: 'issue-sentence', stance: 'supports', form: 'indirect',
      attitude: 'intention', anonymity: 'role-only', frames: ['crime-and-punishment']
    }
  },
  {
    id: 'ann-second-perspective-12',
    content: 'the question that most people think the case answered has yet to be put to anyone',
    attributes: {
      holder: 'actor-press-column', role: 'journalist', issue: 'issue-closure', stance: 'mixed', form: 'indirect',
      attitude: 'statement', anonymity: 'named', frames: law
    }
  }
]

export const legalEvents = [
  {
    id: 'ann-second-legal-event-01',
    content: 'the 100 counts of the superseding indictment of 25 July 2018',
    trigger: 'superseding indictment', date: '25 July 2018',
    attributes: {
      type: 'superseding-charge', date: '2018-07-25', modality: 'actual', case: 'case-federal',
      parties: [lacey, larkin, prosecutors], counts: { charged: 100 }
    },
    memo: 'The other article gives 93, the number of the first indictment.'
  },
  {
    id: 'ann-second-legal-event-02',
    content: 'Michael Lacey stands convicted of one',
    trigger: 'convicted', party: 'Michael Lacey',
    attributes: {
      type: 'conviction', date: '2023', modality: 'actual', case: 'case-federal', parties: [lacey],
      outcome: 'Of one count'
    }
  },
  {
    id: 'ann-second-legal-event-03',
    content: 'threw out California’s complaint on 9 December 2016',
    trigger: 'threw out', date: '9 December 2016', party: 'Judge Michael Bowman',
    attributes: {
      type: 'dismissal', date: '2016-12-09', modality: 'actual', case: 'case-california',
      parties: [{ role: 'judge', actor: 'actor-bowman' }], outcome: 'All charges dismissed'
    }
  },
  {
    id: 'ann-second-legal-event-04',
    content: 'Before the year was over it had filed again, now with a theory about money',
    trigger: 'filed', date: 'Before the year was over', party: { quote: 'it', after: 'the year was over' },
    attributes: {
      type: 'charge', date: '2016-12', dateAnchor: '2016-12-09', modality: 'actual',
      case: 'case-california-second', parties: [lacey, larkin, ferrer]
    }
  },
  {
    id: 'ann-second-legal-event-05',
    content: 'On 6 April 2018 the servers were seized',
    trigger: 'seized', date: '6 April 2018',
    attributes: { type: 'seizure', date: '2018-04-06', modality: 'actual', case: 'case-federal' }
  },
  {
    id: 'ann-second-legal-event-06',
    content: 'FOSTA was signed five days later',
    trigger: 'signed', date: 'five days later',
    attributes: {
      type: 'legislation', date: '2018-04-11', dateAnchor: '2018-04-06', modality: 'actual',
      jurisdiction: 'United States', statute: 'Pub. L. 115-164'
    }
  },
  {
    id: 'ann-second-legal-event-07',
    content: 'In September 2021 the first trial collapsed',
    trigger: 'collapsed', date: 'September 2021',
    attributes: { type: 'mistrial', date: '2021-09', modality: 'actual', case: 'case-federal', parties: [lacey] }
  },
  {
    id: 'ann-second-legal-event-08',
    content: 'On 16 November 2023 a second jury convicted Lacey once, acquitted him once and hung on 84 counts',
    trigger: ['convicted', 'acquitted', 'hung'], date: '16 November 2023', party: 'Lacey',
    attributes: {
      type: 'verdict', date: '2023-11-16', modality: 'actual', case: 'case-federal', parties: [lacey],
      counts: { convicted: 1, acquitted: 1, hung: 84 }
    }
  },
  {
    id: 'ann-second-legal-event-09',
    content: 'In the spring of 2024 Judge Diane Humetewa cleared him of 53 of these',
    trigger: 'cleared', date: 'the spring of 2024', party: 'Judge Diane Humetewa',
    attributes: {
      type: 'acquittal', date: '2024-21', modality: 'actual', case: 'case-federal', parties: [lacey, humetewa],
      counts: { acquitted: 53, pending: 31 }
    }
  },
  {
    id: 'ann-second-legal-event-10',
    content: 'In August she gave him five years',
    trigger: 'gave', date: 'August',
    attributes: {
      type: 'sentence', date: '2024-08', modality: 'actual', case: 'case-federal', parties: [lacey, humetewa],
      outcome: 'Five years in prison'
    }
  }
]

/** `[from, type, to]`, mostly to what the first article tells of the same. */
export const links = [
  ['ann-second-legal-event-03', 'same-event', 'ann-legal-event-08'],
  ['ann-second-legal-event-04', 'same-event', 'ann-legal-event-10'],
  ['ann-second-legal-event-05', 'same-event', 'ann-legal-event-19'],
  ['ann-second-legal-event-06', 'same-event', 'ann-legal-event-17'],
  ['ann-second-legal-event-07', 'same-event', 'ann-legal-event-27'],
  ['ann-second-legal-event-08', 'same-event', 'ann-legal-event-33'],
  ['ann-second-legal-event-09', 'same-event', 'ann-legal-event-37'],
  ['ann-second-legal-event-10', 'same-event', 'ann-legal-event-01'],
  ['ann-second-legal-event-01', 'same-event', 'ann-legal-event-23'],
  ['ann-second-legal-event-02', 'same-event', 'ann-legal-event-03'],
  ['ann-second-perspective-06', 'responds-to', 'ann-second-perspective-05'],
  ['ann-second-perspective-10', 'responds-to', 'ann-second-perspective-09'],
  ['ann-second-perspective-08', 'disputes', 'ann-second-perspective-07'],
  ['ann-second-claim-02', 'evidence-for', 'ann-second-perspective-08'],
  ['ann-second-claim-01', 'disputes', 'ann-second-claim-03']
]
