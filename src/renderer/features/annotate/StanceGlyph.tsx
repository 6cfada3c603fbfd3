import { sideShapes } from '../../../core/perspective/sides'
import type { CodebookOption } from '../../../core/project/codebook'

/** A stance as a shape, so that it does not depend on colour: ▲ supports, ◆ mixed, ▼ opposes, ○ otherwise. */
const shapes: Readonly<Record<string, string>> = {
  supports: sideShapes.up,
  opposes: sideShapes.down,
  mixed: sideShapes.diamond,
  neutral: 'M1.4 6h9.2',
  unclear: sideShapes.circle
}

/** Whether these options are stances, whatever their codebook calls the attribute. */
export function areStances(options: readonly CodebookOption[]): boolean {
  return options.length > 0 && options.every(option => Object.hasOwn(shapes, option.id))
}

/** Decorative: the stance's name stands beside it or in the label around it. */
export function StanceGlyph({ stance }: { stance: string }) {
  const isFilled = stance === 'supports' || stance === 'opposes'
  return (
    <svg className="stance-glyph" width="10" height="10" viewBox="0 0 12 12" aria-hidden="true">
      <path
        d={shapes[stance] ?? shapes['unclear']}
        fill={isFilled ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth={isFilled ? 0 : 1.4}
      />
    </svg>
  )
}
