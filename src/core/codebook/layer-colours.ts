/** Colours a layer can have without further thought: the design's three, then hues that stay apart. */
export interface OfferedColour {
  /** What a layer's `colour` holds. */
  colour: string
  name: string
}

/**
 * After the palette of Okabe and Ito (2008), which readers with any of the common colour-vision deficiencies
 * can tell apart, darkened where needed: each has 3:1 against the light and the dark page, as one value serves
 * both. Line styles and initials say the same without colour.
 */
export const offeredColours: readonly [OfferedColour, ...OfferedColour[]] = [
  { colour: '#c4568f', name: 'Rose' },
  { colour: '#8467c9', name: 'Violet' },
  { colour: '#c8501e', name: 'Vermilion' },
  { colour: '#7d8518', name: 'Olive' },
  { colour: '#2f8ac4', name: 'Sky' },
  { colour: '#9a6a45', name: 'Brown' },
  { colour: '#7a8085', name: 'Slate' },
  { colour: 'claim', name: 'Blue' },
  { colour: 'perspective', name: 'Amber' },
  { colour: 'legal', name: 'Teal' }
]

/** The pages a layer's lines lie on (`renderer/styles/tokens.css`). */
const pages = [
  { paper: '#fcfcfb', name: 'light' },
  { paper: '#1c2022', name: 'dark' }
] as const

/** Below this, lines are hard to see (WCAG 2, non-text contrast). */
const leastContrast = 3

/** On which page a hex colour is hard to see, in words; null when it is seen on both. */
export function contrastProblem(colour: string): string | null {
  if (!colour.startsWith('#')) return null
  const weak = pages.filter(({ paper }) => contrast(colour, paper) < leastContrast)
  return weak.length === 0
    ? null
    : `Hard to see on the ${weak.map(page => page.name).join(' and the ')} page.`
}

/** WCAG 2 contrast of two colours as `#rrggbb`, 1–21. */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
