import { useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { matchOptions, type ComboboxOption } from './match-options'
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
  /** Instead of "Create" before what was typed; the words are then not missed when they are left. */
  createWord?: string
  /** Called for Backspace or Delete in a field in which nothing is typed. */
  onClear?(): void
}

type Row = { kind: 'option'; option: ComboboxOption } | { kind: 'create'; name: string }

/** A text field that finds as one types: arrows move, Enter chooses, Escape puts back what was there. */
export function Combobox(props: ComboboxProps) {
  const { id, label, options, value, placeholder, createWord, onChoose, onCreate, onClear } = props
  const chosen = options.find(option => option.id === value)
  const [draft, setDraft] = useState<string | null>(null)
  const [active, setActive] = useState(0)
  const [lost, setLost] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const listId = useId()
  const isOpen = draft !== null
  const rows = isOpen ? rowsFor(draft, options, onCreate !== undefined) : []

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

function rowsFor(draft: string, options: readonly ComboboxOption[], canCreate: boolean): Row[] {
  const name = draft.trim().replace(/\s+/gu, ' ')
  const rows: Row[] = matchOptions(options, name).map(option => ({ kind: 'option', option }))
  const isKnown = options.some(option => option.name.toLowerCase() === name.toLowerCase())
  if (canCreate && name !== '' && !isKnown) rows.push({ kind: 'create', name })
  return rows
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
          key={row.kind === 'option' ? row.option.id : '+'}
          id={`${id}-${i}`}
          role="option"
          aria-selected={i === active}
          onMouseDown={event => {
            event.preventDefault()
            onTake(row)
          }}
        >
          {row.kind === 'create' ? (
            <>
              {createWord} “{row.name}”{i === active && <em aria-hidden="true">Press Enter</em>}
            </>
          ) : (
            <>
              {row.option.name}
              {row.option.detail !== undefined && <em>{row.option.detail}</em>}
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
