import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?inline'
import serifItalic from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2?inline'
import serif from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?inline'

/**
 * The fonts of pictures and reports as rules that carry them along, so that they look the same wherever they are
 * opened. Latin letters only; others are set in a font of the reader's own.
 */
export const fontCss = [
  face('Inter Variable', 'normal', inter),
  face('Source Serif 4 Variable', 'normal', serif),
  face('Source Serif 4 Variable', 'italic', serifItalic)
].join('')

function face(family: string, style: string, data: string): string {
  return `@font-face{font-family:'${family}';font-style:${style};font-weight:200 900;src:url(${data}) format('woff2')}`
}
