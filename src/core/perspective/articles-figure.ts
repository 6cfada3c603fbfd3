import type { StudyArticle } from '../project/study'
import type { Drawing, DrawingKit, Figure, TextFont } from '../report/figure'
import { inks } from '../report/ink'
import { svg, type SvgNode } from '../report/svg'
import { textNode } from '../report/text-node'
import { cutText } from '../report/wrap-text'
import { comparedKinds, startOf, whereIs, type ComparedKind, type ComparedThing } from './compare-articles'

export const kindNames: Readonly<Record<ComparedKind, string>> = {
  actor: 'Actors',
  issue: 'Issues',
  event: 'Legal events',
  case: 'Cases',
  text: 'Wording'
}

/** The title, and which revision where both are of one article. */
export function comparedTitles(a: StudyArticle, b: StudyArticle): readonly [string, string] {
  const isOneArticle = a.article.id === b.article.id
  const title = ({ article, revision }: StudyArticle) =>
    isOneArticle ? `${article.title}, revision ${revision.number}` : article.title
  return [title(a), title(b)]
}

/** What two texts have in common and what one of them leaves out, as a picture and a table. */
export function articlesFigure(things: readonly ComparedThing[], a: StudyArticle, b: StudyArticle): Figure {
  const titles = comparedTitles(a, b)
  const both = things.filter(thing => whereIs(thing) === 'both').length
  return {
    id: 'articles-side-by-side',
    title: 'Articles side by side',
    subtitle: `${titles[0]} · ${titles[1]} · ${both} of ${things.length} in both`,
    legend: [
      { sign: svg('circle', { cx: 6, cy: 7, r: 4, fill: inks.ink }), label: 'In this text' },
      {
        sign: svg('circle', { cx: 6, cy: 7, r: 4, fill: inks.paper, stroke: inks.edge, 'stroke-width': 1 }),
        label: 'Left out'
      }
    ],
    draw: kit => draw(things, titles, kit),
    table: {
      columns: [
        { title: 'Name' },
        { title: 'Kind' },
        { title: 'Where' },
        { title: `Passages in ${titles[0]}`, isNumber: true },
        { title: `Passages in ${titles[1]}`, isNumber: true }
      ],
      rows: things.map(thing => {
        const where = { both: 'In both', a: `Only in ${titles[0]}`, b: `Only in ${titles[1]}` }[
          whereIs(thing)
        ]
        return [thing.name, kindNames[thing.kind], where, thing.inA.length, thing.inB.length]
      })
    },
    method: [
      'An actor, issue or case is in a text when an annotation there names it.',
      'Two reports are of the same event when a relation says so, or when their type and case are equal and their dates can be the same day.',
      'What a text leaves out is what nobody coded there.'
    ],
    passages: passagesOf(things)
  }
}

function passagesOf(things: readonly ComparedThing[]): Figure['passages'] {
  const inOrder = (side: 'inA' | 'inB') =>
    things
      .flatMap(thing => thing[side])
      .sort((one, other) => startOf(one) - startOf(other))
      .flatMap(({ annotation }) => annotation ?? [])
  return [...new Set([...inOrder('inA'), ...inOrder('inB')])]
}

const fonts = {
  head: { family: 'ui', size: 12, weight: 600 },
  name: { family: 'ui', size: 12 },
  count: { family: 'ui', size: 11 }
} as const satisfies Record<string, TextFont>
const rowHeight = 22

/** A row for each, a dot under each text that has it, and how many passages. */
function draw(things: readonly ComparedThing[], titles: readonly [string, string], kit: DrawingKit): Drawing {
  const nameWidth = Math.round(kit.width * 0.44)
  const half = (kit.width - nameWidth) / 2
  const nodes: SvgNode[] = titles.map((title, i) =>
    textNode(cutText(title, fonts.head, half - 12, kit.measure), {
      x: nameWidth + i * half,
      y: 15,
      font: fonts.head
    })
  )
  let y = rowHeight
  const row = (text: string, font: TextFont, x: number) => {
    nodes.push(textNode(cutText(text, font, nameWidth - x - 10, kit.measure), { x, y: y + 15, font }))
    y += rowHeight
    nodes.push(svg('line', { x1: 0, x2: kit.width, y1: y, y2: y, stroke: inks.rule, 'stroke-width': 1 }))
  }
  for (const kind of comparedKinds) {
    const own = things.filter(thing => thing.kind === kind)
    if (own.length === 0) continue
    row(kindNames[kind], fonts.head, 0)
    for (const { name, inA, inB } of own) {
      nodes.push(...dot(inA.length, nameWidth, y), ...dot(inB.length, nameWidth + half, y))
      row(name, fonts.name, 10)
    }
  }
  return { width: kit.width, height: y, content: nodes }
}

function dot(count: number, x: number, y: number): readonly SvgNode[] {
  const at = { cx: x + 6, cy: y + 11, r: 4 }
  if (count === 0) return [svg('circle', { ...at, fill: inks.paper, stroke: inks.edge, 'stroke-width': 1 })]
  return [
    svg('circle', { ...at, fill: inks.ink }),
    textNode(String(count), { x: x + 18, y: y + 15, font: fonts.count })
  ]
}
