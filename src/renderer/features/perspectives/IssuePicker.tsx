import { ChevronDown } from 'lucide-react'
import { useId, useRef, useState, type KeyboardEvent } from 'react'
import type { Issue } from '../../../core/project/entities'
import type { IssueId } from '../../../core/project/ids'
import type { IssueChoice } from './issue-choices'

interface IssuePickerProps {
  issue: Issue | null
  choices: readonly IssueChoice[]
  onChoose(id: IssueId | null): void
}

/** The issue as the view's heading, and the list it is chosen from: arrows and letters move, Enter chooses. */
export function IssuePicker({ issue, choices, onChoose }: IssuePickerProps) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const [active, setActive] = useState(0)
  const take = (choice: IssueChoice | undefined) => {
    if (choice === undefined) return
    list.current?.hidePopover()
    button.current?.focus()
    onChoose(choice.id)
  }
  const move = (to: number) => {
    setActive(to)
    list.current?.children[to]?.scrollIntoView({ block: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const to = moved(event.key, active, choices)
    if (to !== null) move(to)
    else if (event.key === 'Enter' || event.key === ' ') take(choices[active])
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="issue-picker">
      <h1>{issue === null ? 'All issues' : issue.question}</h1>
      <button
        ref={button}
        type="button"
        data-issue-picker=""
        aria-label="Issue"
        aria-haspopup="listbox"
        title="Choose an issue"
        popoverTarget={id}
      >
        <ChevronDown size={20} strokeWidth={1.75} aria-hidden="true" />
        <kbd aria-hidden="true">I</kbd>
      </button>
      <ul
        ref={list}
        id={id}
        popover="auto"
        className="issue-list"
        role="listbox"
        aria-label="Issues"
        tabIndex={0}
        aria-activedescendant={`${id}-${active}`}
        onToggle={event => {
          if (event.newState !== 'open') return
          move(
            Math.max(
              0,
              choices.findIndex(choice => choice.id === (issue?.id ?? null))
            )
          )
          event.currentTarget.focus()
        }}
        onKeyDown={onKeyDown}
      >
        {choices.map((choice, i) => (
          <li
            key={choice.id ?? ''}
            id={`${id}-${i}`}
            role="option"
            aria-selected={choice.id === (issue?.id ?? null)}
            className={i === active ? 'is-active' : undefined}
            data-part={choice.isPart ? '' : undefined}
            onClick={() => take(choice)}
          >
            <span>{choice.name}</span>
            <em>{choice.count.toLocaleString('en')}</em>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Where a key leads in the list; null when it leads nowhere. A letter goes to the next issue that begins with it. */
function moved(key: string, active: number, choices: readonly IssueChoice[]): number | null {
  const last = choices.length - 1
  if (key === 'ArrowDown') return Math.min(last, active + 1)
  if (key === 'ArrowUp') return Math.max(0, active - 1)
  if (key === 'Home') return 0
  if (key === 'End') return last
  if (key.length !== 1 || key === ' ') return null
  const order = choices.map((_, i) => (active + 1 + i) % choices.length)
  return order.find(i => choices[i]?.name.toLowerCase().startsWith(key.toLowerCase()) === true) ?? null
}
