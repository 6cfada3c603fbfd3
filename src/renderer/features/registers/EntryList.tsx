import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { RegisterEntry } from './register-entries'

interface EntryListProps {
  label: string
  entries: readonly RegisterEntry[]
  selectedId: string | null
  onSelect(id: string): void
}

/** Pixels of one row, as the style sheet has it. */
const rowHeight = 44
const rowsAround = 8

/** A register's rows. Only those near the window are in the document, so that thousands do not weigh. */
export function EntryList({ label, entries, selectedId, onSelect }: EntryListProps) {
  const scroll = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  const [height, setHeight] = useState(600)
  const selected = entries.findIndex(entry => entry.id === selectedId)
  const first = Math.max(0, Math.floor(top / rowHeight) - rowsAround)
  const shown = entries.slice(first, first + Math.ceil(height / rowHeight) + 2 * rowsAround)

  useLayoutEffect(() => {
    const element = scroll.current
    if (element === null) return
    const measure = () => setHeight(element.clientHeight)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  useLayoutEffect(() => {
    const element = scroll.current
    if (element === null || selected < 0) return
    const at = selected * rowHeight
    if (at < element.scrollTop) element.scrollTop = at
    else if (at + rowHeight > element.scrollTop + element.clientHeight)
      element.scrollTop = at + rowHeight - element.clientHeight
  }, [selected])

  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor(height / rowHeight) - 1)
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: selected + 1,
      ArrowUp: selected - 1,
      PageDown: selected + page,
      PageUp: selected - page,
      Home: 0,
      End: entries.length - 1
    }
    const to = steps[event.key]
    if (to === undefined) return
    event.preventDefault()
    const next = entries[Math.min(entries.length - 1, Math.max(0, to))]
    if (next !== undefined) onSelect(next.id)
  }
  const isSelectedShown = shown.some(entry => entry.id === selectedId)
  return (
    <div ref={scroll} className="entry-scroll" onScroll={event => setTop(event.currentTarget.scrollTop)}>
      <ul
        className="entry-list"
        role="listbox"
        aria-label={label}
        tabIndex={0}
        data-plain={entries.every(entry => entry.colour === undefined) ? '' : undefined}
        aria-activedescendant={isSelectedShown && selectedId !== null ? `entry-${selectedId}` : undefined}
        style={{ height: entries.length * rowHeight }}
        onKeyDown={onKeyDown}
      >
        {shown.map((entry, i) => (
          <li
            key={entry.id}
            id={`entry-${entry.id}`}
            role="option"
            aria-selected={entry.id === selectedId}
            aria-setsize={entries.length}
            aria-posinset={first + i + 1}
            style={{ top: (first + i) * rowHeight }}
            onClick={() => onSelect(entry.id)}
          >
            <i aria-hidden="true" style={{ background: entry.colour }} />
            <span>
              <b>{entry.name}</b>
              <em>{entry.detail || entry.aliases.join(' · ')}</em>
            </span>
            <small title={entry.mentions === 1 ? '1 mention' : `${entry.mentions} mentions`}>
              {entry.mentions === 0 ? '–' : entry.mentions.toLocaleString('en')}
            </small>
          </li>
        ))}
      </ul>
    </div>
  )
}
