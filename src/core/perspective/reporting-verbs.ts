/**
 * Verbs of saying after Caldas-Coulthard, "On reporting reporting" (1994): neutral and structuring verbs and those
 * that only tell the course of the talk leave open how it was meant; the others say it (metapropositional), or how
 * it sounded (prosodic, paralinguistic). The verbs are common ones of English news, sorted by us after her classes.
 */
export type VerbClass = 'neutral' | 'assertive' | 'directive' | 'expressive' | 'prosodic'

export const verbClassNames: Readonly<Record<VerbClass, string>> = {
  neutral: 'neutral',
  assertive: 'loaded: how it was meant',
  directive: 'loaded: what was wanted',
  expressive: 'loaded: what was felt',
  prosodic: 'loaded: how it sounded'
}

const lemmas: Readonly<Record<VerbClass, string>> = {
  neutral:
    'say tell ask answer reply respond enquire inquire speak talk write state add repeat continue comment report mention quote recall describe call put accord',
  assertive:
    'acknowledge admit affirm agree allege announce argue assert assure caution claim conclude concede confirm contend contest counter declare deny disclose dismiss dispute emphasise emphasize explain find hold imply insist interpret maintain note object observe predict propose question reason reject remark reveal rule show stress submit suggest testify think believe deem view see underline warn point portray characterise characterize cast',
  directive:
    'advise ask-for beg call-for command demand encourage implore instruct order plead press recommend request seek urge want',
  expressive:
    'accuse applaud attack blame boast celebrate complain condemn confess criticise criticize decry denounce deride excuse fear grumble hail hope joke lament mock praise protest regret rejoice scorn swear tout vow worry',
  prosodic:
    'cry exclaim growl groan howl intone mumble murmur mutter scream shout sigh snap thunder whisper yell'
}

const irregular: Readonly<Record<string, string>> = {
  said: 'say',
  told: 'tell',
  spoke: 'speak',
  spoken: 'speak',
  wrote: 'write',
  written: 'write',
  held: 'hold',
  found: 'find',
  thought: 'think',
  saw: 'see',
  seen: 'see',
  swore: 'swear',
  sworn: 'swear',
  sought: 'seek',
  shown: 'show',
  pled: 'plead',
  according: 'accord'
}

const classOfLemma = new Map<string, VerbClass>(
  Object.entries(lemmas).flatMap(([verbClass, list]) =>
    list.split(' ').map(lemma => [lemma, verbClass as VerbClass] as const)
  )
)

export interface ReportingVerb {
  /** "claim" for "claimed"; of a cue without a known verb its words as they stand, in lower case. */
  readonly lemma: string
  /** Null when the table does not know it: then nothing is said of it. */
  readonly verbClass: VerbClass | null
}

/** The verb of saying in the words of a cue, as "told a crowd" or "has alleged": the first that is known. */
export function reportingVerb(cue: string): ReportingVerb {
  const words = cue.toLowerCase().match(/[\p{L}’'-]+/gu) ?? []
  for (const word of words) {
    for (const lemma of possibleLemmas(word)) {
      const verbClass = classOfLemma.get(lemma)
      if (verbClass !== undefined) return { lemma, verbClass }
    }
  }
  return { lemma: words.join(' '), verbClass: null }
}

/** What an inflected English form can come from, the likeliest first. */
function possibleLemmas(word: string): readonly string[] {
  const known = irregular[word]
  const stem = word.replace(/(?:ing|ed|es|s)$/u, '')
  return [
    ...(known === undefined ? [] : [known]),
    word,
    stem,
    `${stem}e`,
    word.replace(/(?:ied|ies)$/u, 'y'),
    // "admitted" doubles its consonant.
    stem.replace(/([bdglmnprt])\1$/u, '$1')
  ]
}
