import type { KeyboardEvent } from 'react'
import type { RegisterKind } from '../../../core/project/registers/register-kind'
import { registerWords } from './register-entries'

interface RegisterTabsProps {
  kind: RegisterKind
  counts: Readonly<Record<RegisterKind, number>>
  onChoose(kind: RegisterKind): void
}

const kinds = ['actor', 'issue', 'case'] as const

/** The three registers; arrows move between them. */
export function RegisterTabs({ kind, counts, onChoose }: RegisterTabsProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (by === 0) return
    event.preventDefault()
    const next = kinds[(kinds.indexOf(kind) + by + kinds.length) % kinds.length] ?? kind
    onChoose(next)
    event.currentTarget.querySelector<HTMLElement>(`#register-tab-${next}`)?.focus()
  }
  return (
    <div className="register-tabs" role="tablist" aria-label="Registers" onKeyDown={onKeyDown}>
      {kinds.map(id => (
        <button
          key={id}
          id={`register-tab-${id}`}
          type="button"
          role="tab"
          aria-selected={id === kind}
          aria-controls="register-panel"
          tabIndex={id === kind ? 0 : -1}
          onClick={() => onChoose(id)}
        >
          {registerWords[id].title}
          <span>{counts[id].toLocaleString('en')}</span>
        </button>
      ))}
    </div>
  )
}
