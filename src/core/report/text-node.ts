import type { TextFont } from './figure'
import { inks } from './ink'
import { svg, type SvgElement } from './svg'

/** The two families by name, each with what stands in for it where it is missing. */
export const fontFamilies: Readonly<Record<TextFont['family'], string>> = {
  ui: "'Inter Variable', Inter, system-ui, sans-serif",
  read: "'Source Serif 4 Variable', 'Source Serif 4', Georgia, serif"
}

interface TextPlace {
  x: number
  /** Of the base line. */
  y: number
  font: TextFont
  anchor?: 'start' | 'middle' | 'end'
  fill?: string
}

/** One line of text in a picture. */
export function textNode(
  text: string,
  { x, y, font, anchor = 'start', fill = inks.ink }: TextPlace
): SvgElement {
  return svg(
    'text',
    {
      x,
      y,
      'font-family': fontFamilies[font.family],
      'font-size': font.size,
      ...(font.weight === undefined ? {} : { 'font-weight': font.weight }),
      ...(font.isItalic === true ? { 'font-style': 'italic' } : {}),
      ...(anchor === 'start' ? {} : { 'text-anchor': anchor }),
      fill
    },
    text
  )
}
