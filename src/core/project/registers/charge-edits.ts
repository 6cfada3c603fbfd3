import type { Edit } from '../../history/change-set'
import type { Case, Charge } from '../entities'
import { newCharge } from './new-entries'

/** Charges belong to a case and are told by their place in it. */

export function addCharge(row: Case, charge: Charge = newCharge()): Edit {
  return chargesEdit('Add charge', row, [...row.charges, charge])
}

/** Changes one charge; null when there is none at this place. */
export function editCharge(row: Case, index: number, patch: Partial<Charge>): Edit | null {
  if (row.charges[index] === undefined) return null
  const charges = row.charges.map((charge, i) => (i === index ? { ...charge, ...patch } : charge))
  return chargesEdit('Edit charge', row, charges)
}

export function removeCharge(row: Case, index: number): Edit | null {
  if (row.charges[index] === undefined) return null
  return chargesEdit(
    'Remove charge',
    row,
    row.charges.filter((_, i) => i !== index)
  )
}

/** Moves a charge by so many places, up when negative; null when it would leave the list. */
export function moveCharge(row: Case, index: number, by: number): Edit | null {
  const charge = row.charges[index]
  const to = index + by
  if (charge === undefined || to < 0 || to >= row.charges.length || by === 0) return null
  const rest = row.charges.filter((_, i) => i !== index)
  return chargesEdit('Move charge', row, [...rest.slice(0, to), charge, ...rest.slice(to)])
}

function chargesEdit(label: string, before: Case, charges: Charge[]): Edit {
  return { label, changes: [{ table: 'cases', id: before.id, before, after: { ...before, charges } }] }
}
