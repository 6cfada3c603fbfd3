import { useEffect, useRef, type KeyboardEvent } from 'react'
import type { AnnotationIndex } from '../../../core/annotation/annotation-index'
import { accessibleName, describeAnnotation, type Registers } from '../../../core/annotation/describe'
import { findLayer, type Codebook } from '../../../core/project/codebook'
import type { AnnotationId } from '../../../core/project/ids'
import { LayerMark } from '../../ui/LayerMark'
import { useAnnotateStore, type Anchor } from './annotate-store'

interface OverlapPickerProps {
  ids: readonly AnnotationId[]
  anchor: Anchor
  index: AnnotationIndex
  codebook: Codebook
  registers: Registers
  onClose(): void
}

const width = 316

/** The listbox "Annotations at this point": arrows or Tab cycle, Enter keeps, Escape closes. */
export function OverlapPicker({ ids, anchor, index, codebook, registers, onClose }: OverlapPickerProps) {
  const list = useRef<HTMLUListElement>(null)
  const { focusedId, focus } = useAnnotateStore()
  useEffect(() => list.current?.focus(), [])
  const move = (by: number) => {
    const at = ids.findIndex(id => id === focusedId)
    focus(ids[(at + by + ids.length) % ids.length] ?? null)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || (event.key === 'Tab' && !event.shiftKey)) move(1)
    else if (event.key === 'ArrowUp' || event.key === 'Tab') move(-1)
    else if (event.key === 'Enter' || event.key === 'Escape') onClose()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const height = 34 + ids.length * 30
  const top = anchor.bottom + 5 + height > window.innerHeight ? anchor.top - height - 5 : anchor.bottom + 5
  const left = Math.max(8, Math.min(anchor.x - 40, window.innerWidth - width - 8))
  return (
    <div className="overlap-picker" style={{ top, left }}>
      <p aria-hidden="true">
        {ids.length} annotations here
        <span>
          <kbd>Tab</kbd> cycles
        </span>
      </p>
      <ul
        ref={list}
        role="listbox"
        aria-label="Annotations at this point"
        tabIndex={0}
        aria-activedescendant={focusedId === null ? undefined : `pick-${focusedId}`}
        onKeyDown={onKeyDown}
        onBlur={onClose}
      >
        {ids.map(id => {
          const annotation = index.get(id)
          const layer = annotation === undefined ? undefined : findLayer(codebook, annotation.layer)
          if (annotation === undefined || layer === undefined) return null
          const description = describeAnnotation(annotation, layer, registers)
          return (
            <li
              key={id}
              id={`pick-${id}`}
              role="option"
              aria-selected={id === focusedId}
              aria-label={accessibleName(description, layer)}
              onMouseDown={event => {
                event.preventDefault()
                focus(id)
                onClose()
              }}
            >
              <LayerMark initial={layer.initial} colour={layer.colour} lineStyle={layer.lineStyle} />
              <b>{description.title}</b>
              <em>{description.detail}</em>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
