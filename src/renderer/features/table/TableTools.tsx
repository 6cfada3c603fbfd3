import { ChevronDown } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { groupings, type Grouping, type TableColumn } from '../../../core/annotation/table-columns'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { useTable } from './table-store'

interface TableToolsProps {
  canChooseScope: boolean
  columns: readonly TableColumn[]
  shown: readonly TableColumn[]
  facts: string
  children: ReactNode
}

const scopes = [
  { id: 'article', name: 'This article' },
  { id: 'project', name: 'Whole project' }
] as const

const groupNames: Readonly<Record<Grouping, string>> = {
  none: 'No groups',
  layer: 'By layer',
  actor: 'By actor',
  issue: 'By issue',
  article: 'By article'
}

/** What is listed and how: scope, groups and columns. */
export function TableTools({ canChooseScope, columns, shown, facts, children }: TableToolsProps) {
  const { scope, grouping, set } = useTable()
  return (
    <div className="table-tools" role="toolbar" aria-label="Annotation table">
      {canChooseScope && (
        <SegmentedControl
          label="Annotations listed"
          options={scopes}
          value={scope}
          onChange={chosen => set({ scope: chosen })}
        />
      )}
      <select
        aria-label="Group"
        value={grouping}
        onChange={event => set({ grouping: event.target.value as Grouping })}
      >
        {groupings.map(id => (
          <option key={id} value={id}>
            {groupNames[id]}
          </option>
        ))}
      </select>
      <ColumnChoice columns={columns} shown={shown} />
      {children}
      <span className="grow" />
      <span role="status" aria-label="Annotations in the table">
        {facts}
      </span>
    </div>
  )
}

function ColumnChoice({ columns, shown }: Pick<TableToolsProps, 'columns' | 'shown'>) {
  const id = useId()
  const ids = shown.map(column => column.id)
  const { set } = useTable.getState()
  const place = (list: HTMLElement) => {
    const box = document.getElementById(`${id}-button`)?.getBoundingClientRect()
    if (box === undefined) return
    const height = list.getBoundingClientRect().height
    list.style.left = `${box.left}px`
    list.style.top = `${box.bottom + 4 + height > window.innerHeight ? Math.max(8, box.top - height - 4) : box.bottom + 4}px`
  }
  return (
    <>
      <button id={`${id}-button`} type="button" className="table-tool" popoverTarget={id}>
        Columns <ChevronDown size={14} aria-hidden="true" />
      </button>
      <div
        id={id}
        popover="auto"
        className="column-choice"
        role="group"
        aria-label="Columns"
        onToggle={event => event.newState === 'open' && place(event.currentTarget)}
      >
        {columns.map(column => (
          <label key={column.id}>
            <input
              type="checkbox"
              checked={ids.includes(column.id)}
              // The last column stays: an empty table could not be read.
              disabled={ids.length === 1 && ids.includes(column.id)}
              onChange={event =>
                set({
                  columns: event.target.checked
                    ? [...ids, column.id]
                    : ids.filter(other => other !== column.id)
                })
              }
            />
            {column.title}
          </label>
        ))}
      </div>
    </>
  )
}
