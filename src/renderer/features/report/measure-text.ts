import type { TextFont } from '../../../core/report/figure'
import { fontFamilies } from '../../../core/report/text-node'

const context = new OffscreenCanvas(1, 1).getContext('2d')

/** The width of a line of text in px, in the fonts of the window. */
export function measureText(
  text: string,
  { family, size, weight = 400, isItalic = false }: TextFont
): number {
  // A window without a canvas would be one without pictures; half an em for each letter is near enough for it.
  if (context === null) return text.length * size * 0.5
  context.font = `${isItalic ? 'italic ' : ''}${weight} ${size}px ${fontFamilies[family]}`
  return context.measureText(text).width
}

/** Resolves when the fonts that are measured with are there. */
export async function fontsLoaded(): Promise<void> {
  const fonts = ['400 14px', '600 14px', 'italic 400 14px'].flatMap(style =>
    Object.values(fontFamilies).map(family => document.fonts.load(`${style} ${family}`))
  )
  await Promise.allSettled(fonts)
}
