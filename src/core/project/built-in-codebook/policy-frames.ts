import type { CodebookOption } from '../codebook'

/** The fifteen dimensions of the Policy Frames Codebook (Boydstun et al. 2014), defined in our own words. */
export const policyFrames: CodebookOption[] = [
  { id: 'economic', name: 'Economic', definition: 'Money: costs, gains, livelihoods, markets.' },
  {
    id: 'capacity-and-resources',
    name: 'Capacity and resources',
    definition: 'Whether there are enough people, time, tools or means.'
  },
  { id: 'morality', name: 'Morality', definition: 'Right and wrong, duty, religion, conscience.' },
  {
    id: 'fairness-and-equality',
    name: 'Fairness and equality',
    definition: 'Whether people or groups are treated as they should be, and alike.'
  },
  {
    id: 'legality-constitutionality-and-jurisprudence',
    name: 'Legality, constitutionality and jurisprudence',
    definition: 'What the constitution, statutes and courts allow; rights and liberties.'
  },
  {
    id: 'policy-prescription-and-evaluation',
    name: 'Policy prescription and evaluation',
    definition: 'What should be done about a problem, and whether a measure works.'
  },
  {
    id: 'crime-and-punishment',
    name: 'Crime and punishment',
    definition: 'Breaking the law, enforcing it, and what offenders get.'
  },
  {
    id: 'security-and-defence',
    name: 'Security and defence',
    definition: 'Threats to a country or community, and guarding against them.'
  },
  {
    id: 'health-and-safety',
    name: 'Health and safety',
    definition: 'Bodily harm, illness, danger, protection.'
  },
  {
    id: 'quality-of-life',
    name: 'Quality of life',
    definition: 'Everyday well-being: ease, dignity, happiness.'
  },
  {
    id: 'cultural-identity',
    name: 'Cultural identity',
    definition: 'Customs, norms and belonging of a group or a profession.'
  },
  { id: 'public-opinion', name: 'Public opinion', definition: 'What people at large think, feel or demand.' },
  { id: 'political', name: 'Political', definition: 'Parties, elections, ambition, lobbying, bargaining.' },
  {
    id: 'external-regulation-and-reputation',
    name: 'External regulation and reputation',
    definition: 'Relations with other states or bodies, and standing in their eyes.'
  },
  { id: 'other', name: 'Other', definition: 'A coherent angle that none of the others covers.' }
]
