import { Copy, ListFilter } from 'lucide-react'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, type ReactNode } from 'react'
import { ledgerNames, ledgersOf, totalOf, type CaseLedger } from '../../../core/chronology/ledger'
import { ledgerFigures } from '../../../core/chronology/ledger-figure'
import { ledgerTsv } from '../../../core/chronology/ledger-tables'
import { sortFlags } from '../../../core/chronology/ledger-flag'
import type { AnnotationId } from '../../../core/project/ids'
import { useCommands } from '../../commands/use-commands'
import type { StudyViewProps } from '../../persistence/study-view'
import { Button } from '../../ui/Button'
import { Menu } from '../../ui/Menu'
import { CaseSection } from './CaseSection'
import { DispositionTotals } from './DispositionTotals'
import { LedgerProblems } from './LedgerProblems'
import { useLedgerStore } from './ledger-store'
import './ledger.css'

export interface LedgerViewProps extends StudyViewProps {
  /** The tabs that lead from the timeline to the ledger and back; they begin the view's header. */
  tabs: ReactNode
}

/** So many cells and lines are open at first, and the first case in any event; more would hold up the window. */
const openAtFirst = 250

/** What became of every charge: counts by disposition, what does not add up, and the account of each case. */
export function LedgerView({
  study,
  tabs,
  scopePicker,
  returnedTo,
  notify,
  onReveal,
  onShowPassages,
  onSave
}: LedgerViewProps) {
  const { caseKey, unfolded, showsAllProblems, set } = useLedgerStore()
  const names = useMemo(() => ledgerNames(study), [study])
  const all = ledgersOf(study)
  const chosen = all.find(({ key }) => key === caseKey) ?? null
  const shown = useMemo(() => (chosen === null ? all : [chosen]), [all, chosen])
  const charged = useMemo(() => shown.filter(({ hasCharges }) => hasCharges), [shown])
  const flags = useMemo(() => {
    return sortFlags(shown.flatMap(ledger => ledger.flags))
  }, [shown])

  const find = useCallback(
    (title: string, ids: readonly AnnotationId[]) => {
      const [only, second] = ids
      set({ foundTitle: title })
      if (only !== undefined && second === undefined) onReveal(only)
      else if (only !== undefined) onShowPassages({ title, ids })
    },
    [onReveal, onShowPassages, set]
  )
  const save = useMemo(() => () => onSave(ledgerFigures(charged, names)), [onSave, charged, names])
  useCommands(
    useMemo(() => ({ 'report.save': { run: save, enabled: charged.length > 0 } }), [save, charged.length])
  )
  const body = useKeptPlace(returnedTo)
  const copy = async () => {
    const isCopied = await navigator.clipboard.writeText(ledgerTsv(charged, names)).then(
      () => true,
      () => false
    )
    notify(isCopied ? 'Table copied' : 'Not copied: the clipboard could not be written.')
  }
  const opened = useMemo(() => openedAtFirst(charged), [charged])
  const isOpen = (key: string) => unfolded.get(key) ?? opened.has(key)
  return (
    <main className="study-view ledger" aria-label="Case ledger" data-pane="reader">
      <header className="ledger-head">
        <h1 className="visually-hidden">Case ledger</h1>
        {tabs}
        <div className="ledger-tools">
          <CaseMenu ledgers={all} chosen={chosen} onChoose={key => set({ caseKey: key, scrollTop: 0 })} />
          {scopePicker}
          <Button disabled={charged.length === 0} onClick={() => void copy()}>
            <Copy size={14} strokeWidth={1.75} aria-hidden="true" />
            Copy as table
          </Button>
          <Button disabled={charged.length === 0} onClick={save}>
            Save…
          </Button>
        </div>
      </header>
      <div
        className="ledger-body"
        ref={body}
        onScroll={event => set({ scrollTop: event.currentTarget.scrollTop })}
      >
        {charged.length > 0 && <DispositionTotals standing={totalOf(charged)} />}
        <LedgerProblems
          flags={flags}
          caseName={id => study.cases.find(one => one.id === id)?.name ?? null}
          showsAll={showsAllProblems}
          onShowAll={showsAll => set({ showsAllProblems: showsAll })}
          onFind={({ title, ids }) => find(title, ids)}
        />
        {charged.map(ledger => (
          <CaseSection
            key={ledger.key}
            ledger={ledger}
            names={names}
            isOpen={isOpen(ledger.key)}
            onToggle={() => set({ unfolded: new Map(unfolded).set(ledger.key, !isOpen(ledger.key)) })}
            onFind={find}
          />
        ))}
        <WithoutCharges ledgers={shown} isWhole={chosen === null} />
      </div>
    </main>
  )
}

function openedAtFirst(ledgers: readonly CaseLedger[]): ReadonlySet<string> {
  let size = 0
  const fitting = ledgers.filter(({ table, account, notReckoned }, index) => {
    size += table.rows.length * table.defendants.length + account.lines.length + notReckoned.length
    return index === 0 || size <= openAtFirst
  })
  return new Set(fitting.map(({ key }) => key))
}

interface CaseMenuProps {
  ledgers: readonly CaseLedger[]
  chosen: CaseLedger | null
  onChoose(key: string | null): void
}

function CaseMenu({ ledgers, chosen, onChoose }: CaseMenuProps) {
  const items = [
    { id: 'all', label: 'All cases', run: () => onChoose(null) },
    ...ledgers.map(({ key, name }) => ({ id: `case-${key}`, label: name, run: () => onChoose(key) }))
  ]
  return (
    <Menu label="Cases" items={items}>
      {open => (
        <Button className="ledger-cases" aria-haspopup="menu" disabled={ledgers.length === 0} onClick={open}>
          <ListFilter size={14} strokeWidth={1.75} aria-hidden="true" />
          <span>{chosen?.name ?? 'All cases'}</span>
        </Button>
      )}
    </Menu>
  )
}

function WithoutCharges({ ledgers, isWhole }: { ledgers: readonly CaseLedger[]; isWhole: boolean }) {
  const without = ledgers.filter(({ hasCharges }) => !hasCharges)
  if (without.length === ledgers.length)
    return (
      <p className="ledger-empty">
        {isWhole
          ? 'No charges yet. Tag charges, verdicts and dismissals as legal events, with their case and their counts: what became of every count is reckoned here.'
          : 'No charges are told in this case.'}
      </p>
    )
  if (without.length === 0) return null
  return (
    <p className="ledger-without">No charges are told in {without.map(({ name }) => name).join(', ')}.</p>
  )
}

/** The view comes back where it was left, and the passage that was opened from it has the keyboard again. */
function useKeptPlace(returnedTo: AnnotationId | null) {
  const body = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (body.current !== null) body.current.scrollTop = useLedgerStore.getState().scrollTop
  }, [])
  useEffect(() => {
    if (returnedTo === null) return
    const { foundTitle } = useLedgerStore.getState()
    const leading = [
      ...(body.current?.querySelectorAll<HTMLElement>(`[data-passages~="${CSS.escape(returnedTo)}"]`) ?? [])
    ]
    const pressed = leading.find(({ dataset }) => dataset['title'] === foundTitle) ?? leading[0]
    pressed?.focus()
  }, [returnedTo])
  return body
}
