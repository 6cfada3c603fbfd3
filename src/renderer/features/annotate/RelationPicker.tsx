import { ArrowLeftRight } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { offeredKinds, type RelationType } from '../../../core/annotation/relations'
import { Button } from '../../ui/Button'
import { LayerMark } from '../../ui/LayerMark'
import type { AnnotationLabel } from './annotation-label'

interface RelationPickerProps {
  from: AnnotationLabel
  to: AnnotationLabel
  onPick(type: RelationType): void
  onReverse(): void
  onClose(): void
}

/** One key for each kind, as they stand in the list. */
const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', '-']

/** How one annotation relates to the other: a listbox whose options have keys; those that suit stand first. */
export function RelationPicker({ from, to, onPick, onReverse, onClose }: RelationPickerProps) {
  const { kinds, suited } = offeredKinds(from.layer.id, to.layer.id)
  const [at, setAt] = useState(0)
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => list.current?.focus(), [])
  const swap = () => {
    onReverse()
    setAt(0)
    list.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const byKey = kinds[keys.indexOf(event.key)]
    if (byKey !== undefined) onPick(byKey.type)
    else if (event.key === 'ArrowDown') setAt((at + 1) % kinds.length)
    else if (event.key === 'ArrowUp') setAt((at - 1 + kinds.length) % kinds.length)
    else if (event.key === 'Home') setAt(0)
    else if (event.key === 'End') setAt(kinds.length - 1)
    else if (event.key === 'Enter' && kinds[at] !== undefined) onPick(kinds[at].type)
    else if (event.key === 'x') swap()
    else if (event.key === 'Escape') onClose()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div
      className="relation-picker"
      role="dialog"
      aria-label="How they relate"
      onBlur={event => !event.currentTarget.contains(event.relatedTarget) && onClose()}
    >
      <p>
        <Mark label={from} />
        <span>{kinds[at]?.verb}</span>
        <Mark label={to} />
        <span className="grow" />
        <Button look="quiet" keys={['X']} onClick={swap} aria-label="Swap direction">
          <ArrowLeftRight size={14} aria-hidden="true" />
          Swap
        </Button>
      </p>
      <ul
        ref={list}
        role="listbox"
        aria-label="Type of relation"
        tabIndex={0}
        aria-activedescendant={`relation-type-${kinds[at]?.type ?? ''}`}
        onKeyDown={onKeyDown}
      >
        {kinds.map((kind, i) => (
          <li
            key={kind.type}
            id={`relation-type-${kind.type}`}
            role="option"
            aria-label={`${kind.verb}. ${kind.definition}`}
            aria-selected={i === at}
            data-first-other={i === suited && suited > 0}
            onMouseEnter={() => setAt(i)}
            onClick={() => onPick(kind.type)}
          >
            <kbd>{keys[i]}</kbd>
            <b>{kind.verb}</b>
            <span>{kind.definition}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Mark({ label: { layer, number } }: { label: AnnotationLabel }) {
  return (
    <span className="relate-named">
      <LayerMark initial={layer.initial} colour={layer.colour} lineStyle={layer.lineStyle} />
      <b>{number}</b>
    </span>
  )
}
