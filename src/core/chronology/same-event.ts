import { countKinds, type Counts, type Party, type Relation } from '../project/entities'
import type { AnnotationId, CaseId } from '../project/ids'
import type { Study } from '../project/study'
import { compareEdtf, possibleDays, type EdtfDate } from './edtf'
import { legalEventsOf, type LegalEvent } from './legal-event'

/** A field about which the reports of one event say different things. */
export interface ReportConflict {
  readonly field: ConflictField
  /** What is said, and by which report first; in story order. Two at least. */
  readonly values: readonly { readonly value: string; readonly report: LegalEvent }[]
}

export type ConflictField =
  'date' | 'type' | 'modality' | 'case' | 'court' | 'jurisdiction' | 'parties' | `counts.${keyof Counts}`

/** Something that happened once, however often it is told. */
export interface MergedEvent extends Pick<
  LegalEvent,
  'type' | 'modality' | 'case' | 'court' | 'jurisdiction' | 'statute' | 'outcome' | 'parties' | 'counts'
> {
  /** That of the report told first. */
  readonly id: AnnotationId
  /** One at least, in story order. */
  readonly reports: readonly [LegalEvent, ...LegalEvent[]]
  /** The most precise one; of dates that cannot all be true, that of the report told first. Null without any. */
  readonly date: EdtfDate | null
  /** What the event is ordered by: `date` alone, or every date there is when they contradict each other. */
  readonly dates: readonly EdtfDate[]
  /** Empty when the reports agree. */
  readonly conflicts: readonly ReportConflict[]
}

/**
 * The events behind these reports: those joined by `same-event` relations, directly or through others and
 * across articles, are one. Events come in story order of their first report. Where reports differ, the one told
 * first holds and the difference is listed in `conflicts`; what one leaves out another fills in. Free text that
 * differs (statute, outcome) is no contradiction: it is put together.
 */
export function mergeReports(
  events: readonly LegalEvent[],
  relations: readonly Relation[]
): readonly MergedEvent[] {
  const groups = groupReports(events, relations)
  return groups.map(merge)
}

const remembered = new WeakMap<Study, readonly MergedEvent[]>()

/** Every event of a study, once, in story order of its first report. */
export function mergedEventsOf(study: Study): readonly MergedEvent[] {
  let known = remembered.get(study)
  if (known === undefined)
    remembered.set(study, (known = mergeReports(legalEventsOf(study), study.relations)))
  return known
}

type Reports = [LegalEvent, ...LegalEvent[]]

function groupReports(events: readonly LegalEvent[], relations: readonly Relation[]): readonly Reports[] {
  const parents = new Map<AnnotationId, AnnotationId>(
    events.map(({ annotation }) => [annotation.id, annotation.id])
  )
  const rootOf = (id: AnnotationId): AnnotationId => {
    let root = id
    for (;;) {
      const parent = parents.get(root) ?? root
      if (parent === root) return root
      // Halves the way for the next one who asks; a long chain of reports stays cheap.
      parents.set(root, parents.get(parent) ?? parent)
      root = parent
    }
  }
  for (const { type, from, to } of relations)
    if (type === 'same-event' && parents.has(from) && parents.has(to)) parents.set(rootOf(to), rootOf(from))
  const groups = new Map<AnnotationId, Reports>()
  for (const event of events) {
    const root = rootOf(event.annotation.id)
    const group = groups.get(root)
    if (group === undefined) groups.set(root, [event])
    else group.push(event)
  }
  return [...groups.values()]
}

function merge(reports: Reports): MergedEvent {
  const [first, ...others] = reports
  if (others.length === 0)
    return {
      id: first.annotation.id,
      reports,
      date: first.date,
      dates: first.date === null ? [] : [first.date],
      conflicts: [],
      ...fieldsOf(first)
    }
  const conflicts: ReportConflict[] = []
  const agree = (field: ConflictField, read: (report: LegalEvent) => string | null) =>
    settle(reports, field, read, conflicts)
  return {
    id: first.annotation.id,
    reports,
    ...mergeDates(reports, conflicts),
    type: mergeTypes(reports, conflicts),
    modality: agree('modality', report => report.modality),
    case: agree('case', report => report.case) as CaseId | null,
    court: agree('court', report => report.court),
    jurisdiction: agree('jurisdiction', report => report.jurisdiction),
    statute: putTogether(reports.map(({ statute }) => statute)),
    outcome: putTogether(reports.map(({ outcome }) => outcome)),
    parties: mergeParties(reports, conflicts),
    counts: mergeCounts(reports, conflicts),
    conflicts
  }
}

function fieldsOf({
  type,
  modality,
  case: ofCase,
  court,
  jurisdiction,
  statute,
  outcome,
  parties,
  counts
}: LegalEvent) {
  return { type, modality, case: ofCase, court, jurisdiction, statute, outcome, parties, counts }
}

/** What the first report that says anything says; adds a conflict when another says something else. */
function settle(
  reports: readonly LegalEvent[],
  field: ConflictField,
  read: (report: LegalEvent) => string | null,
  conflicts: ReportConflict[]
): string | null {
  const said = new Map<string, { value: string; report: LegalEvent }>()
  for (const report of reports) {
    const value = read(report)
    if (value !== null && !said.has(folded(value))) said.set(folded(value), { value, report })
  }
  const values = [...said.values()]
  if (values.length > 1) conflicts.push({ field, values })
  return values[0]?.value ?? null
}

function folded(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase()
}

/** The wider word for a type: a report that uses it does not contradict one that uses the narrower. */
const widerType: Readonly<Record<string, string>> = {
  conviction: 'verdict',
  acquittal: 'verdict',
  'hung-jury': 'verdict',
  indictment: 'charge',
  'superseding-charge': 'charge'
}

/** The word that is true of all reports: a verdict told once as a conviction is a verdict. */
function mergeTypes(reports: readonly LegalEvent[], conflicts: ReportConflict[]): string | null {
  const types = new Set(reports.map(({ type }) => type).filter(type => type !== null))
  const wide = [...types].find(type => [...types].every(other => other === type || widerType[other] === type))
  return wide ?? settle(reports, 'type', report => report.type, conflicts)
}

function mergeDates(
  reports: readonly LegalEvent[],
  conflicts: ReportConflict[]
): Pick<MergedEvent, 'date' | 'dates'> {
  const dated = reports.flatMap(report => (report.date === null ? [] : [{ date: report.date, report }]))
  const isTogetherPossible = dated.every(({ date: a }, i) =>
    dated.slice(i + 1).every(({ date: b }) => !isApart(a, b))
  )
  if (!isTogetherPossible) {
    const dates = dated.map(({ date }) => date)
    settle(reports, 'date', ({ date }) => date?.text ?? null, conflicts)
    return { date: dates[0] ?? null, dates }
  }
  const [precise] = [...dated].sort((a, b) => daysOf(a.date) - daysOf(b.date))
  return precise === undefined ? { date: null, dates: [] } : { date: precise.date, dates: [precise.date] }
}

function isApart(a: EdtfDate, b: EdtfDate): boolean {
  const order = compareEdtf(a, b)
  return order === 'before' || order === 'after'
}

/** How many days a date leaves open; one that is about reaches further than one that is not. */
function daysOf(date: EdtfDate): number {
  const { from, to } = possibleDays(date)
  // Two dates without any bound are equally vague, and sorting cannot take their difference.
  return Math.min(to - from, Number.MAX_SAFE_INTEGER)
}

function putTogether(texts: readonly (string | null)[]): string | null {
  const distinct = new Map(texts.filter(text => text !== null).map(text => [folded(text), text]))
  return distinct.size === 0 ? null : [...distinct.values()].join('; ')
}

/** Everyone any report names; a conflict for each who is given different roles. */
function mergeParties(reports: readonly LegalEvent[], conflicts: ReportConflict[]): readonly Party[] {
  const parties = new Map<string, Party & { report: LegalEvent }>()
  for (const report of reports)
    for (const { role, actor } of report.parties) {
      const key = `${role} ${actor}`
      if (!parties.has(key)) parties.set(key, { role, actor, report })
    }
  const all = [...parties.values()]
  for (const actor of new Set(all.map(party => party.actor))) {
    const named = all.filter(party => party.actor === actor)
    // One report may give an actor two roles; only reports that differ contradict each other.
    if (new Set(named.map(({ report }) => report)).size > 1)
      conflicts.push({
        field: 'parties',
        values: named.map(({ role, report }) => ({ value: `${role} ${actor}`, report }))
      })
  }
  return all.map(({ role, actor }) => ({ role, actor }))
}

function mergeCounts(reports: readonly LegalEvent[], conflicts: ReportConflict[]): Counts {
  const counts: Counts = {}
  for (const kind of countKinds) {
    const said = settle(
      reports,
      `counts.${kind}`,
      report => report.counts[kind]?.toString() ?? null,
      conflicts
    )
    if (said !== null) counts[kind] = Number(said)
  }
  return counts
}
