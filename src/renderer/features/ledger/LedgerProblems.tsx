import { CircleAlert, HelpCircle, OctagonAlert, type LucideIcon } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import type { FlagSeverity, LedgerFlag } from '../../../core/chronology/ledger-flag'
import { Button } from '../../ui/Button'

const signs: Readonly<Record<FlagSeverity, { name: string; icon: LucideIcon }>> = {
  contradiction: { name: 'Contradiction', icon: OctagonAlert },
  gap: { name: 'Gap', icon: CircleAlert },
  assumption: { name: 'Assumption', icon: HelpCircle }
}

/** Two rows of cards; more are one button away. */
const shownAtFirst = 4

interface LedgerProblemsProps {
  flags: readonly LedgerFlag[]
  /** Null for events without a case. */
  caseName(id: LedgerFlag['case']): string | null
  showsAll: boolean
  onShowAll(showsAll: boolean): void
  onFind(flag: LedgerFlag): void
}

/** What contradicts itself, what is left open and what was assumed, each with the way to its passages. */
export function LedgerProblems({ flags, caseName, showsAll, onShowAll, onFind }: LedgerProblemsProps) {
  if (flags.length === 0) return null
  const shown = showsAll ? flags : flags.slice(0, shownAtFirst)
  const hidden = flags.length - shownAtFirst
  return (
    <div className="ledger-problems" role="group" aria-label="Ledger problems" onKeyDown={moveByArrow}>
      {shown.map((flag, i) => (
        <ProblemCard
          key={`${flag.case ?? ''} ${flag.rule} ${i}`}
          flag={flag}
          caseName={caseName}
          isFirst={i === 0}
          onFind={onFind}
        />
      ))}
      {hidden > 0 && (
        <Button look="quiet" aria-expanded={showsAll} onClick={() => onShowAll(!showsAll)}>
          {showsAll ? 'Show fewer problems' : `Show ${hidden.toLocaleString('en')} more`}
        </Button>
      )}
    </div>
  )
}

function ProblemCard({
  flag,
  caseName,
  isFirst,
  onFind
}: { flag: LedgerFlag; isFirst: boolean } & Pick<LedgerProblemsProps, 'onFind' | 'caseName'>) {
  const { name, icon: Icon } = signs[flag.severity]
  return (
    <div className="ledger-problem" data-severity={flag.severity}>
      <Icon size={15} strokeWidth={1.75} aria-hidden="true" />
      <p>
        <b>{flag.title}</b>
        {flag.detail !== '' && <span>{flag.detail}</span>}
        <small>
          {caseName(flag.case) === null ? name : `${name} in ${caseName(flag.case)}`}. {flag.mend}
        </small>
      </p>
      {flag.ids.length > 0 && (
        <button
          type="button"
          data-passages={flag.ids.join(' ')}
          data-title={flag.title}
          aria-label={`Find in text: ${flag.title}`}
          onClick={() => onFind(flag)}
        >
          Find in text {isFirst && <kbd aria-hidden="true">↵</kbd>}
        </button>
      )}
    </div>
  )
}

function moveByArrow(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key]
  if (step === undefined) return
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const at = buttons.findIndex(button => button === document.activeElement)
  buttons[Math.min(buttons.length - 1, Math.max(0, at + step))]?.focus()
  event.preventDefault()
}
