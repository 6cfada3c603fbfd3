import type { DatasetInput } from '../../src/core/formats/dataset/schema'
import { seededRandom, seededSpan, seededText, wordStarts } from './seeded-dataset'

type Rows<K extends keyof DatasetInput> = NonNullable<DatasetInput[K]>
type Attributes = NonNullable<Rows<'annotations'>[number]['attributes']>
type Counts = Record<string, number>

/** A study as large as the views are meant for. */
export const studySize = {
  articles: 100,
  annotationsPerArticle: 100,
  paragraphsPerArticle: 20,
  actors: 300,
  issues: 20,
  cases: 10
} as const

const annotatorId = 'annotator-bench'
const roles = ['prosecutor', 'defence', 'judge', 'defendant', 'victim', 'advocate', 'politician', 'expert']
const stances = ['supports', 'opposes', 'mixed', 'neutral', 'unclear']
const forms = ['direct', 'indirect', 'mixed']
const frames = ['economic', 'morality', 'political', 'health-and-safety', 'crime-and-punishment']
const eventTypes = [
  'charge',
  'indictment',
  'dismissal',
  'trial',
  'verdict',
  'acquittal',
  'sentence',
  'appeal'
]
const said = ['supports', 'disputes', 'responds-to', 'rephrases'] as const
const happened = ['precedes', 'same-event', 'disposes-of', 'appeals', 'amends'] as const

class Chance {
  readonly #random = seededRandom(5)
  readonly next = () => this.#random()
  below = (count: number) => Math.floor(this.#random() * count)
  of = <T>(options: readonly T[]): T => options[this.below(options.length)] as T
}

/** Articles of random words with annotations of all layers, many holders, issues and cases, and relations. */
export function studyDataset(): DatasetInput {
  const chance = new Chance()
  const articles = Array.from({ length: studySize.articles }, (_, i) => ({
    ...{ id: `article-${i}`, title: `Article ${i}`, outlet: `Outlet ${i % 12}`, language: 'en' },
    text: seededText(studySize.paragraphsPerArticle, chance.next)
  }))
  const annotations = articles.flatMap(article => annotationsOf(article, chance))
  return {
    format: 'counterpoint-dataset',
    version: 1,
    offsetUnit: 'unicode-code-point',
    project: { id: 'project-study', title: 'Study' },
    annotators: [{ id: annotatorId, name: 'Bench' }],
    actors: Array.from({ length: studySize.actors }, (_, i) => {
      return { id: `actor-${i}`, name: `Person ${i}`, role: roles[i % roles.length] }
    }),
    issues: Array.from({ length: studySize.issues }, (_, i) => ({
      ...{ id: `issue-${i}`, question: `Was harbour ${i} sold?`, shortName: `Harbour ${i}` },
      // Every fourth stands by itself, the three after it are its parts.
      ...(i % 4 === 0 ? {} : { partOf: `issue-${i - (i % 4)}` })
    })),
    cases: Array.from({ length: studySize.cases }, (_, i) => caseOf(i, chance)),
    articles,
    annotations,
    relations: relationsOf(annotations, chance)
  }
}

function caseOf(number: number, chance: Chance): Rows<'cases'>[number] {
  const charges = Array.from({ length: 3 }, (_, i) => ({
    ...{ statute: `§ ${i + 1}`, description: `Charge ${i + 1}`, counts: 1 + chance.below(60) },
    defendants: Array.from({ length: 6 }, (_, d) => `actor-${number * 6 + d}`)
  }))
  return {
    id: `case-${number}`,
    name: `State v. Person ${number * 6}`,
    court: `Court ${number % 4}`,
    charges
  }
}

function annotationsOf(
  { id: articleId, text }: { id: string; text: string },
  chance: Chance
): Rows<'annotations'> {
  const starts = wordStarts(text)
  return Array.from({ length: studySize.annotationsPerArticle }, (_, number) => {
    const [first, last] = seededSpan(starts.length, chance.next)
    const start = starts[first] ?? 0
    const end = start + text.slice(start, (starts[last + 1] ?? text.length + 1) - 1).trimEnd().length
    const layer = number % 10 < 3 ? 'claim' : number % 10 < 7 ? 'perspective' : 'legal-event'
    return {
      ...{ id: `${articleId}-${number}`, articleId, layer, annotatorId },
      spans: [{ role: 'content', start, end, quote: text.slice(start, end) }],
      attributes: attributesOf(layer, chance)
    }
  })
}

function attributesOf(layer: string, chance: Chance): Attributes {
  const actor = `actor-${chance.below(studySize.actors)}`
  if (layer === 'claim')
    return { normalized: 'The harbour was sold in winter.', claimant: actor, type: 'quantity' }
  if (layer === 'legal-event') return eventOf(chance)
  return {
    holder: actor,
    role: chance.of(roles),
    issue: `issue-${chance.below(studySize.issues)}`,
    stance: chance.of(stances),
    form: chance.of(forms),
    anonymity: chance.of(['named', 'role-only', 'anonymous']),
    frames: [chance.of(frames)]
  }
}

function eventOf(chance: Chance): Attributes {
  const number = chance.below(studySize.cases)
  const type = chance.of(eventTypes)
  const counts = countsOf(type, chance)
  return {
    ...{ type, date: dateOf(chance), modality: chance.below(8) === 0 ? 'planned' : 'actual' },
    case: `case-${number}`,
    parties: [{ role: 'defendant', actor: `actor-${number * 6 + chance.below(6)}` }],
    ...(counts === null ? {} : { counts })
  }
}

function countsOf(type: string, chance: Chance): Counts | null {
  const some = 1 + chance.below(20)
  switch (type) {
    case 'indictment':
      return { charged: some }
    case 'verdict':
      return { convicted: some, acquitted: 2, hung: 3 }
    case 'acquittal':
      return { acquitted: some }
    default:
      return null
  }
}

/** Days, months, years, some of them about, some spans and some not known. */
function dateOf(chance: Chance): string {
  const year = String(2004 + chance.below(21))
  const month = `${year}-${String(1 + chance.below(12)).padStart(2, '0')}`
  const day = `${month}-${String(1 + chance.below(28)).padStart(2, '0')}`
  return chance.of([day, day, day, month, month, year, `${year}~`, `${month}?`, `${year}/..`, 'XXXX'])
}

function relationsOf(annotations: Rows<'annotations'>, chance: Chance): Rows<'relations'> {
  const seen = new Set<string>()
  const relations: Rows<'relations'> = []
  const events = annotations.filter(({ layer }) => layer === 'legal-event')
  const others = annotations.filter(({ layer }) => layer !== 'legal-event')
  for (let i = 0; i < 2_000; i++) {
    const isEvent = i % 2 === 0
    const pool = isEvent ? events : others
    const at = chance.below(pool.length - 10)
    const [from, to] = [pool[at], pool[at + 1 + chance.below(9)]]
    if (from === undefined || to === undefined) continue
    const type = isEvent ? chance.of(happened) : chance.of(said)
    const key = `${from.id} ${to.id}`
    if (!seen.has(key)) relations.push({ id: `relation-${i}`, type, from: from.id, to: to.id, annotatorId })
    seen.add(key)
  }
  return relations
}
