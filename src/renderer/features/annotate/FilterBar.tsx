import { X } from 'lucide-react'
import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react'
import {
  isFiltering,
  noFilter,
  withoutCondition,
  type AnnotationFilter
} from '../../../core/annotation/filter'
import { Button } from '../../ui/Button'
import { Combobox } from '../../ui/Combobox'
import { IconButton } from '../../ui/IconButton'
import { filterChips, filterOptions, type FilterNames } from './filter-words'
import './reading-bars.css'

interface FilterBarProps extends FilterNames {
  filter: AnnotationFilter
  /** How many match; null while they are counted. */
  matchingCount: number | null
  totalCount: number
  isWalkingMatches: boolean
  onChange(filter: AnnotationFilter): void
  onWalkMatches(on: boolean): void
  onClose(): void
}

/** What the article's annotations are filtered by: the others are drawn faintly, none is hidden. */
export function FilterBar(props: FilterBarProps) {
  const { filter, codebook, registers, annotators, onChange, onClose } = props
  const bar = useRef<HTMLDivElement>(null)
  const names = useMemo(() => ({ codebook, registers, annotators }), [codebook, registers, annotators])
  const options = useMemo(() => filterOptions(names), [names])
  const chips = filterChips(filter, names)
  const focusField = () => bar.current?.querySelector('input')?.focus()
  useEffect(focusField, [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    onClose()
  }
  return (
    <div className="reading-bar" role="group" aria-label="Filter annotations" ref={bar} onKeyDown={onKeyDown}>
      <div className="filter-field">
        <Combobox
          label="Filter by"
          options={options}
          value={null}
          placeholder="Layer, value, actor, issue, words…"
          createWord="Containing"
          onChoose={id => {
            const option = options.find(candidate => candidate.id === id)
            if (option !== undefined) onChange(option.choose(filter))
          }}
          onCreate={text => onChange({ ...filter, text })}
        />
      </div>
      <ul className="filter-chips" aria-label="Conditions">
        {chips.map(({ key, words, condition }) => (
          <li key={key}>
            <span>{words}</span>
            <button
              type="button"
              aria-label={`Remove ${words}`}
              onClick={() => {
                onChange(withoutCondition(filter, condition))
                focusField()
              }}
            >
              <X size={13} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
      <span className="grow" />
      {isFiltering(filter) && (
        <>
          <span className="reading-bar-count" role="status" aria-label="Filter result">
            {countWords(props.matchingCount, props.totalCount)}
          </span>
          <label className="reading-bar-switch">
            <input
              type="checkbox"
              checked={props.isWalkingMatches}
              onChange={event => props.onWalkMatches(event.target.checked)}
            />
            <kbd aria-hidden="true">J</kbd>
            <kbd aria-hidden="true">K</kbd>
            <span className="visually-hidden">J and K</span> walk these only
          </label>
          <Button
            look="quiet"
            onClick={() => {
              onChange(noFilter)
              focusField()
            }}
          >
            Clear
          </Button>
        </>
      )}
      <IconButton label="Close filter" icon={X} onClick={onClose} />
    </div>
  )
}

function countWords(matching: number | null, total: number): string {
  return matching === null ? 'Counting…' : `${matching.toLocaleString('en')} of ${total.toLocaleString('en')}`
}
