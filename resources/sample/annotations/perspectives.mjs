/** Perspectives of the sample. Spans other than `content` are looked up in the paragraphs the content touches. */
export const perspectives = [
  {
    id: 'ann-perspective-01',
    content: 'it was a storefront where a trafficker could list a child as easily as a used sofa, and where warnings went unheeded',
    source: "survivors’ advocates",
    attributes: {
      holder: 'actor-survivors', role: 'advocate', issue: 'issue-closure', stance: 'supports', form: 'indirect',
      attitude: 'belief', anonymity: 'role-only', frames: ['morality', 'crime-and-punishment']
    }
  },
  {
    id: 'ann-perspective-02',
    content: "it was a screening room: a place to read a stranger’s messages, compare notes with colleagues and say no before anyone opened a door",
    source: 'many adults who sold sex by choice',
    attributes: {
      holder: 'actor-sex-workers', role: 'affected-community', issue: 'issue-safety', stance: 'opposes',
      form: 'indirect', attitude: 'witnessing', anonymity: 'role-only',
      frames: ['health-and-safety', 'quality-of-life']
    }
  },
  {
    id: 'ann-perspective-03',
    content: 'a publisher cannot be made to answer for notices it did not write',
    source: 'The company',
    cue: 'maintained',
    attributes: {
      holder: 'actor-backpage', role: 'platform', issue: 'issue-liability', stance: 'opposes', form: 'indirect',
      attitude: 'statement', anonymity: 'named', frames: ['legality-constitutionality-and-jurisprudence']
    }
  },
  {
    id: 'ann-perspective-04',
    content: 'this settled the matter',
    source: 'the court',
    cue: 'held',
    attributes: {
      holder: 'actor-first-circuit', role: 'judge', issue: 'issue-liability', stance: 'opposes', form: 'indirect',
      attitude: 'decree', anonymity: 'role-only', frames: ['legality-constitutionality-and-jurisprudence']
    }
  },
  {
    id: 'ann-perspective-05',
    content: ['If the balance was wrong', 'Congress and not the courts would have to correct it'],
    source: { quote: 'it', after: 'If the balance was wrong' },
    cue: 'suggested',
    attributes: {
      holder: 'actor-first-circuit', role: 'judge', issue: 'issue-liability', stance: 'neutral', form: 'indirect',
      attitude: 'statement', anonymity: 'role-only', frames: ['policy-prescription-and-evaluation']
    },
    memo: 'Interrupted by "it suggested", so two content spans.'
  },
  {
    id: 'ann-perspective-06',
    content: 'Section 230 as a shield against exactly this sort of case',
    source: 'Judge Michael Bowman',
    cue: 'reading',
    attributes: {
      holder: 'actor-bowman', role: 'judge', issue: 'issue-liability', stance: 'opposes', form: 'indirect',
      attitude: 'decree', anonymity: 'named', frames: ['legality-constitutionality-and-jurisprudence']
    }
  },
  {
    id: 'ann-perspective-07',
    content: 'asking Congress to amend the statute because it stood in their way',
    source: 'other attorneys general',
    cue: 'asking',
    attributes: {
      holder: 'actor-attorneys-general', role: 'official', issue: 'issue-liability', stance: 'supports',
      form: 'indirect', attitude: 'support', anonymity: 'role-only',
      frames: ['policy-prescription-and-evaluation', 'crime-and-punishment']
    },
    memo: 'They want sites to be liable; that the law in force says otherwise is the claim nested in here.'
  },
  {
    id: 'ann-perspective-08',
    content: ['If the law had to be rewritten before anyone could be charged', 'it protected the founders until it was'],
    source: { quote: 'they', after: 'be charged' },
    cue: 'argued',
    attributes: {
      holder: 'actor-critics', role: 'other', issue: 'issue-liability', stance: 'opposes', form: 'indirect',
      attitude: 'statement', anonymity: 'anonymous', frames: ['legality-constitutionality-and-jurisprudence']
    }
  },
  {
    id: 'ann-perspective-09',
    content: 'her former superior as the one who insisted on going ahead out of concern for victims',
    source: 'Maggy Krell, who led that prosecution',
    cue: 'described',
    attributes: {
      holder: 'actor-krell', role: 'prosecutor', issue: 'issue-motive', stance: 'supports', form: 'indirect',
      attitude: 'witnessing', anonymity: 'named', frames: ['morality', 'crime-and-punishment']
    }
  },
  {
    id: 'ann-perspective-10',
    content: 'the pursuit was opportunism by officials with campaigns to run, and the deeper scandal is how the government used its power',
    source: 'Robert Corn-Revere, who defended the company',
    cue: 'tells it the other way round',
    attributes: {
      holder: 'actor-corn-revere', role: 'defence', issue: 'issue-motive', stance: 'opposes', form: 'indirect',
      attitude: 'statement', anonymity: 'named', frames: ['political', 'fairness-and-equality']
    }
  },
  {
    id: 'ann-perspective-11',
    content:
      '“Backpage.com’s Knowing Facilitation of Online Sex Trafficking,” concluded that the company had edited listings to conceal crimes, some of them against children',
    source: 'The report',
    cue: 'concluded',
    attributes: {
      holder: 'actor-subcommittee', role: 'politician', issue: 'issue-knowledge', stance: 'supports', form: 'mixed',
      attitude: 'evidence', anonymity: 'named', frames: ['crime-and-punishment']
    },
    memo: "Mixed: the report's own title, then a paraphrase."
  },
  {
    id: 'ann-perspective-12',
    content: 'official censorship',
    source: { quote: 'Backpage', after: 'The evening before' },
    cue: 'blamed',
    attributes: {
      holder: 'actor-backpage', role: 'platform', issue: 'issue-closure', stance: 'opposes', form: 'indirect',
      attitude: 'statement', anonymity: 'named', frames: ['legality-constitutionality-and-jurisprudence']
    }
  },
  {
    id: 'ann-perspective-13',
    content: 'she and Harris, both former prosecutors, were equally angry',
    source: 'McCaskill',
    cue: 'has recalled',
    attributes: {
      holder: 'actor-mccaskill', role: 'politician', issue: 'issue-closure', stance: 'supports', form: 'indirect',
      attitude: 'feeling', anonymity: 'named', frames: ['morality']
    },
    confidence: 0.6,
    memo: 'Anger at the company; that she wanted it closed is an inference from the hearing.'
  },
  {
    id: 'ann-perspective-14',
    content: 'took the silence for an answer',
    source: 'Their side of the dais',
    attributes: {
      holder: 'actor-senators', role: 'politician', issue: 'issue-knowledge', stance: 'unclear', form: 'indirect',
      attitude: 'belief', anonymity: 'role-only', frames: ['political']
    },
    confidence: 0.5
  },
  {
    id: 'ann-perspective-15',
    content: 'legislators interrogating publishers about what they chose to print',
    source: "The site’s lawyers",
    cue: 'heard something more troubling',
    attributes: {
      holder: 'actor-site-lawyers', role: 'defence', issue: 'issue-motive', stance: 'opposes', form: 'indirect',
      attitude: 'belief', anonymity: 'role-only',
      frames: ['legality-constitutionality-and-jurisprudence', 'political']
    }
  },
  {
    id: 'ann-perspective-16',
    content: ['was never intended to provide legal protection,', 'to websites that unlawfully promote and facilitate prostitution.'],
    source: 'lawmakers',
    cue: 'declared',
    attributes: {
      holder: 'actor-congress', role: 'politician', issue: 'issue-liability', stance: 'supports', form: 'direct',
      attitude: 'decree', anonymity: 'role-only',
      frames: ['legality-constitutionality-and-jurisprudence', 'crime-and-punishment']
    },
    memo: 'Section 2(1) of the act, Pub. L. 115-164, interrupted by the attribution.'
  },
  {
    id: 'ann-perspective-17',
    content: 'the prosecutions wore down a gentle man until he could bear no more',
    source: 'Corn-Revere',
    cue: 'has said',
    attributes: {
      holder: 'actor-corn-revere', role: 'defence', issue: 'issue-motive', stance: 'opposes', form: 'indirect',
      attitude: 'statement', anonymity: 'named', frames: ['morality', 'quality-of-life']
    },
    confidence: 0.7
  },
  {
    id: 'ann-perspective-18',
    content: 'holds the state responsible for the death',
    source: 'Alex Andrews',
    cue: 'holds',
    attributes: {
      holder: 'actor-andrews', role: 'advocate', issue: 'issue-motive', stance: 'opposes', form: 'indirect',
      attitude: 'belief', anonymity: 'named', frames: ['morality', 'crime-and-punishment']
    },
    confidence: 0.7
  },
  {
    id: 'ann-perspective-19',
    content: 'sought 20 years, portraying a man who had traded journalism for the profits of prostitution',
    source: 'Prosecutors',
    cue: 'portraying',
    attributes: {
      holder: 'actor-prosecutors', role: 'prosecutor', issue: 'issue-sentence', stance: 'supports', form: 'indirect',
      attitude: 'statement', anonymity: 'role-only', frames: ['crime-and-punishment', 'morality']
    }
  },
  {
    id: 'ann-perspective-20',
    content: 'proposed probation, arguing that at his age a long term might well be a life term',
    source: 'The defence',
    cue: 'arguing',
    attributes: {
      holder: 'actor-lacey-lawyers', role: 'defence', issue: 'issue-sentence', stance: 'opposes', form: 'indirect',
      attitude: 'statement', anonymity: 'role-only', frames: ['fairness-and-equality', 'quality-of-life']
    }
  },
  {
    id: 'ann-perspective-21',
    content: 'the company had believed its ads lawful and had helped the police to find missing children',
    source: 'Lacey',
    cue: 'still insisting',
    attributes: {
      holder: 'actor-lacey', role: 'defendant', issue: 'issue-knowledge', stance: 'opposes', form: 'indirect',
      attitude: 'statement', anonymity: 'named', frames: ['legality-constitutionality-and-jurisprudence']
    }
  },
  {
    id: 'ann-perspective-22',
    content: 'the question on which the trials shed least light',
    attributes: {
      holder: 'actor-desk', role: 'journalist', issue: 'issue-protection', stance: 'neutral', form: 'indirect',
      attitude: 'statement', anonymity: 'named', frames: ['policy-prescription-and-evaluation']
    },
    memo: "The article's own voice, kept apart from the views it reports."
  },
  {
    id: 'ann-perspective-23',
    content: 'praised Harris for taking the site on',
    source: 'Courtney Baldwin, who says she was sold through Backpage',
    cue: 'praised',
    attributes: {
      holder: 'actor-baldwin', role: 'victim', issue: 'issue-closure', stance: 'supports', form: 'indirect',
      attitude: 'support', anonymity: 'named', frames: ['morality', 'political']
    }
  },
  {
    id: 'ann-perspective-24',
    content: 'where it is harder to advertise a person, fewer people will be bought',
    source: "Survivors’ groups",
    cue: 'make the general argument',
    attributes: {
      holder: 'actor-survivors', role: 'advocate', issue: 'issue-protection', stance: 'supports', form: 'indirect',
      attitude: 'belief', anonymity: 'role-only', frames: ['policy-prescription-and-evaluation', 'health-and-safety']
    }
  },
  {
    id: 'ann-perspective-25',
    content: 'politicians go on confusing adults who consent with victims of violence',
    source: 'Kaytlin Bailey, of the group Old Pros',
    cue: 'argues',
    attributes: {
      holder: 'actor-bailey', role: 'advocate', issue: 'issue-closure', stance: 'opposes', form: 'indirect',
      attitude: 'statement', anonymity: 'named', frames: ['fairness-and-equality', 'political']
    }
  },
  {
    id: 'ann-perspective-26',
    content: 'income and safety vanished together',
    source: 'Organisers',
    cue: { quote: 'say', after: 'Organisers' },
    attributes: {
      holder: 'actor-organisers', role: 'affected-community', issue: 'issue-safety', stance: 'opposes',
      form: 'indirect', attitude: 'witnessing', anonymity: 'role-only', frames: ['economic', 'health-and-safety']
    }
  },
  {
    id: 'ann-perspective-27',
    content:
      'Without a place to screen, they say, people accepted riskier clients, and some went back to the street.\n\nThe trade itself, they add, simply moved to servers that no American subpoena can reach.',
    cue: [{ quote: 'say', after: 'to screen' }, 'add'],
    attributes: {
      holder: 'actor-organisers', role: 'affected-community', issue: 'issue-safety', stance: 'opposes',
      form: 'indirect', attitude: 'statement', anonymity: 'role-only',
      frames: ['health-and-safety', 'policy-prescription-and-evaluation']
    },
    memo: 'One argument that runs over the end of a paragraph.'
  },
  {
    id: 'ann-perspective-28',
    content: 'the market had scattered to platforms hosted abroad, that evidence had become harder to gather, and that prosecutors had used the new criminal provision only once',
    source: 'A 2021 report by the Government Accountability Office',
    cue: 'found',
    attributes: {
      holder: 'actor-gao', role: 'official', issue: 'issue-protection', stance: 'mixed', form: 'indirect',
      attitude: 'evidence', anonymity: 'named', frames: ['policy-prescription-and-evaluation', 'capacity-and-resources']
    },
    confidence: 0.6
  },
  {
    id: 'ann-perspective-29',
    content: 'she did not regret the closure',
    source: { quote: 'she', after: 'In 2019' },
    cue: { quote: 'said', after: 'In 2019' },
    attributes: {
      holder: 'actor-harris', role: 'politician', issue: 'issue-closure', stance: 'supports', form: 'indirect',
      attitude: 'feeling', anonymity: 'named', frames: ['political', 'crime-and-punishment']
    }
  },
  {
    id: 'ann-perspective-30',
    content: 'she spoke against arresting sex workers',
    cue: 'spoke against',
    attributes: {
      holder: 'actor-harris', role: 'politician', issue: 'issue-criminalisation', stance: 'opposes', form: 'indirect',
      attitude: 'statement', anonymity: 'named', frames: ['crime-and-punishment', 'political']
    }
  },
  {
    id: 'ann-perspective-31',
    content: 'a book she had published ten years earlier called for exactly that',
    source: 'a book she had published ten years earlier',
    cue: 'called for',
    attributes: {
      holder: 'actor-harris', role: 'politician', issue: 'issue-criminalisation', stance: 'supports', form: 'indirect',
      attitude: 'statement', anonymity: 'named', frames: ['crime-and-punishment']
    }
  },
  {
    id: 'ann-perspective-32',
    content: 'would not say where she stands today',
    source: 'Her 2024 campaign',
    attributes: {
      holder: 'actor-harris', role: 'politician', issue: 'issue-criminalisation', stance: 'unclear', form: 'indirect',
      attitude: 'intention', anonymity: 'named', frames: ['political']
    },
    memo: 'A refusal to take a stance is worth tagging: it makes the silence visible in the matrix.'
  },
  {
    id: 'ann-perspective-33',
    content: 'A constitutional challenge to FOSTA',
    source: 'the Woodhull Freedom Foundation',
    attributes: {
      holder: 'actor-woodhull', role: 'advocate', issue: 'issue-liability', stance: 'opposes', form: 'indirect',
      attitude: 'support', anonymity: 'named', frames: ['legality-constitutionality-and-jurisprudence']
    }
  },
  {
    id: 'ann-perspective-34',
    content: 'the judges read the statute narrowly',
    source: 'the judges',
    attributes: {
      holder: 'actor-dc-circuit', role: 'judge', issue: 'issue-liability', stance: 'mixed', form: 'indirect',
      attitude: 'decree', anonymity: 'role-only', frames: ['legality-constitutionality-and-jurisprudence']
    }
  },
  {
    id: 'ann-perspective-35',
    content: 'those who were harmed there, those who were safer there, and those who would say that both were true of them in the same year',
    attributes: {
      holder: 'actor-desk', role: 'journalist', issue: 'issue-safety', stance: 'mixed', form: 'indirect',
      attitude: 'statement', anonymity: 'named', frames: ['fairness-and-equality', 'quality-of-life']
    }
  },
  {
    id: 'ann-perspective-36',
    content: 'it took down suspicious posts and answered police requests',
    source: 'The company',
    cue: 'maintained',
    attributes: {
      holder: 'actor-backpage', role: 'platform', issue: 'issue-knowledge', stance: 'opposes', form: 'indirect',
      attitude: 'statement', anonymity: 'named', frames: ['crime-and-punishment']
    }
  },
  {
    id: 'ann-perspective-37',
    content: 'moderators scrubbed words hinting at youth or at a price and then let the advertisements run',
    source: 'Her office',
    cue: 'alleged',
    attributes: {
      holder: 'actor-california', role: 'prosecutor', issue: 'issue-knowledge', stance: 'supports', form: 'indirect',
      attitude: 'statement', anonymity: 'role-only', frames: ['crime-and-punishment']
    }
  },
  {
    id: 'ann-perspective-38',
    content: 'the spark for everything that followed',
    source: 'Maggy Krell, who led that prosecution',
    cue: 'described',
    attributes: {
      holder: 'actor-krell', role: 'prosecutor', issue: 'issue-closure', stance: 'supports', form: 'indirect',
      attitude: 'statement', anonymity: 'named', frames: ['crime-and-punishment']
    }
  },
  {
    id: 'ann-perspective-39',
    content: 'could not agree about the remaining 84',
    source: 'the jury',
    attributes: {
      holder: 'actor-jury', role: 'judge', issue: 'issue-knowledge', stance: 'mixed', form: 'indirect',
      attitude: 'decree', anonymity: 'role-only', frames: ['crime-and-punishment']
    },
    memo: 'Guilty on one count, not guilty on another, no word on the rest.'
  },
  {
    id: 'ann-perspective-40',
    content: 'the evidence could not sustain them',
    source: 'Humetewa',
    attributes: {
      holder: 'actor-humetewa', role: 'judge', issue: 'issue-knowledge', stance: 'opposes', form: 'indirect',
      attitude: 'decree', anonymity: 'named', frames: ['legality-constitutionality-and-jurisprudence']
    },
    confidence: 0.7
  },
  {
    id: 'ann-perspective-41',
    content: 'evidence had become harder to gather',
    source: 'A 2021 report by the Government Accountability Office',
    cue: 'found',
    attributes: {
      holder: 'actor-gao', role: 'official', issue: 'issue-protection', stance: 'opposes', form: 'indirect',
      attitude: 'evidence', anonymity: 'named', frames: ['capacity-and-resources']
    }
  },
  {
    id: 'ann-perspective-42',
    content: 'now campaigns for decriminalisation',
    source: 'Alex Andrews',
    cue: 'campaigns',
    attributes: {
      holder: 'actor-andrews', role: 'advocate', issue: 'issue-criminalisation', stance: 'opposes', form: 'indirect',
      attitude: 'support', anonymity: 'named', frames: ['policy-prescription-and-evaluation']
    }
  }
]
