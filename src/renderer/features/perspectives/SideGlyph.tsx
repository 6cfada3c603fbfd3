import { isFilled, sideShapes, type SideShape } from '../../../core/perspective/sides'

interface SideGlyphProps {
  shape: SideShape
  /** Pixels. */
  size?: number
}

/** Tells a side without colour. Decorative: its name stands beside it or in the label around it. */
export function SideGlyph({ shape, size = 11 }: SideGlyphProps) {
  const filled = isFilled(shape)
  return (
    <svg className="side-glyph" width={size} height={size} viewBox="0 0 12 12" aria-hidden="true">
      <path
        d={sideShapes[shape]}
        fill={filled ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth={filled ? 0 : 1.4}
      />
    </svg>
  )
}
