import { X } from 'lucide-react'
import { quoteOf } from '../../../core/annotation/spans'
import type { AnnotationId } from '../../../core/project/ids'
import type { Study } from '../../../core/project/study'
import type { ShownPassages } from '../../persistence/study-view'
import { IconButton } from '../../ui/IconButton'

interface PassagesPaneProps {
  study: Study
  passages: ShownPassages
  onReveal(id: AnnotationId): void
  onClose(): void
}

/** The passages behind a figure. */
export function PassagesPane({ study, passages, onReveal, onClose }: PassagesPaneProps) {
  const wanted = new Set(passages.ids)
  const found = study.articles.flatMap(({ annotations }) => annotations.filter(({ id }) => wanted.has(id)))
  return (
    <aside className="passages" aria-label="Passages" data-pane="inspector">
      <h2>{passages.title}</h2>
      <IconButton label="Close passages" icon={X} onClick={onClose} />
      {found.map(annotation => (
        <button key={annotation.id} type="button" onClick={() => onReveal(annotation.id)}>
          {quoteOf(annotation)}
        </button>
      ))}
    </aside>
  )
}
