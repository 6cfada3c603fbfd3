const widths = new Map<string, number>()
let pen: CanvasRenderingContext2D | null | undefined

/** The width in px of a label on the timeline, in the font that `timeline.css` gives it. */
export function measureLabel(label: string): number {
  const known = widths.get(label)
  if (known !== undefined) return known
  pen ??= document.createElement('canvas').getContext('2d')
  // About half as wide as high, should there be no canvas.
  if (pen === null) return label.length * 6.5
  pen.font = "500 12.5px 'Inter Variable', system-ui, sans-serif"
  const width = pen.measureText(label).width
  if (widths.size > 20_000) widths.clear()
  widths.set(label, width)
  return width
}
