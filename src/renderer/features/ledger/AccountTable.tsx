import { memo } from 'react'
import type { CaseLedger, LedgerNames } from '../../../core/chronology/ledger'
import type { AccountLine } from '../../../core/chronology/ledger-account'
import type { LedgerEvent } from '../../../core/chronology/ledger-event'
import { dispositionWords, type Disposition } from '../../../core/chronology/ledger-types'
import { changeWords, dateWords, usedDispositions } from '../../../core/chronology/ledger-words'
import type { AnnotationId } from '../../../core/project/ids'
import { useGridKeys } from './use-grid-keys'

interface AccountTableProps {
  ledger: CaseLedger
  names: LedgerNames
  onFind(title: string, ids: readonly AnnotationId[]): void
}

/** The account of a case, event by event: what each did, and how many counts stand where after it. */
export const AccountTable = memo(function AccountTable({ ledger, names, onFind }: AccountTableProps) {
  const { account, notReckoned } = ledger
  const { place, onKeyDown } = useGridKeys([0, 0])
  const used = usedDispositions(account.lines)
  const button = (event: LedgerEvent, row: number) => {
    const name = names.typeName(event.type)
    return (
      <button
        type="button"
        {...place(row, 0)}
        data-passages={event.ids.join(' ')}
        data-title={names.eventName(event)}
        onClick={() => onFind(names.eventName(event), event.ids)}
      >
        {name}
        <small>{whoOf(event, names)}</small>
      </button>
    )
  }
  return (
    <div className="ledger-account-scroller">
      <table className="ledger-account" aria-label={`Account of ${ledger.name}`} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <th scope="col">Date</th>
            <th scope="col">Event</th>
            <th scope="col">What it did</th>
            {used.length > 0 && <th scope="col">Charged</th>}
            {used.map(disposition => (
              <th key={disposition} scope="col">
                {sentence(dispositionWords[disposition])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {account.lines.map((line, row) => (
            <tr key={line.event.id}>
              <td>{dateWords(line.event)}</td>
              <th scope="row">{button(line.event, row)}</th>
              <td className="ledger-change">{changeWords(line)}</td>
              {used.length > 0 && <Numbers line={line} used={used} />}
            </tr>
          ))}
        </tbody>
        {notReckoned.length > 0 && (
          <tbody className="ledger-not-reckoned">
            <tr>
              <th scope="rowgroup" colSpan={3 + used.length + Number(used.length > 0)}>
                Told, not reckoned
              </th>
            </tr>
            {notReckoned.map((event, i) => (
              <tr key={event.id}>
                <td>{dateWords(event)}</td>
                <th scope="row">{button(event, account.lines.length + i)}</th>
                <td colSpan={1 + used.length + Number(used.length > 0)}>{sentence(event.modality ?? '')}</td>
              </tr>
            ))}
          </tbody>
        )}
      </table>
    </div>
  )
})

function Numbers({ line, used }: { line: AccountLine; used: readonly Disposition[] }) {
  return (['charged', ...used] as const).map(kind => (
    <td key={kind} className="ledger-number" data-changed={line.change[kind] !== undefined}>
      {line.standing.charged === 0 ? '' : line.standing[kind].toLocaleString('en')}
    </td>
  ))
}

function whoOf({ defendants }: LedgerEvent, names: LedgerNames): string {
  if (defendants.length > 2) return `${defendants.length} defendants`
  return defendants.map(actor => names.actorName(actor)).join(', ')
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
