/**
 * Legal events of the sample. Dates are EDTF of level 1 and as exact as the article lets a reader say; `counts`
 * are given once for each event, on the mention that says them.
 */
const lacey = { role: 'defendant', actor: 'actor-lacey' }
const larkin = { role: 'defendant', actor: 'actor-larkin' }
const ferrer = { role: 'defendant', actor: 'actor-ferrer' }
const spear = { role: 'defendant', actor: 'actor-spear' }
const brunst = { role: 'defendant', actor: 'actor-brunst' }
const hyer = { role: 'defendant', actor: 'actor-hyer' }
const managers = { role: 'defendant', actor: 'actor-managers' }
const prosecutors = { role: 'prosecutor', actor: 'actor-prosecutors' }
const california = { role: 'prosecutor', actor: 'actor-california' }
const humetewa = { role: 'judge', actor: 'actor-humetewa' }
const defence = { role: 'counsel', actor: 'actor-lacey-lawyers' }

export const legalEvents = [
  {
    id: 'ann-legal-event-01',
    content: 'Judge Diane Humetewa gave Michael Lacey five years in prison and a $3 million fine',
    trigger: 'gave', date: '28 August 2024', party: ['Judge Diane Humetewa', 'Michael Lacey'],
    attributes: {
      type: 'sentence', date: '2024-08-28', modality: 'actual', case: 'case-federal', parties: [lacey, humetewa],
      outcome: 'Five years in prison and a fine of $3 million'
    }
  },
  {
    id: 'ann-legal-event-02',
    content: 'a $3 million fine',
    trigger: 'fine', date: '28 August 2024',
    attributes: {
      type: 'fine', date: '2024-08-28', modality: 'actual', case: 'case-federal', parties: [lacey, humetewa],
      outcome: '$3 million'
    }
  },
  {
    id: 'ann-legal-event-03',
    content: 'The count on which he was convicted',
    trigger: 'convicted',
    attributes: {
      type: 'conviction', date: '2023-11-16', modality: 'actual', case: 'case-federal', parties: [lacey],
      statute: '18 U.S.C. § 1956(a)(2)(B)(i)'
    },
    memo: 'Told here first; the date comes near the end of the article.'
  },
  {
    id: 'ann-legal-event-04',
    content: 'a suit by three young women who said they had been trafficked through the site as minors',
    trigger: 'suit', party: 'three young women',
    attributes: {
      type: 'lawsuit', date: '../2016-03-14', modality: 'actual', case: 'case-doe',
      parties: [{ role: 'plaintiff', actor: 'actor-plaintiffs' }, { role: 'defendant', actor: 'actor-backpage' }]
    },
    memo: 'The article says only that it came before the ruling.'
  },
  {
    id: 'ann-legal-event-05',
    content: 'a federal appeals court in Boston upheld the dismissal of a suit',
    trigger: 'upheld', date: '14 March 2016', party: 'a federal appeals court in Boston',
    attributes: {
      type: 'ruling', date: '2016-03-14', modality: 'actual', case: 'case-doe', statute: '47 U.S.C. § 230',
      parties: [{ role: 'judge', actor: 'actor-first-circuit' }, { role: 'plaintiff', actor: 'actor-plaintiffs' }],
      outcome: 'Dismissal affirmed'
    }
  },
  {
    id: 'ann-legal-event-06',
    content: 'she charged Lacey, Larkin and the chief executive, Carl Ferrer, with crimes',
    trigger: 'charged', date: 'That October', party: ['Lacey', 'Larkin', 'Carl Ferrer'],
    attributes: {
      type: 'charge', date: '2016-10', dateAnchor: '2016-03-14', modality: 'actual', case: 'case-california',
      parties: [lacey, larkin, ferrer, california], statute: 'Cal. Penal Code §§ 182, 266h'
    }
  },
  {
    id: 'ann-legal-event-07',
    content: 'Ferrer was arrested in Houston on 6 October 2016',
    trigger: 'arrested', date: '6 October 2016', party: { quote: 'Ferrer', after: 'with crimes.' },
    attributes: {
      type: 'arrest', date: '2016-10-06', modality: 'actual', case: 'case-california', parties: [ferrer]
    }
  },
  {
    id: 'ann-legal-event-08',
    content: 'On 9 December Judge Michael Bowman dismissed the complaint',
    trigger: 'dismissed', date: '9 December', party: 'Judge Michael Bowman',
    attributes: {
      type: 'dismissal', date: '2016-12-09', dateAnchor: '2016-10-06', modality: 'actual', case: 'case-california',
      parties: [{ role: 'judge', actor: 'actor-bowman' }, lacey, larkin, ferrer], statute: '47 U.S.C. § 230',
      outcome: 'All charges dismissed'
    }
  },
  {
    id: 'ann-legal-event-09',
    content: 'Harris had joined other attorneys general in asking Congress to amend the statute',
    trigger: 'amend', date: '2013',
    attributes: {
      type: 'legislation', date: '2013', modality: 'requested', statute: '47 U.S.C. § 230'
    }
  },
  {
    id: 'ann-legal-event-10',
    content: 'her deputies filed again. This time they added money laundering',
    trigger: 'filed', date: 'Two weeks after the dismissal', party: 'her deputies',
    attributes: {
      type: 'charge', date: '2016-12-23~', dateAnchor: '2016-12-09', modality: 'actual',
      case: 'case-california-second', parties: [lacey, larkin, ferrer, california],
      statute: 'Cal. Penal Code § 186.10'
    }
  },
  {
    id: 'ann-legal-event-11',
    content: 'a second judge struck the pimping counts once more but let the laundering counts stand',
    trigger: 'struck', date: 'August 2017', party: 'a second judge',
    attributes: {
      type: 'dismissal', date: '2017-08', modality: 'actual', case: 'case-california-second',
      parties: [lacey, larkin, ferrer], outcome: 'Pimping counts dismissed, laundering counts remain'
    }
  },
  {
    id: 'ann-legal-event-12',
    content: 'Against Lacey they have never been tried.',
    trigger: 'tried',
    attributes: {
      type: 'trial', date: '2017-08/2024-09-20', dateAnchor: '2024-09-20', modality: 'negated',
      case: 'case-california-second', parties: [lacey]
    }
  },
  {
    id: 'ann-legal-event-13',
    content: 'a Senate subcommittee led by Rob Portman, a Republican, and Claire McCaskill, a Democrat, presented the findings of a long inquiry',
    trigger: 'presented', date: '10 January', party: 'a Senate subcommittee',
    attributes: {
      type: 'hearing', date: '2017-01-10', dateAnchor: '2017-01', modality: 'actual', jurisdiction: 'United States',
      court: 'Senate Permanent Subcommittee on Investigations'
    }
  },
  {
    id: 'ann-legal-event-14',
    content: 'a long inquiry',
    trigger: 'inquiry',
    attributes: {
      type: 'investigation', date: '2015?/2017-01-10', modality: 'actual', jurisdiction: 'United States',
      court: 'Senate Permanent Subcommittee on Investigations'
    },
    memo: 'The article does not say when it began; 2015 is a guess to be checked against the report.',
    confidence: 0.6
  },
  {
    id: 'ann-legal-event-15',
    content: 'Lacey and Larkin declined to answer',
    trigger: 'declined to answer', date: '10 January', party: ['Lacey', 'Larkin'],
    attributes: {
      type: 'testimony', date: '2017-01-10', dateAnchor: '2017-01', modality: 'negated',
      parties: [{ role: 'witness', actor: 'actor-lacey' }, { role: 'witness', actor: 'actor-larkin' }],
      statute: 'U.S. Const. amend. V, I'
    }
  },
  {
    id: 'ann-legal-event-16',
    content: 'The Senate passed the bill known as FOSTA on 21 March 2018 by 97 votes to 2',
    trigger: 'passed', date: '21 March 2018', party: 'The Senate',
    attributes: {
      type: 'legislation', date: '2018-03-21', modality: 'actual', jurisdiction: 'United States',
      statute: 'Pub. L. 115-164', outcome: 'Passed by 97 votes to 2'
    }
  },
  {
    id: 'ann-legal-event-17',
    content: 'it was signed into law on 11 April',
    trigger: 'signed into law', date: '11 April',
    attributes: {
      type: 'legislation', date: '2018-04-11', dateAnchor: '2018-03-21', modality: 'actual',
      jurisdiction: 'United States', statute: 'Pub. L. 115-164', outcome: 'In force'
    }
  },
  {
    id: 'ann-legal-event-18',
    content: 'the site it described had been offline for five days',
    trigger: 'offline', date: 'for five days',
    attributes: {
      type: 'seizure', date: '2018-04-06', dateAnchor: '2018-04-11', modality: 'actual', case: 'case-federal'
    },
    memo: 'Told before the seizure itself, which comes in the next paragraph.'
  },
  {
    id: 'ann-legal-event-19',
    content: 'On 6 April 2018 federal agents had seized the servers and put a notice where the home page used to be',
    trigger: 'seized', date: '6 April 2018', party: 'federal agents',
    attributes: {
      type: 'seizure', date: '2018-04-06', modality: 'actual', case: 'case-federal',
      parties: [{ role: 'defendant', actor: 'actor-backpage' }, prosecutors], outcome: 'The site goes offline'
    }
  },
  {
    id: 'ann-legal-event-20',
    content: "They searched the founders’ homes near Phoenix and took both men into custody",
    trigger: 'took both men into custody', date: '6 April 2018',
    attributes: {
      type: 'arrest', date: '2018-04-06', modality: 'actual', case: 'case-federal', parties: [lacey, larkin]
    }
  },
  {
    id: 'ann-legal-event-21',
    content: "searched the founders’ homes near Phoenix",
    trigger: 'searched', date: '6 April 2018',
    attributes: {
      type: 'seizure', date: '2018-04-06', modality: 'actual', case: 'case-federal', parties: [lacey, larkin]
    }
  },
  {
    id: 'ann-legal-event-22',
    content:
      'An indictment unsealed three days later listed 93 counts against seven people: one of conspiracy, 50 of facilitating prostitution under the Travel Act, and 42 of money laundering',
    trigger: { quote: 'indictment', after: 'both men into custody' }, date: 'three days later', party: 'seven people',
    attributes: {
      type: 'indictment', date: '2018-04-09', dateAnchor: '2018-04-06', modality: 'actual', case: 'case-federal',
      parties: [lacey, larkin, spear, brunst, hyer, managers, prosecutors],
      counts: { charged: 93 }, statute: '18 U.S.C. §§ 371, 1952, 1956, 1957'
    }
  },
  {
    id: 'ann-legal-event-23',
    content: 'A superseding indictment followed that summer',
    trigger: 'superseding indictment', date: 'that summer',
    attributes: {
      type: 'superseding-charge', date: '2018-22', dateAnchor: '2018-04-09', modality: 'actual', case: 'case-federal',
      parties: [lacey, larkin, spear, brunst, hyer, managers, prosecutors]
    },
    memo: 'The article gives no number of counts for it; the indictment itself has 100.'
  },
  {
    id: 'ann-legal-event-24',
    content: 'On 5 April he had pleaded guilty to conspiracy in a case of his own',
    trigger: 'pleaded guilty', date: '5 April', party: { quote: 'he', after: 'On 5 April' },
    attributes: {
      type: 'plea', date: '2018-04-05', dateAnchor: '2018-04-06', modality: 'actual', case: 'case-ferrer',
      parties: [ferrer], counts: { charged: 1, convicted: 1 }, statute: '18 U.S.C. § 371', outcome: 'Guilty'
    }
  },
  {
    id: 'ann-legal-event-25',
    content: 'he agreed to testify against the men who had once employed him',
    trigger: 'testify',
    attributes: {
      type: 'testimony', date: '2018-04-05/..', dateAnchor: '2018-04-05', modality: 'planned', case: 'case-federal',
      parties: [{ role: 'witness', actor: 'actor-ferrer' }]
    }
  },
  {
    id: 'ann-legal-event-26',
    content: 'The first jury was sworn in September 2021 and sent home within two weeks',
    trigger: 'sworn', date: 'September 2021', party: 'The first jury',
    attributes: {
      type: 'trial', date: '2021-09', modality: 'actual', case: 'case-federal',
      parties: [lacey, larkin, spear, brunst, managers, { role: 'judge', actor: 'actor-brnovich' }]
    }
  },
  {
    id: 'ann-legal-event-27',
    content:
      'Judge Susan Brnovich declared a mistrial because the government and its witnesses kept returning to child trafficking',
    trigger: 'mistrial', date: 'September 2021', party: 'Judge Susan Brnovich',
    attributes: {
      type: 'mistrial', date: '2021-09~', modality: 'actual', case: 'case-federal',
      parties: [{ role: 'judge', actor: 'actor-brnovich' }, lacey, larkin, spear, brunst, managers]
    }
  },
  {
    id: 'ann-legal-event-28',
    content: 'The defence asked that the charges be barred for good as double jeopardy',
    trigger: 'asked', party: 'The defence',
    attributes: {
      type: 'dismissal', date: '2021-09/2022', dateAnchor: '2021-09', modality: 'requested', case: 'case-federal',
      parties: [defence, lacey, larkin, spear, brunst, managers], statute: 'U.S. Const. amend. V'
    }
  },
  {
    id: 'ann-legal-event-29',
    content: 'an appeals court refused in 2022',
    trigger: 'refused', date: '2022', party: 'an appeals court',
    attributes: {
      type: 'appeal', date: '2022', modality: 'actual', case: 'case-federal',
      court: 'U.S. Court of Appeals, Ninth Circuit', parties: [{ role: 'judge', actor: 'actor-ninth-circuit' }],
      outcome: 'Retrial allowed'
    }
  },
  {
    id: 'ann-legal-event-30',
    content: 'A second trial was set for 8 August 2023',
    trigger: 'set', date: '8 August 2023',
    attributes: {
      type: 'trial', date: '2023-08-08', modality: 'planned', case: 'case-federal',
      parties: [lacey, larkin, spear, brunst, managers]
    }
  },
  {
    id: 'ann-legal-event-31',
    content: 'On 31 July, Larkin died by suicide',
    trigger: 'died', date: '31 July', party: 'Larkin',
    attributes: {
      type: 'death-of-party', date: '2023-07-31', dateAnchor: '2023-08-08', modality: 'actual', case: 'case-federal',
      parties: [larkin]
    }
  },
  {
    id: 'ann-legal-event-32',
    content: 'The trial of the others opened a month later without him',
    trigger: 'opened', date: 'a month later', party: 'the others',
    attributes: {
      type: 'trial', date: '2023-08~', dateAnchor: '2023-07-31', modality: 'actual', case: 'case-federal',
      parties: [lacey, spear, brunst, managers, humetewa]
    }
  },
  {
    id: 'ann-legal-event-33',
    content:
      'Of the 86 counts that Lacey faced, it convicted him on one, cleared him of another and could not agree about the remaining 84',
    trigger: 'verdict', date: '16 November 2023', party: { quote: 'Lacey', after: '86 counts' },
    attributes: {
      type: 'verdict', date: '2023-11-16', modality: 'actual', case: 'case-federal', parties: [lacey],
      counts: { convicted: 1, acquitted: 1, hung: 84 },
      outcome: 'One conviction, one acquittal, 84 counts undecided'
    },
    memo: '86 of the counts concern Lacey. The 93 of the first indictment were spread over seven people.'
  },
  {
    id: 'ann-legal-event-34',
    content: 'could not agree about the remaining 84',
    trigger: 'could not agree', date: '16 November 2023',
    attributes: {
      type: 'hung-jury', date: '2023-11-16', modality: 'actual', case: 'case-federal', parties: [lacey],
      outcome: '84 counts undecided'
    }
  },
  {
    id: 'ann-legal-event-35',
    content: 'Two former executives, Scott Spear and John Brunst, were found guilty on many more',
    trigger: 'found guilty', date: '16 November 2023', party: ['Scott Spear', 'John Brunst'],
    attributes: {
      type: 'conviction', date: '2023-11-16', modality: 'actual', case: 'case-federal', parties: [spear, brunst]
    }
  },
  {
    id: 'ann-legal-event-36',
    content: 'two managers were acquitted of everything',
    trigger: { quote: 'acquitted', after: 'two managers' }, date: '16 November 2023', party: 'two managers',
    attributes: {
      type: 'acquittal', date: '2023-11-16', modality: 'actual', case: 'case-federal', parties: [managers],
      outcome: 'Acquitted on every count'
    }
  },
  {
    id: 'ann-legal-event-37',
    content: 'In April 2024 Humetewa acquitted Lacey of 53 of the deadlocked counts',
    trigger: { quote: 'acquitted', after: 'Humetewa' }, date: 'April 2024',
    party: ['Humetewa', { quote: 'Lacey', after: 'Humetewa acquitted' }],
    attributes: {
      type: 'acquittal', date: '2024-04', modality: 'actual', case: 'case-federal', parties: [lacey, humetewa],
      counts: { acquitted: 53, pending: 31 }, outcome: '53 acquittals by the judge; 31 counts left'
    }
  },
  {
    id: 'ann-legal-event-38',
    content: 'the government could still seek a third trial',
    trigger: { quote: 'trial', after: 'third' }, party: 'the government',
    attributes: {
      type: 'trial', date: '2024-04/..', dateAnchor: '2024-04', modality: 'hypothetical', case: 'case-federal',
      parties: [lacey, prosecutors]
    }
  },
  {
    id: 'ann-legal-event-39',
    content: 'Prosecutors sought 20 years',
    trigger: 'sought', party: 'Prosecutors',
    attributes: {
      type: 'sentence', date: '2024-08~', modality: 'requested', case: 'case-federal', parties: [lacey, prosecutors],
      outcome: '20 years in prison'
    }
  },
  {
    id: 'ann-legal-event-40',
    content: 'The defence proposed probation',
    trigger: 'proposed', party: 'The defence',
    attributes: {
      type: 'sentence', date: '2024-08~', modality: 'requested', case: 'case-federal', parties: [lacey, defence],
      outcome: 'Probation'
    }
  },
  {
    id: 'ann-legal-event-41',
    content: 'Spear and Brunst received ten years each',
    trigger: 'received', party: ['Spear', 'Brunst'],
    attributes: {
      type: 'sentence', date: '2024-08-28~', dateAnchor: '2024-08-28', modality: 'actual', case: 'case-federal',
      parties: [spear, brunst, humetewa], outcome: 'Ten years in prison each'
    }
  },
  {
    id: 'ann-legal-event-42',
    content: 'Lacey reported to prison in September',
    trigger: 'reported to prison', date: 'September', party: 'Lacey',
    attributes: {
      type: 'imprisonment', date: '2024-09', dateAnchor: '2024-08-28', modality: 'actual', case: 'case-federal',
      parties: [lacey]
    }
  },
  {
    id: 'ann-legal-event-43',
    content: 'his appeal went ahead',
    trigger: 'appeal',
    attributes: {
      type: 'appeal', date: '2024-08-28/..', dateAnchor: '2024-08-28', modality: 'actual', case: 'case-federal',
      court: 'U.S. Court of Appeals, Ninth Circuit', parties: [lacey]
    }
  },
  {
    id: 'ann-legal-event-44',
    content: 'A constitutional challenge to FOSTA, filed in June 2018 by the Woodhull Freedom Foundation',
    trigger: 'filed', date: 'June 2018', party: 'the Woodhull Freedom Foundation',
    attributes: {
      type: 'lawsuit', date: '2018-06', modality: 'actual', case: 'case-woodhull', statute: 'Pub. L. 115-164',
      parties: [{ role: 'plaintiff', actor: 'actor-woodhull' }]
    }
  },
  {
    id: 'ann-legal-event-45',
    content: ['A constitutional challenge to FOSTA', 'failed on appeal in July 2023'],
    trigger: 'failed', date: 'July 2023',
    attributes: {
      type: 'appeal', date: '2023-07', modality: 'actual', case: 'case-woodhull', statute: 'Pub. L. 115-164',
      parties: [{ role: 'plaintiff', actor: 'actor-woodhull' }, { role: 'judge', actor: 'actor-dc-circuit' }],
      outcome: 'Law upheld, read narrowly'
    }
  },
  {
    id: 'ann-legal-event-46',
    content: 'California could still bring its laundering case to trial',
    trigger: 'trial', party: 'California',
    attributes: {
      type: 'trial', date: '2024-09-20/..', dateAnchor: '2024-09-20', modality: 'hypothetical',
      case: 'case-california-second', parties: [lacey, california]
    }
  },
  {
    id: 'ann-legal-event-47',
    content: 'In 2004 the company answered with a classified site of its own',
    trigger: 'answered', date: '2004', party: 'the company',
    attributes: { type: 'other', date: '2004', modality: 'actual', outcome: 'Backpage begins' }
  },
  {
    id: 'ann-legal-event-48',
    content: 'Craigslist shut its adult section',
    trigger: 'shut', date: 'September 2010', party: 'Craigslist',
    attributes: { type: 'other', date: '2010-09', modality: 'actual', outcome: 'The rival withdraws' }
  },
  {
    id: 'ann-legal-event-49',
    content: 'the dismissal of a suit by three young women',
    trigger: 'dismissal', party: 'three young women',
    attributes: {
      type: 'dismissal', date: 'XXXX', modality: 'actual', case: 'case-doe',
      parties: [{ role: 'plaintiff', actor: 'actor-plaintiffs' }]
    },
    memo: 'The article gives no date; it came before March 2016.'
  },
  {
    id: 'ann-legal-event-50',
    content: 'Lacey’s appeal could undo the only conviction against him',
    trigger: 'undo', party: 'Lacey',
    attributes: {
      type: 'ruling', date: 'XXXX', modality: 'hypothetical', case: 'case-federal', parties: [lacey],
      court: 'U.S. Court of Appeals, Ninth Circuit'
    }
  },
  {
    id: 'ann-legal-event-51',
    content: 'the first listing went up',
    trigger: 'went up', date: 'Twenty years after',
    attributes: { type: 'other', date: '2004~', dateAnchor: '2024-09-20', modality: 'actual' }
  }
]
