import { changedPassages } from '../anchoring/changed-passages'
import { diffText } from '../anchoring/diff-text'
import { shorten } from '../annotation/describe'
import { listOf, textOf } from '../annotation/read-attribute'
import { contentSpans, quoteOf, type TextRange } from '../annotation/spans'
import { compareEdtf } from '../chronology/edtf'
import { eventWordsOf, hasHappened } from '../chronology/event-words'
import { legalEventsOf } from '../chronology/legal-event'
import { mergeReports, type MergedEvent } from '../chronology/same-event'
import type { Annotation } from '../project/entities'
import type { AnnotationId } from '../project/ids'
import type { Study, StudyArticle } from '../project/study'
import { actorName } from './card-order'
import { shortIssueName } from './issue-tree'

/** What two texts can have in common. `text` is wording that differs, of two revisions of one article. */
export const comparedKinds = ['actor', 'issue', 'event', 'case', 'text'] as const
export type ComparedKind = (typeof comparedKinds)[number]

export interface ComparedPassage {
  /** Null for wording that nobody tagged. */
  readonly annotation: AnnotationId | null
  /** In UTF-16 units of its text, ascending; one at least. */
  readonly ranges: readonly TextRange[]
  readonly quote: string
}

/** Somebody or something that one of the texts, or both, speak of. */
export interface ComparedThing {
  /** Unlike that of any other. */
  readonly key: string
  readonly kind: ComparedKind
  readonly name: string
  /** In the order of each text; never empty on both sides. */
  readonly inA: readonly ComparedPassage[]
  readonly inB: readonly ComparedPassage[]
}

export type Whereabouts = 'both' | 'a' | 'b'

export function whereIs({ inA, inB }: ComparedThing): Whereabouts {
  if (inB.length === 0) return 'a'
  return inA.length === 0 ? 'b' : 'both'
}

/**
 * Whom and what two texts speak of, by their annotations: actors, issues, legal events, cases, in this order, each in
 * the order of the first text and then the second. Events are the same when a `same-event` relation says so, or
 * when type and case are equal and their dates can be the same day. Of two revisions of one article, also the changes.
 */
export function compareArticles(study: Study, a: StudyArticle, b: StudyArticle): readonly ComparedThing[] {
  return [
    ...registered(study, a, b),
    ...comparedEvents(study, a, b),
    ...(a.article.id === b.article.id ? comparedWording(a.revision.text, b.revision.text) : [])
  ].sort((one, other) => comparedKinds.indexOf(one.kind) - comparedKinds.indexOf(other.kind))
}

type RegisterKind = 'actor' | 'issue' | 'case'

function registered(study: Study, a: StudyArticle, b: StudyArticle): ComparedThing[] {
  const things = new Map<
    string,
    { kind: RegisterKind; id: string; inA: ComparedPassage[]; inB: ComparedPassage[] }
  >()
  for (const [side, of] of [
    ['inA', a],
    ['inB', b]
  ] as const)
    for (const annotation of of.annotations)
      for (const { kind, id } of mentioned(study, annotation)) {
        const key = `${kind}:${id}`
        const thing = things.get(key) ?? { kind, id, inA: [], inB: [] }
        things.set(key, thing)
        thing[side].push(passageOf(annotation))
      }
  const names = namesIn(study)
  return [...things].flatMap(([key, { kind, id, inA, inB }]) => {
    const name = names(kind, id)
    // What is not in the register has no name to show.
    return name === undefined ? [] : [{ key, kind, name, inA, inB }]
  })
}

function namesIn(study: Study): (kind: RegisterKind, id: string) => string | undefined {
  const issues = new Map<string, string>(study.issues.map(issue => [issue.id, shortIssueName(issue)]))
  const cases = new Map<string, string>(study.cases.map(({ id, name }) => [id, name]))
  return (kind, id) => {
    switch (kind) {
      case 'actor':
        return actorName(study, id)
      case 'issue':
        return issues.get(id)
      case 'case':
        return cases.get(id)
    }
  }
}

/** The entries of registers that an annotation names, each once. */
function mentioned(
  { codebook }: Study,
  { layer, attributes }: Annotation
): readonly { kind: RegisterKind; id: string }[] {
  const definitions = codebook.layers.find(({ id }) => id === layer)?.attributes ?? []
  const found = new Map<string, { kind: RegisterKind; id: string }>()
  const add = (kind: RegisterKind, id: string) => found.set(`${kind}:${id}`, { kind, id })
  for (const { id, kind } of definitions) {
    const value = attributes[id]
    if (kind === 'parties' && Array.isArray(value)) {
      for (const party of value) if (typeof party === 'object') add('actor', party.actor)
    } else if (kind === 'actor' || kind === 'issue' || kind === 'case') {
      const text = textOf(value)
      for (const entry of text === null ? listOf(value) : [text]) add(kind, entry)
    }
  }
  return [...found.values()]
}

function passageOf(annotation: Annotation): ComparedPassage {
  return { annotation: annotation.id, ranges: contentSpans(annotation), quote: quoteOf(annotation) }
}

function comparedEvents(study: Study, a: StudyArticle, b: StudyArticle): ComparedThing[] {
  const reports = legalEventsOf({ ...study, articles: [a, b] })
  const events = mergeReports(reports, study.relations)
  const words = eventWordsOf(study)
  const taken = new Set<MergedEvent>()
  const things: ComparedThing[] = []
  const isIn = (event: MergedEvent, of: StudyArticle) => event.reports.some(({ place }) => place.of === of)
  for (const event of events) {
    if (taken.has(event)) continue
    const isAlone = isIn(event, a) && !isIn(event, b)
    const same = isAlone
      ? events.find(other => !taken.has(other) && !isIn(other, a) && canBeSame(event, other))
      : undefined
    if (same !== undefined) taken.add(same)
    const told = [...event.reports, ...(same?.reports ?? [])]
    const within = (of: StudyArticle) =>
      told.filter(({ place }) => place.of === of).map(({ annotation }) => passageOf(annotation))
    things.push({
      key: `event:${event.id}`,
      kind: 'event',
      name: words.title(event),
      inA: within(a),
      inB: within(b)
    })
  }
  return things
}

function canBeSame(one: MergedEvent, other: MergedEvent): boolean {
  if (one.type === null || one.type !== other.type || one.case !== other.case) return false
  if (one.date === null || other.date === null || hasHappened(one) !== hasHappened(other)) return false
  const order = compareEdtf(one.date, other.date)
  return order !== 'before' && order !== 'after'
}

function comparedWording(before: string, after: string): ComparedThing[] {
  if (before === after) return []
  return changedPassages(diffText(before, after)).map(({ parts }, i): ComparedThing => {
    const pieces = (kind: 'removed' | 'added'): readonly ComparedPassage[] => {
      const changed = parts.filter(part => part.kind === kind)
      if (changed.length === 0) return []
      const ranges = changed.map(({ text, startBefore, startAfter }) => {
        const startUtf16 = kind === 'removed' ? startBefore : startAfter
        return { startUtf16, endUtf16: startUtf16 + text.length }
      })
      return [{ annotation: null, ranges, quote: changed.map(({ text }) => text).join(' […] ') }]
    }
    const inA = pieces('removed')
    const inB = pieces('added')
    const name = [...inA, ...inB].map(({ quote }) => shorten(quote.trim(), 40)).join(' → ')
    return { key: `text:${i}`, kind: 'text', name: name === '' ? 'Spaces' : name, inA, inB }
  })
}

/** Where a passage begins, in UTF-16 units of its text. */
export function startOf({ ranges: [first] }: ComparedPassage): number {
  return first?.startUtf16 ?? 0
}
