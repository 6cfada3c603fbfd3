import { TriangleAlert } from 'lucide-react'
import { useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { matchedAlias, matchOptions, type ComboboxOption, type SimilarOption } from './match-options'
import './combobox.css'

interface ComboboxProps {
  id?: string
  label: string
  options: readonly ComboboxOption[]
  /** The id of what is chosen; null when nothing is. */
  value: string | null
  placeholder?: string
  onChoose(id: string): void
  /** Offered as "Create “…”" when what was typed names nothing yet. */
  onCreate?(name: string): void
  /** Entries that look like a name that is about to be created; asked only when it would be. */
  findSimilar?(name: string): readonly SimilarOption[]
  /** Instead of "Create" before what was typed; the words are then not missed when they are left. */
  createWord?: string
  /** Called for Backspace or Delete in a field in which nothing is typed. */
  onClear?(): void
}

type Row =
  | { kind: 'option'; option: ComboboxOption; alias: string | undefined }
  | { kind: 'similar'; option: SimilarOption }
  | { kind: 'create'; name: string }

/** A text field that finds as one types: arrows move, Enter chooses, Escape puts back what was there. */
export function Combobox(props: ComboboxProps) {
  const { id, label, options, value, placeholder, createWord, findSimilar } = props
  const { onChoose, onCreate, onClear } = props
  const chosen = options.find(option => option.id === value)
  const [draft, setDraft] = useState<string | null>(null)
  const [active, setActive] = useState(0)
  const [lost, setLost] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const listId = useId()
  const isOpen = draft !== null
  const rows = isOpen
    ? rowsFor(draft, options, onCreate === undefined ? null : (findSimilar ?? noneSimilar))
    : []

  const close = () => setDraft(null)
  const take = (row: Row | undefined) => {
    if (row === undefined) return
    close()
    if (row.kind === 'create') onCreate?.(row.name)
    else onChoose(row.option.id)
  }
  const type = (text: string) => {
    setDraft(text)
    setActive(0)
    setLost('')
  }
  const open = () => type(draft ?? '')
  const leave = () => {
    const unmade = rows.find(row => row.kind === 'create')
    setLost(createWord === undefined ? (unmade?.name ?? '') : '')
    close()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // While a character is being composed, Enter and the arrows belong to the input method.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape' && isOpen) close()
    else if (event.key === 'Enter' && isOpen) take(rows[active])
    else if (event.key === 'ArrowDown' && !isOpen) open()
    else if (event.key === 'ArrowDown') setActive((active + 1) % Math.max(1, rows.length))
    else if (event.key === 'ArrowUp' && isOpen)
      setActive((active - 1 + rows.length) % Math.max(1, rows.length))
    else if (isErasing(event) && (draft ?? '') === '' && chosen !== undefined) {
      close()
      onClear?.()
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <span className="combobox">
      <input
        ref={input}
        id={id}
        role="combobox"
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && rows[active] !== undefined ? `${listId}-${active}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={chosen?.name ?? placeholder}
        value={draft ?? chosen?.name ?? ''}
        onChange={event => type(event.target.value)}
        onFocus={event => event.target.select()}
        onClick={open}
        onBlur={leave}
        onKeyDown={onKeyDown}
      />
      <Options
        id={listId}
        label={label}
        rows={rows}
        active={active}
        anchor={input}
        isOpen={isOpen}
        createWord={createWord ?? 'Create'}
        onTake={take}
      />
      <span className="combobox-hint" role="status">
        {lost !== '' && `“${lost}” was not kept. Press Enter to create it.`}
      </span>
    </span>
  )
}

function isErasing(event: KeyboardEvent): boolean {
  return event.key === 'Backspace' || event.key === 'Delete'
}

const noneSimilar = () => []

/** `findSimilar` is null where nothing can be created. */
function rowsFor(
  draft: string,
  options: readonly ComboboxOption[],
  findSimilar: ((name: string) => readonly SimilarOption[]) | null
): Row[] {
  const name = draft.trim().replace(/\s+/gu, ' ')
  const found = matchOptions(options, name)
  const rows = found.map((option): Row => ({ kind: 'option', option, alias: matchedAlias(option, name) }))
  const isKnown = options.some(option => option.name.toLowerCase() === name.toLowerCase())
  if (findSimilar === null || name === '' || isKnown) return rows
  const similar = findSimilar(name).filter(option => !found.some(({ id }) => id === option.id))
  // Enter keeps both: what only looks alike is never taken for the one that was typed.
  return [...rows, { kind: 'create', name }, ...similar.map((option): Row => ({ kind: 'similar', option }))]
}

/** Pixels: a list in a narrow field is still wide enough to read. */
const narrowest = 220

/** Below the field, or above it where there is no room. */
function placeBeside(list: HTMLElement, field: HTMLElement): void {
  const box = field.getBoundingClientRect()
  const { width, height } = list.getBoundingClientRect()
  const hasRoomBelow = box.bottom + 4 + height < window.innerHeight
  list.style.left = `${Math.max(8, Math.min(box.left, window.innerWidth - width - 8))}px`
  list.style.top = `${hasRoomBelow ? box.bottom + 4 : Math.max(8, box.top - height - 4)}px`
}

interface OptionsProps {
  id: string
  label: string
  rows: readonly Row[]
  active: number
  anchor: { current: HTMLInputElement | null }
  isOpen: boolean
  createWord: string
  onTake(row: Row): void
}

/** The list lies in the top layer, so that no scrolling pane cuts it off. */
function Options({ id, label, rows, active, anchor, isOpen, createWord, onTake }: OptionsProps) {
  const list = useRef<HTMLUListElement>(null)
  useLayoutEffect(() => {
    const element = list.current
    const field = anchor.current
    if (element === null || field === null) return
    if (!isOpen || rows.length === 0) return element.hidePopover()
    const box = field.getBoundingClientRect()
    element.style.width = `${Math.max(box.width, narrowest)}px`
    element.showPopover()
    const place = () => placeBeside(element, field)
    place()
    // The pane that the field stands in can be scrolled under the list.
    window.addEventListener('scroll', place, { capture: true, passive: true })
    window.addEventListener('resize', place)
    return () => {
      window.removeEventListener('scroll', place, { capture: true })
      window.removeEventListener('resize', place)
    }
  }, [isOpen, rows.length, anchor])
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <ul
      ref={list}
      id={id}
      popover="manual"
      className="combobox-list"
      role="listbox"
      aria-label={`${label} options`}
    >
      {rows.map((row, i) => (
        <li
          key={row.kind === 'create' ? '+' : row.option.id}
          data-similar={row.kind === 'similar' ? '' : undefined}
          id={`${id}-${i}`}
          role="option"
          aria-selected={i === active}
          onMouseDown={event => {
            event.preventDefault()
            onTake(row)
          }}
        >
          <RowContent row={row} isActive={i === active} createWord={createWord} />
        </li>
      ))}
    </ul>
  )
}

function RowContent({ row, isActive, createWord }: { row: Row; isActive: boolean; createWord: string }) {
  switch (row.kind) {
    case 'create':
      return (
        <>
          {createWord} “{row.name}”{isActive && <em aria-hidden="true">Press Enter</em>}
        </>
      )
    case 'similar':
      return (
        <>
          <TriangleAlert size={13} aria-hidden="true" />
          Looks like {row.option.name}
          <em>{row.option.detail}</em>
        </>
      )
    case 'option': {
      const note = row.alias === undefined ? row.option.detail : `“${row.alias}”`
      return (
        <>
          {row.option.name}
          {note !== undefined && note !== '' && <em>{note}</em>}
        </>
      )
    }
  }
}
