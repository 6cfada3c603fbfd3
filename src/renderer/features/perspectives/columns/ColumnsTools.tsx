import { ChevronDown } from 'lucide-react'
import { useId } from 'react'
import type { CardGrouping, CardSort } from '../../../../core/perspective/card-order'
import type { RowsBy } from '../../../../core/perspective/card-rows'
import {
  fewestActors,
  loudestActors,
  mostColumns,
  type ColumnsBy
} from '../../../../core/perspective/columns'
import type { Perspective } from '../../../../core/perspective/perspective'
import type { ActorId } from '../../../../core/project/ids'
import type { Study } from '../../../../core/project/study'
import { Button } from '../../../ui/Button'
import { usePerspectivesStore } from '../perspectives-store'

const columnsByNames: Readonly<Record<ColumnsBy, string>> = {
  stance: 'Stance',
  actors: 'Chosen actors',
  role: 'Role'
}
const rowsByNames: Readonly<Record<RowsBy, string>> = {
  'sub-issue': 'Issue',
  frame: 'Frame',
  article: 'Article',
  story: 'Nothing'
}
const sortNames: Readonly<Record<CardSort, string>> = {
  story: 'Story order',
  words: 'Longest first',
  holder: 'Holder'
}
const groupingNames: Readonly<Record<CardGrouping, string>> = {
  none: 'Nothing',
  holder: 'Holder',
  role: 'Role',
  article: 'Article'
}

interface ColumnsToolsProps {
  study: Study
  perspectives: readonly Perspective[]
}

/** What columns and rows are made of, and the order in a cell. */
export function ColumnsTools({ study, perspectives }: ColumnsToolsProps) {
  const { columnsBy, rowsBy, sort, grouping, set } = usePerspectivesStore()
  return (
    <div className="columns-tools" role="toolbar" aria-label="Columns">
      <Choice
        label="Columns by"
        names={columnsByNames}
        value={columnsBy}
        onChange={chosen => set({ columnsBy: chosen })}
      />
      {columnsBy === 'actors' && <ActorChooser study={study} perspectives={perspectives} />}
      <Choice
        label="Rows by"
        names={rowsByNames}
        value={rowsBy}
        onChange={chosen => set({ rowsBy: chosen })}
      />
      <Choice label="Sort by" names={sortNames} value={sort} onChange={chosen => set({ sort: chosen })} />
      <Choice
        label="Group by"
        names={groupingNames}
        value={grouping}
        onChange={chosen => set({ grouping: chosen })}
      />
    </div>
  )
}

interface ChoiceProps<Id extends string> {
  label: string
  names: Readonly<Record<Id, string>>
  value: Id
  onChange(id: Id): void
}

function Choice<Id extends string>({ label, names, value, onChange }: ChoiceProps<Id>) {
  return (
    <label>
      {label}
      <select value={value} onChange={event => onChange(event.target.value as Id)}>
        {Object.entries<string>(names).map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Two to five actors to compare; the first to be chosen stands first. */
function ActorChooser({ study, perspectives }: ColumnsToolsProps) {
  const id = useId()
  const { chosenActors, set } = usePerspectivesStore()
  const chosen = chosenActors ?? loudestActors(perspectives)
  const counts = new Map<string, number>()
  for (const { holder } of perspectives)
    if (holder !== null) counts.set(holder, (counts.get(holder) ?? 0) + 1)
  const offered = study.actors
    .filter(actor => counts.has(actor.id) || chosen.includes(actor.id))
    .sort((a, b) => (counts.get(b.id) ?? 0) - (counts.get(a.id) ?? 0))
  const toggle = (actor: ActorId) =>
    set({ chosenActors: chosen.includes(actor) ? chosen.filter(one => one !== actor) : [...chosen, actor] })
  return (
    <div className="actor-chooser">
      <Button popoverTarget={id}>
        Choose actors
        <ChevronDown size={14} aria-hidden="true" />
      </Button>
      <div id={id} popover="auto" className="view-popover" role="group" aria-label="Actors to compare">
        <p>
          {fewestActors} to {mostColumns}, in the order you choose them.
        </p>
        {offered.map(actor => {
          const place = chosen.indexOf(actor.id)
          const isStuck = place >= 0 ? chosen.length <= fewestActors : chosen.length >= mostColumns
          return (
            <label key={actor.id}>
              <input
                type="checkbox"
                checked={place >= 0}
                disabled={isStuck}
                onChange={() => toggle(actor.id)}
              />
              <span>{actor.name}</span>
              <em>{counts.get(actor.id) ?? 0}</em>
            </label>
          )
        })}
      </div>
    </div>
  )
}
