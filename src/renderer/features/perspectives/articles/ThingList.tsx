import { useEffect, useRef, type KeyboardEvent } from 'react'
import { kindNames } from '../../../../core/perspective/articles-figure'
import { whereIs, type ComparedThing, type Whereabouts } from '../../../../core/perspective/compare-articles'

interface ThingListProps {
  things: readonly ComparedThing[]
  titles: readonly [string, string]
  selected: string | null
  /** Which passages of what is selected are shown, from 0. */
  step: number
  /** Takes the keyboard when it comes on screen. */
  takesFocus: boolean
  onSelect(key: string): void
  /** The next passages of what is selected, or those before. */
  onStep(by: 1 | -1): void
  onOpen(): void
}

const places: readonly Whereabouts[] = ['both', 'a', 'b']

/** What both texts speak of, then what only one does. Arrows choose and step through passages, Enter opens. */
export function ThingList(props: ThingListProps) {
  const { things, titles, selected, step, takesFocus, onSelect, onStep, onOpen } = props
  const list = useRef<HTMLDivElement>(null)
  const isTaking = useRef(takesFocus)
  useEffect(() => {
    if (isTaking.current) list.current?.focus()
    isTaking.current = false
  }, [])
  const sections = places.map(place => things.filter(thing => whereIs(thing) === place))
  const ordered = sections.flat()
  const names = ['In both', `Only in ${titles[0]}`, `Only in ${titles[1]}`]
  const silences = ['Nothing that both speak of.', 'Nothing that the other leaves out.']
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const at = ordered.findIndex(({ key }) => key === selected)
    const move = (to: number) => {
      const next = ordered[Math.max(0, Math.min(ordered.length - 1, to))]
      // Selecting what is selected lets it go: at either end it stays.
      if (next !== undefined && next.key !== selected) onSelect(next.key)
    }
    if (event.key === 'ArrowDown') move(at + 1)
    else if (event.key === 'ArrowUp') move(at - 1)
    else if (event.key === 'Home') move(0)
    else if (event.key === 'End') move(ordered.length)
    else if (event.key === 'ArrowRight') onStep(1)
    else if (event.key === 'ArrowLeft') onStep(-1)
    else if (event.key === 'Enter') onOpen()
    else if (event.key === 'Escape' && selected !== null) onSelect(selected)
    else return
    event.preventDefault()
  }
  return (
    <div
      ref={list}
      className="thing-list"
      role="listbox"
      aria-label="What the texts have in common"
      aria-activedescendant={selected === null ? undefined : optionId(selected)}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      {sections.map((own, i) => (
        <div key={places[i]} role="group" aria-label={`${names[i]}, ${own.length}`}>
          <h3 aria-hidden="true">
            {names[i]} <em>{own.length}</em>
          </h3>
          {own.length === 0 && <p aria-hidden="true">{silences[Math.min(1, i)]}</p>}
          {own.map((thing, j) => (
            <Thing
              key={thing.key}
              thing={thing}
              isFirstOfKind={own[j - 1]?.kind !== thing.kind}
              isSelected={thing.key === selected}
              step={step}
              onSelect={onSelect}
            />
          ))}
        </div>
      ))}
    </div>
  )
}

interface ThingProps {
  thing: ComparedThing
  isFirstOfKind: boolean
  isSelected: boolean
  step: number
  onSelect(key: string): void
}

function Thing({ thing, isFirstOfKind, isSelected, step, onSelect }: ThingProps) {
  const { key, kind, name, inA, inB } = thing
  const of = (count: number) =>
    count === 0 ? '–' : isSelected ? `${Math.min(step, count - 1) + 1}/${count}` : String(count)
  return (
    <>
      {isFirstOfKind && <h4 aria-hidden="true">{kindNames[kind]}</h4>}
      <div
        id={optionId(key)}
        role="option"
        aria-selected={isSelected}
        aria-label={`${kindNames[kind]}: ${name}, ${inA.length} left, ${inB.length} right`}
        onClick={() => onSelect(key)}
      >
        <em>{of(inA.length)}</em>
        <span>{name}</span>
        <em>{of(inB.length)}</em>
      </div>
    </>
  )
}

function optionId(key: string): string {
  return `thing-${key.replace(/\s/gu, '_')}`
}
