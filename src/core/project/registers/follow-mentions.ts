import type { RowChange } from '../../history/change-set'
import type { CodebookContent } from '../codebook'
import type { Annotation, Case, Issue } from '../entities'
import type { ActorId } from '../ids'
import { layersById, mapMentions } from './mentions'
import type { RegisterKind } from './register-kind'

/** The rows that may name an entry of a register: annotations; for actors the charges of cases; for issues their parts. */
export interface MentioningRows {
  codebook: CodebookContent
  annotations: readonly Annotation[]
  cases: readonly Case[]
  issues: readonly Issue[]
}

/** Changes that put `to` wherever `from` is named, or take the mention away when `to` is null. */
export function followMentions(
  kind: RegisterKind,
  from: string,
  to: string | null,
  { codebook, annotations, cases }: MentioningRows,
  now: string
): RowChange[] {
  const map = (id: string) => (id === from ? to : id)
  const layers = layersById(codebook)
  const changes = annotations.flatMap((before): RowChange[] => {
    const attributes = mapMentions(before, layers, kind, map)
    if (attributes === before.attributes) return []
    return [{ table: 'annotations', id: before.id, before, after: { ...before, attributes, updatedAt: now } }]
  })
  if (kind !== 'actor') return changes
  return [
    ...changes,
    ...cases.flatMap((before): RowChange[] => {
      const after = withDefendants(before, map)
      return after === before ? [] : [{ table: 'cases', id: before.id, before, after }]
    })
  ]
}

function withDefendants(row: Case, map: (id: string) => string | null): Case {
  let differs = false
  const charges = row.charges.map(charge => {
    const defendants = charge.defendants.map(map).filter(id => id !== null)
    if (
      defendants.length === charge.defendants.length &&
      defendants.every((id, i) => id === charge.defendants[i])
    )
      return charge
    differs = true
    return { ...charge, defendants: [...new Set(defendants)] as ActorId[] }
  })
  return differs ? { ...row, charges } : row
}
