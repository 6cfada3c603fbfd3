/** A piece of a picture as plain data; a string is text. */
export type SvgNode = string | SvgElement

export interface SvgElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string | number>>
  readonly children: readonly SvgNode[]
}

/** An element: `svg('rect', { x: 0, width: 12 })`, `svg('text', { x: 4, y: 9 }, 'Supports')`. */
export function svg(
  name: string,
  attributes: Readonly<Record<string, string | number>> = {},
  ...children: readonly SvgNode[]
): SvgElement {
  return { name, attributes, children }
}

/** The picture's markup, with everything in it escaped. Numbers are written with two decimals at most. */
export function svgText(node: SvgNode): string {
  if (typeof node === 'string') return escapeXml(node)
  const attributes = Object.entries(node.attributes)
    .map(([name, value]) => ` ${name}="${typeof value === 'number' ? rounded(value) : escapeXml(value)}"`)
    .join('')
  if (node.children.length === 0) return `<${node.name}${attributes}/>`
  return `<${node.name}${attributes}>${node.children.map(svgText).join('')}</${node.name}>`
}

/** Text as XML and HTML take it, in content and in quoted attributes; characters that XML forbids are dropped. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

function rounded(value: number): string {
  return String(Math.round(value * 100) / 100)
}
