/** Shapes that tell a side without colour: ▲ ◆ ○ ▼. The hollow ones take no side, or both. */
const shapes = {
  up: 'M6 1.6 11 10.4H1Z',
  diamond: 'M6 .8 11.2 6 6 11.2.8 6Z',
  circle: 'M6 1.4a4.6 4.6 0 1 1 0 9.2a4.6 4.6 0 0 1 0-9.2Z',
  down: 'M6 10.4 1 1.6h10Z'
} as const

interface SideGlyphProps {
  shape: keyof typeof shapes
  /** Pixels. */
  size?: number
}

/** Decorative: the side's name stands beside it or in the label around it. */
export function SideGlyph({ shape, size = 11 }: SideGlyphProps) {
  const isFilled = shape === 'up' || shape === 'down'
  return (
    <svg className="side-glyph" width={size} height={size} viewBox="0 0 12 12" aria-hidden="true">
      <path
        d={shapes[shape]}
        fill={isFilled ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth={isFilled ? 0 : 1.4}
      />
    </svg>
  )
}
