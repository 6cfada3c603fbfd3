import type { DrawingKit, Figure, TextFont } from './figure'
import { hatchDefinitions, inks } from './ink'
import { svg, svgText, type SvgElement, type SvgNode } from './svg'
import { textNode } from './text-node'
import { wrapText } from './wrap-text'

/** Of a picture that is saved, in px. */
export const pictureWidth = 1200
const margin = 36
const signSize = 14

const titleFont: TextFont = { family: 'read', size: 24, weight: 600 }
const subtitleFont: TextFont = { family: 'ui', size: 13 }
const legendFont: TextFont = { family: 'ui', size: 12 }
const noteFont: TextFont = { family: 'ui', size: 11 }

export interface PictureOptions {
  /** Style sheet put into the picture, as for embedded fonts; empty for none. */
  css?: string
  /** False where the hatches are defined elsewhere in the same document. */
  hasDefinitions?: boolean
  /** False where title and method stand in the text around it. */
  hasWords?: boolean
}

export interface Picture {
  /** In px. */
  readonly width: number
  readonly height: number
  readonly root: SvgElement
}

/** A figure with title, legend and method as one SVG element, on white. */
export function composePicture(
  figure: Figure,
  measure: DrawingKit['measure'],
  options: PictureOptions = {}
): Picture {
  const { css = '', hasDefinitions = true, hasWords = true } = options
  const inner = pictureWidth - 2 * margin
  const nodes: SvgNode[] = []
  let y = margin
  const lines = (text: string, font: TextFont, lineHeight: number, fill: string) => {
    for (const line of wrapText(text, font, inner, measure)) {
      y += lineHeight
      nodes.push(textNode(line, { x: margin, y: y - lineHeight * 0.25, font, fill }))
    }
  }
  if (hasWords) {
    lines(figure.title, titleFont, 32, inks.ink)
    lines(figure.subtitle, subtitleFont, 20, inks.quiet)
    y += 16
  }
  const drawing = figure.draw({ width: inner, measure })
  nodes.push(svg('g', { transform: `translate(${margin} ${y})` }, ...drawing.content))
  y += drawing.height + 20
  const legend = legendNodes(figure, inner, measure)
  nodes.push(svg('g', { transform: `translate(${margin} ${y})` }, ...legend.nodes))
  y += legend.height
  if (hasWords) {
    y += 8
    for (const sentence of figure.method) lines(sentence, noteFont, 16, inks.quiet)
  }
  const height = Math.ceil(y + margin)
  const root = svg(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: pictureWidth,
      height,
      viewBox: `0 0 ${pictureWidth} ${height}`,
      role: 'img'
    },
    svg('title', {}, figure.title),
    svg('desc', {}, [figure.subtitle, ...figure.method].join(' ')),
    ...(css === '' ? [] : [svg('style', {}, css)]),
    ...(hasDefinitions ? [hatchDefinitions()] : []),
    svg('rect', { width: pictureWidth, height, fill: inks.paper }),
    ...nodes
  )
  return { width: pictureWidth, height, root }
}

/** A figure as an SVG file. */
export function pictureFile(figure: Figure, measure: DrawingKit['measure'], css = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${svgText(composePicture(figure, measure, { css }).root)}\n`
}

/** Signs and their meanings one after another, in as many lines as they need. */
function legendNodes({ legend }: Figure, width: number, measure: DrawingKit['measure']) {
  const nodes: SvgNode[] = []
  let x = 0
  let y = 0
  for (const { sign, label } of legend) {
    const wide = signSize + 8 + measure(label, legendFont)
    if (x > 0 && x + wide > width) {
      x = 0
      y += 22
    }
    nodes.push(
      svg('g', { transform: `translate(${x} ${y})` }, sign),
      textNode(label, { x: x + signSize + 8, y: y + 11, font: legendFont, fill: inks.quiet })
    )
    x += wide + 24
  }
  return { nodes, height: legend.length === 0 ? 0 : y + 22 }
}
