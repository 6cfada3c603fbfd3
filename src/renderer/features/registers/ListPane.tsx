import { Plus, Search, Users } from 'lucide-react'
import type { RegisterKind } from '../../../core/project/registers/register-kind'
import { Button } from '../../ui/Button'
import { EntryList } from './EntryList'
import { countOf, registerWords, type EntryOrder, type RegisterEntry } from './register-entries'

interface ListPaneProps {
  kind: RegisterKind
  total: number
  listed: readonly RegisterEntry[]
  selectedId: string | null
  query: string
  order: EntryOrder
  duplicates: number
  isComparing: boolean
  onQuery(query: string): void
  onOrder(order: EntryOrder): void
  onSelect(id: string): void
  onNew(): void
  onCompare(): void
}

/** One register as a list: searched by name and alias, sorted, with counts of mentions. */
export function ListPane(props: ListPaneProps) {
  const { kind, total, listed, query, order, duplicates, isComparing } = props
  const words = registerWords[kind]
  return (
    <div className="register-list">
      <div className="register-tools">
        <label className="register-search">
          <Search size={14} aria-hidden="true" />
          <input
            type="search"
            aria-label={`Search ${words.many}`}
            placeholder={kind === 'actor' ? 'Names and aliases' : 'Names'}
            value={query}
            onChange={event => props.onQuery(event.target.value)}
          />
        </label>
        <Button onClick={props.onNew}>
          <Plus size={14} aria-hidden="true" />
          New {words.one}
        </Button>
      </div>
      <div className="register-order">
        <span>
          {query.trim() === ''
            ? countOf(total, words.one)
            : `${listed.length.toLocaleString('en')} of ${total.toLocaleString('en')}`}
        </span>
        <label>
          Sort
          <select
            aria-label={`Sort ${words.many} by`}
            value={order}
            onChange={event => props.onOrder(event.target.value as EntryOrder)}
          >
            <option value="name">Name</option>
            <option value="mentions">Mentions</option>
          </select>
        </label>
      </div>
      <EntryList
        label={words.title}
        entries={listed}
        selectedId={props.selectedId}
        onSelect={props.onSelect}
      />
      {(duplicates > 0 || isComparing) && (
        <button
          type="button"
          className="register-duplicates"
          aria-pressed={isComparing}
          onClick={props.onCompare}
        >
          <Users size={14} aria-hidden="true" />
          Possible duplicates
          <span>{duplicates}</span>
        </button>
      )}
    </div>
  )
}
