import { ChevronRight, Search } from 'lucide-react'
import { CommandKeyCaps } from '../commands/CommandKeys'

interface TitleBarProps {
  /** Where one is: project, then view or article. */
  location: readonly string[]
  onOpenPalette(): void
}

/** Name of the program, where one is, and the way to every command. */
export function TitleBar({ location, onOpenPalette }: TitleBarProps) {
  return (
    <header className="titlebar">
      <span className="brand">
        <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
          <path d="M2 5.5h14" stroke="currentColor" strokeWidth="2" />
          <path
            d="M2 10h14"
            stroke="currentColor"
            strokeWidth="2.2"
            strokeDasharray=".1 3.4"
            strokeLinecap="round"
          />
          <path d="M2 13.5h14M2 15.7h14" stroke="currentColor" strokeWidth="1.1" />
        </svg>
        Counterpoint
      </span>
      <nav className="location" aria-label="Location">
        {location.map((place, i) => (
          <span key={place} title={place} aria-current={i === location.length - 1 ? 'location' : undefined}>
            {i > 0 && <ChevronRight size={13} aria-hidden="true" />}
            <b>{place}</b>
          </span>
        ))}
      </nav>
      <button
        type="button"
        className="command-field"
        aria-label="Search or run a command"
        onClick={onOpenPalette}
      >
        <Search size={14} aria-hidden="true" />
        <span>Search or run a command</span>
        <CommandKeyCaps command="view.palette" />
      </button>
    </header>
  )
}
