/**
 * What a verb of saying does beside reporting. Neutral ones only say that something was said; positive ones lend
 * the speaker weight, certainty or dignity; negative ones cast doubt on what is said or on who says it.
 */
export const verbClasses = ['neutral', 'positive', 'negative'] as const
export type VerbClass = (typeof verbClasses)[number]

export interface ReportingVerb {
  /** "say", "point out", "according to" */
  readonly lemma: string
  readonly verbClass: VerbClass
}

/**
 * Our own table. The three classes follow Merrill (1965, Journalism Quarterly 42) on attribution bias and Geis
 * (1987, The Language of Politics); that a verb shows the reporter's stance, Thompson & Ye (1991, Applied
 * Linguistics 12).
 */
const table: Readonly<Record<VerbClass, string>> = {
  neutral:
    'say,tell,add,ask,reply,answer,write,state,report,describe,comment,note,mention,remark,explain,speak,talk,call,' +
    'think,believe,respond,testify,announce,read,according to,recall,observe,express,discuss,feel,suggest,propose,' +
    'rule,find,order,hold,cite,quote,continue,conclude,repeat,decide,know,hope,expect,see,put,post,tweet,declare',
  positive:
    'stress,emphasize,emphasise,point out,affirm,confirm,demonstrate,show,prove,reveal,assure,underline,underscore,' +
    'highlight,establish,agree,advise,praise,welcome,promise,recognize,recognise,appreciate,remind,clarify',
  negative:
    'claim,allege,admit,concede,insist,complain,accuse,deny,contend,assert,charge,blame,attack,rail,scoff,sneer,' +
    'confess,acknowledge,boast,brag,threaten,warn,demand,shout,snap,argue,maintain,purport,pretend,dismiss,reject,' +
    'denounce,condemn,criticize,criticise,decry,deride,mock,lament,object,protest,rant,bristle,fear,doubt,' +
    'question,dispute,challenge,grumble,vow,retort,counter'
}

const irregular: Readonly<Record<string, string>> = {
  said: 'say',
  told: 'tell',
  wrote: 'write',
  written: 'write',
  spoke: 'speak',
  spoken: 'speak',
  thought: 'think',
  felt: 'feel',
  found: 'find',
  held: 'hold',
  knew: 'know',
  known: 'know',
  saw: 'see',
  seen: 'see',
  shown: 'show',
  proven: 'prove'
}

const forms = formTable()

/** The first verb of saying in words that attribute something, by its dictionary form; null when none is known. */
export function reportingVerbIn(cue: string): ReportingVerb | null {
  const words = cue.toLowerCase().match(/\p{L}+/gu) ?? []
  for (const [i, word] of words.entries()) {
    const found = forms.get(`${word} ${words[i + 1] ?? ''}`) ?? forms.get(word)
    if (found !== undefined) return found
  }
  return null
}

function formTable(): ReadonlyMap<string, ReportingVerb> {
  const known = new Map<string, ReportingVerb>()
  for (const verbClass of verbClasses)
    for (const lemma of (table[verbClass] ?? '').split(',')) {
      const [verb = '', ...rest] = lemma.split(' ')
      for (const form of formsOf(verb)) known.set([form, ...rest].join(' '), { lemma, verbClass })
    }
  for (const [form, lemma] of Object.entries(irregular)) {
    const verb = known.get(lemma)
    if (verb !== undefined) known.set(form, verb)
  }
  return known
}

/** Regular English endings: says, denied, noting, snapped. */
function formsOf(verb: string): readonly string[] {
  const y = /[^aeiou]y$/.test(verb) ? verb.slice(0, -1) : null
  const e = verb.endsWith('e') ? verb.slice(0, -1) : null
  // Only these words of the table double their last letter.
  const stem = /^(snap|brag|put|admit)$/.test(verb) ? verb + (verb.at(-1) ?? '') : (e ?? verb)
  return [
    verb,
    `${y === null ? verb : `${y}ie`}s`,
    `${verb}es`,
    y === null ? `${stem}ed` : `${y}ied`,
    `${stem}ing`
  ]
}
