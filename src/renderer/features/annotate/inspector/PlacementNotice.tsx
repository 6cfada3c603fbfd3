import { TriangleAlert } from 'lucide-react'
import type { Annotation } from '../../../../core/project/entities'
import { Button } from '../../../ui/Button'
import './placement-notice.css'

interface PlacementNoticeProps {
  annotation: Annotation
  onConfirm(): void
}

/** Says that a correction of the text moved the annotation, until a person confirms its place. */
export function PlacementNotice({ annotation, onConfirm }: PlacementNoticeProps) {
  if (annotation.placement === undefined) return null
  return (
    <div className="placement-notice" role="note">
      <TriangleAlert size={15} aria-hidden="true" />
      <p>Moved by a correction. Is this still the passage?</p>
      <Button keys={['Y']} onClick={onConfirm}>
        Confirm
      </Button>
    </div>
  )
}
