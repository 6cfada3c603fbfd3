import { useEffect } from 'react'
import { Button } from '../../ui/Button'
import { IconButton } from '../../ui/IconButton'
import { LayerMark } from '../../ui/LayerMark'
import { X } from 'lucide-react'
import type { AnnotationLabel } from './annotation-label'
import { useAnnotateStore } from './annotate-store'
import { useRelate } from './relate-store'

interface RelateStripProps {
  from: AnnotationLabel
  /** The focused annotation, when it is another one. */
  candidate: AnnotationLabel | null
  announce(message: string): void
  onChoose(): void
  onLeave(): void
}

/** Relate mode, said above the text: which annotation, to which other, and what the keys do. */
export function RelateStrip({ from, candidate, announce, onChoose, onLeave }: RelateStripProps) {
  useEffect(
    () => announce(`Relate ${from.number} to another annotation. J and K walk, Enter chooses`),
    [announce, from.number]
  )
  return (
    <div className="relate-strip" role="region" aria-label="Relate">
      <span>Relate</span>
      <Named label={from} />
      <span>to</span>
      {candidate === null ? <i>another annotation</i> : <Named label={candidate} />}
      <span className="grow" />
      <span className="relate-keys" aria-hidden="true">
        <kbd>J</kbd> <kbd>K</kbd> walk <kbd>↵</kbd> chooses <kbd>Esc</kbd> leaves
      </span>
      <Button disabled={candidate === null} onClick={onChoose}>
        Choose
      </Button>
      <IconButton label="Leave relate mode" icon={X} onClick={onLeave} />
    </div>
  )
}

function Named({ label: { layer, number, title } }: { label: AnnotationLabel }) {
  return (
    <span className="relate-named">
      <LayerMark initial={layer.initial} colour={layer.colour} lineStyle={layer.lineStyle} />
      <b>{number}</b>
      <span>{title}</span>
    </span>
  )
}

/** Leaves relate mode for the annotation it began at. */
export function leaveRelateMode(): void {
  const { from, leave } = useRelate.getState()
  if (from !== null) useAnnotateStore.getState().focus(from)
  leave()
}
