import { ChevronDown, ChevronRight } from 'lucide-react'
import { useId } from 'react'
import type { CaseLedger, LedgerNames } from '../../../core/chronology/ledger'
import { countsOf } from '../../../core/chronology/ledger-flag'
import type { AnnotationId } from '../../../core/project/ids'
import { AccountTable } from './AccountTable'
import { ChargesTable } from './ChargesTable'

interface CaseSectionProps {
  ledger: CaseLedger
  names: LedgerNames
  isOpen: boolean
  onToggle(): void
  onFind(title: string, ids: readonly AnnotationId[]): void
}

/** A case: its charges by defendant, and below them its account by event. */
export function CaseSection({ ledger, names, isOpen, onToggle, onFind }: CaseSectionProps) {
  const id = useId()
  const { table, account, notReckoned } = ledger
  const Chevron = isOpen ? ChevronDown : ChevronRight
  return (
    <section className="ledger-case" aria-labelledby={id}>
      <h2 id={id}>
        <button type="button" aria-expanded={isOpen} onClick={onToggle}>
          <Chevron size={16} strokeWidth={1.75} aria-hidden="true" />
          {ledger.name}
        </button>
        <span>{aboutCase(ledger)}</span>
      </h2>
      {isOpen && table.rows.length > 0 && table.defendants.length > 0 && (
        <ChargesTable ledger={ledger} names={names} onFind={onFind} />
      )}
      {isOpen && account.lines.length + notReckoned.length > 0 && (
        <>
          <h3>By event</h3>
          <AccountTable ledger={ledger} names={names} onFind={onFind} />
        </>
      )}
      {isOpen && account.lines.length + notReckoned.length === 0 && (
        <p className="ledger-nothing">
          No legal event of this case is tagged in these articles. The charges are those of the register.
        </p>
      )}
    </section>
  )
}

/** "District Court · 93 counts · 7 defendants" */
function aboutCase({ case: ofCase, account, table }: CaseLedger): string {
  const { charged, isAtLeast } = account.standing
  const counts =
    charged === 0 ? 'no number of counts told' : `${isAtLeast ? 'at least ' : ''}${countsOf(charged)}`
  const people = table.defendants.length
  return [
    ofCase?.court ?? '',
    counts,
    `${people.toLocaleString('en')} ${people === 1 ? 'defendant' : 'defendants'}`
  ]
    .filter(part => part !== '')
    .join(' · ')
}
