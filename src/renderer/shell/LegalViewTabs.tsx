import type { KeyboardEvent } from 'react'
import { useSession } from './session-store'

const tabs = [
  { view: 'timeline', name: 'Timeline' },
  { view: 'ledger', name: 'Case ledger' }
] as const

/** The two views of legal events, one key press from each other. */
export function LegalViewTabs({ shown }: { shown: (typeof tabs)[number]['view'] }) {
  const show = useSession(state => state.show)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    event.preventDefault()
    // Two tabs: either arrow leads to the other.
    const other = tabs.find(tab => tab.view !== shown)
    if (other !== undefined) show(other.view)
  }
  return (
    <div className="legal-tabs" role="tablist" aria-label="Legal views" onKeyDown={onKeyDown}>
      {tabs.map(({ view, name }) => (
        <button
          key={view}
          type="button"
          role="tab"
          aria-selected={view === shown}
          tabIndex={view === shown ? 0 : -1}
          onClick={() => show(view)}
        >
          {name}
        </button>
      ))}
    </div>
  )
}
