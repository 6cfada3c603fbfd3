import {
  CircleAlert,
  CircleCheck,
  CircleDotDashed,
  CircleEllipsis,
  CircleMinus,
  CircleSlash2,
  Gavel,
  PenLine,
  type LucideIcon
} from 'lucide-react'
import type { CellEntry } from '../../../core/chronology/ledger-table'

const icons: Readonly<Record<CellEntry['disposition'], LucideIcon>> = {
  convicted: CircleCheck,
  pleaded: PenLine,
  acquitted: CircleSlash2,
  dismissed: CircleMinus,
  hung: CircleDotDashed,
  pending: CircleEllipsis,
  open: CircleAlert,
  charged: Gavel
}

/** The sign of a disposition; its word stands beside it. */
export function DispositionSign({ disposition }: Pick<CellEntry, 'disposition'>) {
  const Icon = icons[disposition]
  return <Icon size={14} strokeWidth={1.75} aria-hidden="true" />
}
