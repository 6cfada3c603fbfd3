import { countKinds } from '../project/entities'
import type { ActorId, AnnotationId } from '../project/ids'
import { compareEdtf } from './edtf'
import type { MergedEvent } from './same-event'

/** An event as the ledger takes it: all its reports together. */
export interface LedgerEvent extends Omit<MergedEvent, 'modality' | 'statute'> {
  /** Of every report, in story order. */
  readonly ids: readonly AnnotationId[]
  /** That it took place, by the word of the texts. Only that changes an account. */
  readonly isActual: boolean
  readonly modality: string | null
  /** Who is named as a defendant, by id; empty when nobody is. */
  readonly defendants: readonly ActorId[]
  /** The law that the counts rest on: told by a report that tells the counts, or of an event without any. */
  readonly statute: string | null
  readonly hasCounts: boolean
}

export function ledgerEvent(event: MergedEvent): LedgerEvent {
  const { reports } = event
  const telling = reports.filter(({ counts }) => countKinds.some(kind => counts[kind] !== undefined))
  const hasCounts = telling.length > 0
  const modality = modalityOf(event)
  return {
    ...event,
    modality,
    // What nobody has coded yet is taken at its word; the problems panel asks for the modality.
    isActual: modality === 'actual' || modality === null,
    ids: reports.map(({ annotation }) => annotation.id),
    defendants: [
      ...new Set(event.parties.filter(({ role }) => role === 'defendant').map(({ actor }) => actor))
    ].sort(byText),
    statute: hasCounts ? (telling.find(({ statute }) => statute !== null)?.statute ?? null) : event.statute,
    hasCounts
  }
}

/** A report of what was planned or alleged does not undo one that says it took place. */
function modalityOf({ reports, modality }: MergedEvent): string | null {
  const told = reports.map(report => report.modality)
  return told.includes('actual') && !told.includes('negated') ? 'actual' : modality
}

/** That `a` came before `b` by every date told of both: without any doubt. */
export function isSurelyBefore(a: Pick<LedgerEvent, 'dates'>, b: Pick<LedgerEvent, 'dates'>): boolean {
  return (
    a.dates.length > 0 &&
    b.dates.length > 0 &&
    a.dates.every(one => b.dates.every(other => compareEdtf(one, other) === 'before'))
  )
}

/** Whether both may concern the same defendant: they name one in common, or one of them names nobody. */
export function mayShareDefendant(a: readonly ActorId[], b: readonly ActorId[]): boolean {
  return a.length === 0 || b.length === 0 || a.some(actor => b.includes(actor))
}

export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
