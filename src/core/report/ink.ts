import { isFilled, sideShapes, sideSigns, type Side } from '../perspective/sides'
import { svg, type SvgElement, type SvgNode } from './svg'

/** The tones of pictures: ink on white, told apart in grey and by printers. */
export const inks = {
  ink: '#1b2024',
  quiet: '#565d62',
  edge: '#858b8c',
  rule: '#c6cac6',
  shade: '#e9ebe8',
  paper: '#ffffff'
} as const

const lineWidth = 1.5
/** Four times the width of a line: a quarter of the surface is ink, whichever way the lines run. */
const spacing = 6

const turns = { rising: 45, standing: 0, falling: -45 } as const

/** The patterns that `hatchOf` refers to; a picture holds them once. */
export function hatchDefinitions(): SvgElement {
  const patterns = Object.entries(turns).map(([name, turn]) =>
    svg(
      'pattern',
      {
        id: `hatch-${name}`,
        width: spacing,
        height: spacing,
        patternUnits: 'userSpaceOnUse',
        patternTransform: `rotate(${turn})`
      },
      svg('rect', { width: spacing, height: spacing, fill: inks.paper }),
      svg('rect', { width: lineWidth, height: spacing, fill: inks.ink })
    )
  )
  return svg('defs', {}, ...patterns)
}

/** What a surface of this side is filled with. Of the unclear it is plain paper, so that it needs an outline. */
export function hatchOf(side: Side): string {
  const { hatch } = sideSigns[side]
  return hatch === 'none' ? inks.paper : `url(#hatch-${hatch})`
}

/** The shape of a side with its upper left corner at a point, in a box of 12 px unless told otherwise. */
export function sideGlyph(side: Side, x: number, y: number, size = 12): SvgNode {
  const { shape } = sideSigns[side]
  return svg('path', {
    d: sideShapes[shape],
    transform: `translate(${x} ${y}) scale(${size / 12})`,
    fill: isFilled(shape) ? inks.ink : inks.paper,
    stroke: inks.ink,
    'stroke-width': isFilled(shape) ? 0 : 1.4
  })
}
