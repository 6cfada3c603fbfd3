/** Prefixes of the design tokens behind a layer's colour name; any other colour is a CSS hex colour. */
const tokenPrefixes: Readonly<Record<string, string>> = {
  claim: 'claim',
  perspective: 'persp',
  legal: 'legal'
}

/** The colour of a layer's lines as CSS resolves it now: a token's value from `style`, or the hex itself. */
export function colourToken(colour: string, style: CSSStyleDeclaration): string {
  const prefix = tokenPrefixes[colour]
  return prefix === undefined ? colour : style.getPropertyValue(`--${prefix}-line`).trim()
}

/** The colour of a layer's lines as a CSS value that follows the theme. */
export function lineColour(colour: string): string {
  const prefix = tokenPrefixes[colour]
  return prefix === undefined ? colour : `var(--${prefix}-line)`
}

/** The colour of words in a layer's hue, dark enough to read. */
export function textColour(colour: string): string {
  const prefix = tokenPrefixes[colour]
  return prefix === undefined ? `color-mix(in oklab, ${colour} 62%, var(--ink))` : `var(--${prefix}-text)`
}
