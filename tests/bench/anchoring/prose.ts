import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { seededRandom } from '../seeded-dataset'

export type Random = () => number

export function pick<T>(items: readonly T[], random: Random): T {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new RangeError('Nothing to pick from')
  return item
}

const list = (text: string) => text.split(' | ')

const people = list(
  'Marta Oyelaran | Judge Whitcombe | Dr. Ines Calloway | Senator Prudhomme | Tobias Renn | the defence lawyer | a former clerk | Ana-Lucía Ferreira | the mayor’s deputy | one of the jurors | Officer Hallam | the union’s treasurer | Priya Raman | an expert witness | Mr. O’Dowd | the lead prosecutor | a spokeswoman for the port'
)
const groups = list(
  'the county court | the harbour board | prosecutors | residents of the old quarter | the water company | campaigners | two insurers | the appeals panel | the housing office | journalists at the Courier | tenants | the fishing fleet'
)
const subjects = list(
  'the contract for the east pier | a ledger kept in pencil | the evacuation order | the missing invoices | a settlement worth $4.2 million | the second inspection | testimony given in 2019 | the rent register | an unsigned memorandum | the ban on night work | the bridge toll | a sealed exhibit | the winter closure | the pension fund | a photograph of the yard'
)
const saying = list(
  'said | argued | conceded | told the inquiry | wrote in a filing | recalled | insisted | testified | has long maintained | would later claim'
)
const doing = list(
  'overturned | delayed | paid for | examined | quietly withdrew | published | challenged | misread | defended | ignored | summarised | reopened'
)
const fixedClauses = list(
  'nobody had been warned in time | the figures were never checked | it was lawful when it was signed | most families had already left | the harm was done long before | a second reading would change little | the money went elsewhere | silence was the only safe answer | the rules had been written for another age | there was no plan for the autumn | the river decides in the end | three of the signatures were copies'
)
const times = list(
  'On 14 March 2016 | Six weeks later | That autumn | Before the hearing | In the same year | By the time the verdict came | After a night of rain | For most of the decade | Two days before the vote | Since then'
)
const turns = list(
  'yet | although few noticed | which surprised the gallery | despite the weather | for reasons still disputed | without further comment | under oath | in a crowded hall | against the advice of counsel | with visible reluctance'
)
const nouns = list(
  'letter | witness | paper | street | answer | engine | school | fine | garden | wall | ticket | boat | number | lamp | meeting | promise | kitchen | accident | signature | map | storm | debt | ferry | archive | corner | voice | bench | warrant'
)
const adjectives = list(
  'narrow | costly | late | ordinary | forgotten | patient | second | public | careful | uneven | bitter | early | quiet | borrowed | provisional | plain | reluctant | heavy'
)

const agents = list(
  'the water | my brother | nobody | the old clerk | half the street | a stranger | their landlord | the second bidder | every tenant | the driver | her own sister | the night shift | someone upstairs | the minister | a child | the whole crew'
)
const acts = list(
  'had lost | could never find | kept asking about | would have sold | signed for | walked past | hid | was counting | had painted over | argued about | measured twice | borrowed | feared | laughed at | promised us | left behind'
)
const endings = list(
  'before the flood | on a Tuesday | without being told | for eleven years | in broad daylight | at the wrong price | to save the others | under another name | as the rules require | when it mattered | out of habit | with both hands | between two trains | in good faith | against every custom | until the money ran out'
)

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const thing = (random: Random) =>
  `${pick(['a', 'the', 'one', 'every'], random)} ${pick(adjectives, random)} ${pick(nouns, random)}`

/** One of thousands, so that a passage is seldom written twice; one in ten is a phrase that comes again. */
function clause(random: Random): string {
  if (random() < 0.1) return pick(fixedClauses, random)
  return `${pick(agents, random)} ${pick(acts, random)} ${thing(random)} ${pick(endings, random)}`
}

const sentences: readonly ((random: Random) => string)[] = [
  r => `${pick(times, r)}, ${pick(groups, r)} ${pick(doing, r)} ${pick(subjects, r)}, ${pick(turns, r)}.`,
  r =>
    `“${capital(clause(r))},” ${pick(people, r)} ${pick(saying, r)}, “and ${thing(r)} is worth more than ${thing(r)}.”`,
  r =>
    `${capital(pick(people, r))} ${pick(saying, r)} that ${clause(r)} — and that ${pick(subjects, r)} had been ${pick(doing, r)} by ${pick(groups, r)}.`,
  r =>
    `${capital(pick(subjects, r))} became ${thing(r)}; ${pick(groups, r)} called it “${pick(adjectives, r)},” ${pick(turns, r)}.`,
  r => `It was ${thing(r)}, not ${thing(r)}, that ${pick(people, r)} remembered: ${clause(r)}.`,
  r =>
    `Of ${3 + Math.floor(r() * 90)} ${pick(nouns, r)}s, only ${1 + Math.floor(r() * 9)} reached ${pick(groups, r)}.`,
  r =>
    `${capital(thing(r))} can hold ${thing(r)}, ${pick(people, r)} ${pick(saying, r)}; it doesn’t follow that ${clause(r)}.`,
  r =>
    `Was ${pick(subjects, r)} ${pick(adjectives, r)}? ${capital(pick(groups, r))} ${pick(doing, r)} it, and ${clause(r)}.`,
  r =>
    `${pick(times, r)} ${pick(people, r)} ${pick(doing, r)} ${thing(r)} – ‘${clause(r)}’, in the words of ${pick(people, r)}.`,
  r =>
    `${capital(pick(turns, r))}, ${pick(people, r)} and ${pick(people, r)} ${pick(doing, r)} ${pick(subjects, r)}.`
]

export function paragraph(random: Random): string {
  const count = 2 + Math.floor(random() * 5)
  return Array.from({ length: count }, () => pick(sentences, random)(random)).join(' ')
}

/** An article of 8 to 27 paragraphs; the same for the same seed. */
export function generatedArticle(seed: number): string {
  const random = seededRandom(seed)
  return Array.from({ length: 8 + Math.floor(random() * 20) }, () => paragraph(random)).join('\n\n')
}

/** The article that comes with the application, without its front matter and heading marks. */
export function sampleArticle(root: string): string {
  const source = readFileSync(path.join(root, 'resources/sample/article.md'), 'utf8')
  return source
    .replace(/^---\n.*?\n---\n/s, '')
    .replace(/^#+ /gm, '')
    .trim()
}

/** Beginnings of public-domain works, by file name. */
export function publicDomainTexts(root: string): string[] {
  const folder = path.join(root, 'tests/bench/anchoring/public-domain')
  return readdirSync(folder)
    .filter(name => name.endsWith('.txt'))
    .sort()
    .map(name => readFileSync(path.join(folder, name), 'utf8').trim())
}
