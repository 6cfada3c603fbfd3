import { ListFilter } from 'lucide-react'
import { useId } from 'react'
import {
  anyPerspective,
  countConditions,
  filterFields,
  type FilterField,
  type PerspectiveFilter
} from '../../../core/perspective/filter-perspectives'
import { perspectiveLayer, type Perspective } from '../../../core/perspective/perspective'
import { findLayer } from '../../../core/project/codebook'
import type { Study } from '../../../core/project/study'
import { Button } from '../../ui/Button'

interface FilterMenuProps {
  study: Study
  /** Those that can be filtered. */
  perspectives: readonly Perspective[]
  filter: PerspectiveFilter
  onChange(filter: PerspectiveFilter): void
}

/** The button "Filter" and what one can filter by: words, and the options that occur. */
export function FilterMenu({ study, perspectives, filter, onChange }: FilterMenuProps) {
  const id = useId()
  const conditions = countConditions(filter)
  const toggle = (field: FilterField, option: string) => {
    const chosen = filter.options[field] ?? []
    const next = chosen.includes(option) ? chosen.filter(one => one !== option) : [...chosen, option]
    onChange({ ...filter, options: { ...filter.options, [field]: next } })
  }
  return (
    <div className="persp-filter">
      <Button popoverTarget={id} data-filter-button="">
        <ListFilter size={14} strokeWidth={1.75} aria-hidden="true" />
        {conditions === 0 ? 'Filter' : `Filter (${conditions})`}
      </Button>
      <div
        id={id}
        popover="auto"
        className="view-popover persp-filter-list"
        role="group"
        aria-label="Filter perspectives"
      >
        <label className="persp-filter-words">
          Words
          <input
            type="search"
            value={filter.words}
            placeholder="In a quotation or a holder’s name"
            onChange={event => onChange({ ...filter, words: event.target.value })}
          />
        </label>
        {filterFields.map(field => (
          <FieldOptions
            key={field}
            field={field}
            study={study}
            perspectives={perspectives}
            chosen={filter.options[field] ?? []}
            onToggle={option => toggle(field, option)}
          />
        ))}
        <Button look="quiet" disabled={conditions === 0} onClick={() => onChange(anyPerspective)}>
          Clear filter
        </Button>
      </div>
    </div>
  )
}

interface FieldOptionsProps {
  field: FilterField
  study: Study
  perspectives: readonly Perspective[]
  chosen: readonly string[]
  onToggle(option: string): void
}

function FieldOptions({ field, study, perspectives, chosen, onToggle }: FieldOptionsProps) {
  const attribute = findLayer(study.codebook, perspectiveLayer)?.attributes.find(({ id }) => id === field)
  const counts = new Map<string, number>()
  for (const perspective of perspectives)
    for (const option of optionsOf(perspective, field)) counts.set(option, (counts.get(option) ?? 0) + 1)
  const options = (attribute?.options ?? []).filter(({ id }) => counts.has(id) || chosen.includes(id))
  if (attribute === undefined || options.length === 0) return null
  return (
    <fieldset>
      <legend>{attribute.name}</legend>
      {options.map(option => (
        <label key={option.id}>
          <input type="checkbox" checked={chosen.includes(option.id)} onChange={() => onToggle(option.id)} />
          {option.name} <em>{counts.get(option.id) ?? 0}</em>
        </label>
      ))}
    </fieldset>
  )
}

function optionsOf(perspective: Perspective, field: FilterField): readonly string[] {
  if (field === 'frames') return perspective.frames
  const option = perspective[field]
  return option === null ? [] : [option]
}
