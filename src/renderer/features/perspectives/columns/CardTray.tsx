import { X } from 'lucide-react'
import { sideOf, sideSigns } from '../../../../core/perspective/sides'
import { cardWords } from '../../../../core/perspective/card-words'
import type { Perspective } from '../../../../core/perspective/perspective'
import type { AnnotationId } from '../../../../core/project/ids'
import type { Study } from '../../../../core/project/study'
import { Button } from '../../../ui/Button'
import { IconButton } from '../../../ui/IconButton'
import { SideGlyph } from '../SideGlyph'
import { Quotation } from './PerspectiveCard'

interface CardTrayProps {
  study: Study
  /** In the order they were put here. */
  perspectives: readonly Perspective[]
  onRemove(id: AnnotationId): void
  onClear(): void
  onShow(id: AnnotationId): void
}

/** Perspectives side by side, wherever they stand in the columns. */
export function CardTray({ study, perspectives, onRemove, onClear, onShow }: CardTrayProps) {
  if (perspectives.length === 0) return null
  return (
    <section className="card-tray" aria-label="Compared perspectives">
      <header>
        <h2>
          Compared <em>{perspectives.length}</em>
        </h2>
        <Button look="quiet" onClick={onClear}>
          Clear
        </Button>
      </header>
      <ul>
        {perspectives.map(perspective => {
          const { id } = perspective.annotation
          const words = cardWords(study, perspective)
          const side = sideOf(perspective.stance)
          return (
            <li key={id}>
              <Quotation perspective={perspective} />
              <p className="card-meta">
                <b>{words.holder}</b>
                {words.role !== null && <span>{words.role}</span>}
                {words.stance !== null && (
                  <span className="card-stance">
                    {side !== null && <SideGlyph shape={sideSigns[side].shape} size={9} />}
                    {words.stance}
                  </span>
                )}
                <span className="card-place">
                  <button type="button" onClick={() => onShow(id)} title="Show its card">
                    ¶{perspective.place.paragraph}
                  </button>
                </span>
              </p>
              <IconButton
                label={`Remove ${words.holder} from comparison`}
                icon={X}
                onClick={() => onRemove(id)}
              />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
