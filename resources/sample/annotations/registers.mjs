/** Who, what and where of the sample: the rows that its annotations point at. */

export const project = {
  id: 'project-sample',
  title: 'Closing Backpage',
  description:
    'A sample to try things out on: two articles written for Counterpoint from public records, tagged in all three ' +
    'layers. Change it as you like; opening the sample again makes a fresh copy.'
}

export const annotators = [{ id: 'annotator-sample', name: 'Sample annotator', role: 'annotator' }]

const person = (id, name, role, affiliation = '', aliases = []) =>
  ({ id: `actor-${id}`, name, kind: 'person', aliases, role, affiliation })
const organisation = (id, name, role, affiliation = '', aliases = []) =>
  ({ ...person(id, name, role, affiliation, aliases), kind: 'organisation' })
const group = (id, name, role, affiliation = '', aliases = []) =>
  ({ ...person(id, name, role, affiliation, aliases), kind: 'group' })

export const actors = [
  person('lacey', 'Michael Lacey', 'Defendant, co-founder', 'Backpage', ['Lacey']),
  person('larkin', 'James Larkin', 'Defendant, co-founder', 'Backpage', ['Larkin', 'Jim Larkin']),
  person('ferrer', 'Carl Ferrer', 'Defendant, later witness for the government', 'Backpage', ['Ferrer']),
  person('spear', 'Scott Spear', 'Defendant, former executive', 'Backpage', ['Spear']),
  person('brunst', 'John Brunst', 'Defendant, former executive', 'Backpage', ['Brunst', 'Jed Brunst']),
  person('hyer', 'Dan Hyer', 'Defendant, former sales director', 'Backpage', ['Hyer']),
  group('jury', 'The jury', 'Jury', 'U.S. District Court, Arizona'),
  group('managers', 'Two operations managers', 'Defendants', 'Backpage', ['two managers']),
  person('humetewa', 'Diane Humetewa', 'Judge', 'U.S. District Court, Arizona', ['Humetewa']),
  person('brnovich', 'Susan Brnovich', 'Judge', 'U.S. District Court, Arizona', ['Brnovich']),
  person('bowman', 'Michael Bowman', 'Judge', 'Sacramento County Superior Court', ['Bowman']),
  person('harris', 'Kamala Harris', 'Attorney general, senator, candidate', 'California; U.S. Senate', ['Harris']),
  person('krell', 'Maggy Krell', 'Prosecutor', 'California attorney general', ['Krell']),
  person('corn-revere', 'Robert Corn-Revere', 'Defence lawyer', 'Counsel for Backpage', ['Corn-Revere']),
  person('mccaskill', 'Claire McCaskill', 'Senator', 'U.S. Senate, Democrat', ['McCaskill']),
  person('portman', 'Rob Portman', 'Senator', 'U.S. Senate, Republican', ['Portman']),
  person('bailey', 'Kaytlin Bailey', 'Advocate for decriminalisation', 'Old Pros', ['Bailey']),
  person('andrews', 'Alex Andrews', 'Advocate for decriminalisation', '', ['Andrews']),
  person('baldwin', 'Courtney Baldwin', 'Survivor and speaker', '', ['Baldwin']),
  organisation('backpage', 'Backpage', 'Platform', '', ['Backpage.com', 'the company', 'the site']),
  organisation('craigslist', 'Craigslist', 'Platform'),
  organisation('california', 'California attorney general', 'Prosecutor', 'State of California', ['her office']),
  organisation('subcommittee', 'Permanent Subcommittee on Investigations', 'Legislature', 'U.S. Senate'),
  organisation('congress', 'Congress', 'Legislature', 'United States', ['lawmakers']),
  organisation('first-circuit', 'Court of Appeals, First Circuit', 'Court', 'Boston'),
  organisation('dc-circuit', 'Court of Appeals, D.C. Circuit', 'Court', 'Washington'),
  organisation('ninth-circuit', 'Court of Appeals, Ninth Circuit', 'Court', 'San Francisco'),
  organisation('gao', 'Government Accountability Office', 'Auditor', 'Congress', ['GAO']),
  organisation('woodhull', 'Woodhull Freedom Foundation', 'Plaintiff, advocacy group'),
  organisation('press-column', 'The column', 'Journalist', 'Counterpoint second desk'),
  organisation('desk', 'Counterpoint sample desk', 'Journalist', 'Counterpoint sample'),
  group('prosecutors', 'Federal prosecutors', 'Prosecutor', 'U.S. Department of Justice', ['the government']),
  group('attorneys-general', 'State attorneys general', 'Officials', 'Several states'),
  group('lacey-lawyers', "Lacey's lawyers", 'Defence', '', ['the defence']),
  group('site-lawyers', "The site's lawyers", 'Defence', 'Counsel for Backpage'),
  group('plaintiffs', 'Three young women', 'Plaintiffs', '', ['Jane Does']),
  group('survivors', "Survivors' advocates", 'Advocates', '', ["Survivors' groups"]),
  group('sex-workers', 'Adults who sell sex by choice', 'Affected community', '', ['Sex workers']),
  group('organisers', "Sex workers' organisers", 'Advocates', '', ['Organisers']),
  group('critics', 'Critics of the California case', 'Not named'),
  group('senators', 'Senators at the hearing', 'Politicians', 'U.S. Senate')
]

export const issues = [
  {
    id: 'issue-closure',
    question: 'Was closing the site justified?',
    shortName: 'Closure',
    description: 'Supports: it was right to take Backpage offline. Opposes: it was wrong, or the site deserved to stay.'
  },
  {
    id: 'issue-knowledge',
    question: 'Did the owners know what was sold?',
    shortName: 'Knowledge',
    description: 'Supports: they knew of crimes and earned on them. Opposes: they believed the ads lawful and helped the police.',
    partOf: 'issue-closure'
  },
  {
    id: 'issue-protection',
    question: 'Did the closure protect victims?',
    shortName: 'Victims',
    description: 'Supports: fewer people came to harm. Opposes: as many or more did, or they became harder to find.',
    partOf: 'issue-closure'
  },
  {
    id: 'issue-safety',
    question: 'Were sex workers as safe without it?',
    shortName: 'Sex workers',
    description: 'Supports: they were. Opposes: the site is where they could tell whom to trust.',
    partOf: 'issue-closure'
  },
  {
    id: 'issue-motive',
    question: 'Did concern for victims drive the prosecutors?',
    shortName: 'Motive',
    description: 'Supports: concern or the law did. Opposes: ambition or abuse of power did.',
    partOf: 'issue-closure'
  },
  {
    id: 'issue-liability',
    question: 'Is a site liable for what users post?',
    shortName: 'Liability',
    description: 'Supports: a site can be made to answer. Opposes: only those who wrote the post can.'
  },
  {
    id: 'issue-sentence',
    question: 'Was a long prison term deserved?',
    shortName: 'Sentence',
    description: "About Lacey's sentence of August 2024 and what either side asked for."
  },
  {
    id: 'issue-criminalisation',
    question: 'Should selling sex be a crime?',
    shortName: 'Criminalisation',
    description: 'About people who sell sex, apart from those who run sites.'
  }
]

/** As in the first indictment; the superseding one added Brunst to the first two charges. */
const accusedOfFacilitating = ['actor-lacey', 'actor-larkin', 'actor-spear', 'actor-hyer', 'actor-managers']
const accusedOfLaundering = ['actor-lacey', 'actor-larkin', 'actor-spear', 'actor-brunst', 'actor-hyer']

export const cases = [
  {
    id: 'case-federal',
    name: 'United States v. Lacey',
    court: 'U.S. District Court, District of Arizona',
    jurisdiction: 'United States',
    docketNumber: '2:18-cr-00422',
    charges: [
      { statute: '18 U.S.C. § 371', description: 'Conspiracy', counts: 1, defendants: accusedOfFacilitating },
      {
        statute: '18 U.S.C. § 1952',
        description: 'Facilitating prostitution (Travel Act)',
        counts: 50,
        defendants: accusedOfFacilitating
      },
      { statute: '18 U.S.C. §§ 1956, 1957', description: 'Money laundering', counts: 42, defendants: accusedOfLaundering }
    ]
  },
  {
    id: 'case-california',
    name: 'People v. Ferrer (first complaint)',
    court: 'Sacramento County Superior Court',
    jurisdiction: 'California',
    docketNumber: '16FE019224',
    charges: [
      {
        statute: 'Cal. Penal Code § 266h',
        description: 'Pimping, including of minors',
        counts: null,
        defendants: ['actor-ferrer']
      },
      {
        statute: 'Cal. Penal Code § 182',
        description: 'Conspiracy to commit pimping',
        counts: null,
        defendants: ['actor-lacey', 'actor-larkin', 'actor-ferrer']
      }
    ]
  },
  {
    id: 'case-california-second',
    name: 'People v. Ferrer (second complaint)',
    court: 'Sacramento County Superior Court',
    jurisdiction: 'California',
    docketNumber: '16FE024013',
    charges: [
      {
        statute: 'Cal. Penal Code §§ 182, 266h',
        description: 'Pimping and conspiracy',
        counts: null,
        defendants: ['actor-lacey', 'actor-larkin', 'actor-ferrer']
      },
      {
        statute: 'Cal. Penal Code § 186.10',
        description: 'Money laundering',
        counts: null,
        defendants: ['actor-lacey', 'actor-larkin', 'actor-ferrer']
      }
    ]
  },
  {
    id: 'case-ferrer',
    name: 'United States v. Ferrer',
    court: 'U.S. District Court, District of Arizona',
    jurisdiction: 'United States',
    docketNumber: '2:18-cr-00464',
    charges: [{ statute: '18 U.S.C. § 371', description: 'Conspiracy', counts: 1, defendants: ['actor-ferrer'] }]
  },
  {
    id: 'case-doe',
    name: 'Doe v. Backpage.com',
    court: 'U.S. Court of Appeals, First Circuit',
    jurisdiction: 'United States',
    docketNumber: '15-1724',
    charges: []
  },
  {
    id: 'case-woodhull',
    name: 'Woodhull Freedom Foundation v. United States',
    court: 'U.S. Court of Appeals, D.C. Circuit',
    jurisdiction: 'United States',
    docketNumber: '22-5105',
    charges: []
  }
]
