import type { Layer } from '../../core/project/codebook'
import type { Lane } from '../../core/annotation/lanes'

/** Lines lie under one another; the third is drawn only while its annotation is focused or hovered. */
const laneOffsetsPx: Record<Lane, number> = { 0: 4, 1: 9, 2: 14 }
/** Of one stroke: all styles then look about 2–3 px heavy. */
const thicknessesPx: Record<Layer['lineStyle'], number> = { solid: 2, dotted: 3, double: 1, dashed: 2 }
const lanes: readonly Lane[] = [0, 1, 2]
const tokenPrefixes = new Map([
  ['claim', 'claim'],
  ['perspective', 'persp'],
  ['legal', 'legal']
])

export function lineHighlight(layerId: string, lane: Lane): string {
  return `line-${lane}-${layerId}`
}

/** The line of an annotation that is not among those asked for. */
export function dimHighlight(layerId: string, lane: Lane): string {
  return `dim-${lane}-${layerId}`
}

/** What a search in the article found, and the one of it that is looked at. */
export const findHighlight = 'find-hit'
export const foundHighlight = 'find-current'
/** A passage with a problem. */
export const problemHighlight = 'problem'
/** What focus mode takes back. */
export const shadeHighlight = 'focus-shade'

export function focusHighlight(layerId: string): string {
  return `focus-${layerId}`
}

export function hoverHighlight(layerId: string): string {
  return `hover-${layerId}`
}

/** A layer's line colour as CSS: a token of the design, or the codebook's own colour. */
export function layerLineColour(layer: Layer): string {
  const prefix = tokenPrefixes.get(layer.colour)
  return prefix === undefined ? layer.colour : `var(--${prefix}-line)`
}

/**
 * The `::highlight()` rules of a codebook's layers, in a constructed stylesheet: the content security
 * policy allows those, and no inline style. Colours are written out because a highlight does not see the
 * custom properties of the element it lies on in every Chromium we run in; so they follow the theme by hand.
 */
export class HighlightStyles {
  readonly #document: Document
  readonly #sheet: CSSStyleSheet
  readonly #stop: () => void
  #layers: readonly Layer[] = []

  constructor(document: Document) {
    this.#document = document
    this.#sheet = new CSSStyleSheet()
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.#sheet]
    this.#stop = onThemeChange(document, () => this.#write())
  }

  setLayers(layers: readonly Layer[]): void {
    this.#layers = layers
    this.#write()
  }

  destroy(): void {
    this.#stop()
    this.#document.adoptedStyleSheets = this.#document.adoptedStyleSheets.filter(
      sheet => sheet !== this.#sheet
    )
  }

  #write(): void {
    const root = getComputedStyle(this.#document.documentElement)
    this.#sheet.replaceSync(
      [...this.#layers.map(layer => layerRules(layer, root)), textRules(root)].join('\n')
    )
  }
}

function layerRules(layer: Layer, root: CSSStyleDeclaration): string {
  const line = layerColour(layer, root, 'line')
  const tint = layerColour(layer, root, 'tint')
  const dimmed = `color-mix(in srgb, ${line} 24%, ${root.getPropertyValue('--paper').trim() || 'transparent'})`
  const lineRule = (name: string, lane: Lane, colour: string) =>
    `${selector(name)} { text-decoration: underline ${layer.lineStyle} ${colour} ${thicknessesPx[layer.lineStyle]}px; ` +
    `text-underline-offset: ${laneOffsetsPx[lane]}px; text-decoration-skip-ink: none }`
  const lines = lanes.flatMap(lane => [
    lineRule(lineHighlight(layer.id, lane), lane, line),
    lineRule(dimHighlight(layer.id, lane), lane, dimmed)
  ])
  const tints = [hoverHighlight(layer.id), focusHighlight(layer.id)].map(
    name => `${selector(name)} { background-color: ${tint} }`
  )
  // Forced colours keep line styles and drop hues: the focused annotation then takes the system's marking.
  const forced =
    `@media (forced-colors: active) { ${selector(focusHighlight(layer.id))} ` +
    `{ background-color: Highlight; color: HighlightText } ` +
    lanes
      .map(
        lane =>
          `${selector(lineHighlight(layer.id, lane))} { text-decoration-color: CanvasText } ` +
          `${selector(dimHighlight(layer.id, lane))} { text-decoration-color: GrayText } `
      )
      .join('') +
    '}'
  return [...lines, ...tints, forced].join('\n')
}

/** Found words are ink on a mark of the page's own, so that no layer's hue is taken. */
function textRules(root: CSSStyleDeclaration): string {
  const token = (name: string, otherwise: string) => root.getPropertyValue(name).trim() || otherwise
  const shade = `color-mix(in srgb, ${token('--ink', 'currentcolor')} 30%, ${token('--paper', 'transparent')})`
  return [
    `${selector(shadeHighlight)} { color: ${shade} }`,
    // Readers know a wavy line as an error; no layer is drawn so.
    `${selector(problemHighlight)} { text-decoration: underline wavy ${token('--warn-line', 'currentcolor')} 1px; text-underline-offset: 4px }`,
    `${selector(findHighlight)} { background-color: ${token('--found', 'Mark')}; color: ${token('--ink', 'MarkText')} }`,
    `${selector(foundHighlight)} { background-color: ${token('--ink', 'Highlight')}; color: ${token('--on-ink', 'HighlightText')} }`,
    `@media (forced-colors: active) { ${selector(findHighlight)} { background-color: Mark; color: MarkText } ` +
      `${selector(foundHighlight)} { background-color: Highlight; color: HighlightText } ` +
      `${selector(shadeHighlight)} { color: GrayText } }`
  ].join('\n')
}

function layerColour(layer: Layer, root: CSSStyleDeclaration, part: 'line' | 'tint'): string {
  const prefix = tokenPrefixes.get(layer.colour)
  if (prefix !== undefined) return root.getPropertyValue(`--${prefix}-${part}`).trim() || 'currentcolor'
  return part === 'line' ? layer.colour : `color-mix(in srgb, ${layer.colour} 16%, transparent)`
}

function selector(name: string): string {
  return `::highlight(${CSS.escape(name)})`
}

function onThemeChange(document: Document, listener: () => void): () => void {
  const observer = new MutationObserver(listener)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'class'] })
  const queries = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)'].map(query => matchMedia(query))
  for (const query of queries) query.addEventListener('change', listener)
  return () => {
    observer.disconnect()
    for (const query of queries) query.removeEventListener('change', listener)
  }
}
