import { legendOf } from './timeline-legend'
import type { Study } from '../project/study'
import type { Drawing, DrawingKit, Figure, TextFont } from '../report/figure'
import { inks } from '../report/ink'
import { svg, type SvgNode } from '../report/svg'
import { textNode } from '../report/text-node'
import { eventOrderOf } from './event-order'
import { mergedEventsOf } from './same-event'
import { stretchOf, ticksOf, timeScale, type TimeScale } from './time-axis'
import { eventLanes, type LaneGrouping } from './timeline-lanes'
import { barParts, layOutTimeline, placeLinks, type PlacedItem, type PlacedLane } from './timeline-layout'
import { countEvents, timelineTable } from './timeline-table'

const nameWidth = 200
const axisHeight = 30
const label: TextFont = { family: 'ui', size: 12 }
const small: TextFont = { family: 'ui', size: 11 }

const groupings: Readonly<Record<LaneGrouping, string>> = { case: 'case', court: 'court', actor: 'party' }

/** The timeline as a picture: everything that has a date, in lanes. */
export function timelineFigure(study: Study, grouping: LaneGrouping): Figure {
  const { all, dated } = countEvents(study)
  const { contradictions } = eventOrderOf(study)
  return {
    id: 'timeline',
    title: 'Legal timeline',
    subtitle: `${dated} dated of ${all} events in ${articlesOf(study)}, in lanes by ${groupings[grouping]}`,
    legend: legendOf(),
    draw: kit => drawTimeline(study, grouping, kit),
    table: timelineTable(study),
    method: [
      'Reports joined by same-event relations are one event; its date is the most precise of those reported.',
      'Dates are EDTF level 1. A day is a dot, anything longer a bar; what is about or uncertain has soft ends as wide as it may be off (one of its own unit, a week for a day); open ends fade out.',
      'The table is in the order in which things happened: one event is before another only when its last possible day lies before the other’s first (interval order, Fishburn 1970) or relations say so; otherwise by the first day named, then as told.',
      ...(contradictions.length === 0
        ? []
        : [`${contradictions.length} orders that relations state cannot be, and were set aside.`])
    ],
    passages: mergedEventsOf(study).flatMap(({ reports }) => reports.map(({ annotation }) => annotation.id))
  }
}

function articlesOf({ articles }: Study): string {
  return articles.length === 1 ? 'one article' : `${articles.length} articles`
}

function drawTimeline(study: Study, grouping: LaneGrouping, kit: DrawingKit): Drawing {
  const lanes = eventLanes(study, grouping)
  const whole = stretchOf(lanes.flatMap(({ items }) => items.map(({ drawn }) => drawn)))
  if (whole === null) return { width: kit.width, height: 0, content: [] }
  const scale = timeScale(whole, kit.width - nameWidth - 8)
  const layout = layOutTimeline(lanes, scale, text => kit.measure(text, label))
  const eventOf = new Map(
    mergedEventsOf(study).flatMap(event => event.reports.map(one => [one.annotation.id, event.id] as const))
  )
  const links = placeLinks(layout, study.relations, id => eventOf.get(id)).map(({ x1, y1, x2, y2 }) => {
    const middle = (y1 + y2) / 2 - (Math.abs(y1 - y2) < 4 ? 24 : 0)
    const d = `M${x1} ${y1}C${x1} ${middle} ${x2} ${middle} ${x2} ${y2}`
    return svg('path', { d, fill: 'none', stroke: inks.rule, 'stroke-width': 1 })
  })
  const sheet = svg(
    'g',
    { transform: `translate(${nameWidth} ${axisHeight})` },
    ...axis(scale, layout.height),
    ...links,
    ...layout.lanes.flatMap(lane => drawLane(lane, scale, kit))
  )
  return {
    width: kit.width,
    height: layout.height + axisHeight + 4,
    content: [fades(), sheet]
  }
}

function fades(): SvgNode {
  const stop = (offset: number, opacity: number) =>
    svg('stop', { offset, 'stop-color': inks.ink, 'stop-opacity': opacity })
  return svg(
    'defs',
    {},
    svg('linearGradient', { id: 'timeline-rises' }, stop(0, 0), stop(1, 1)),
    svg('linearGradient', { id: 'timeline-fades' }, stop(0, 1), stop(1, 0))
  )
}

function axis(scale: TimeScale, height: number): readonly SvgNode[] {
  return ticksOf(scale, 58).flatMap(({ day, label: text }) => [
    svg('line', { x1: scale.x(day), x2: scale.x(day), y1: 0, y2: height, stroke: inks.shade }),
    textNode(text, { x: scale.x(day), y: -10, font: small, anchor: 'middle', fill: inks.quiet })
  ])
}

function drawLane({ lane, top, height, placed, clusters }: PlacedLane, scale: TimeScale, kit: DrawingKit) {
  const nodes: SvgNode[] = [
    svg('line', { x1: -nameWidth, x2: scale.width, y1: 0, y2: 0, stroke: inks.rule }),
    textNode(cut(lane.title, nameWidth - 16, kit, { ...label, weight: 600 }), {
      x: -nameWidth,
      y: 20,
      font: { ...label, weight: 600 }
    }),
    textNode(cut(lane.subtitle, nameWidth - 16, kit, small), {
      x: -nameWidth,
      y: 36,
      font: small,
      fill: inks.quiet
    }),
    ...placed.flatMap(one => drawMark(one, scale)),
    ...clusters.flatMap(({ x1, x2, y, words }) => [
      svg('rect', {
        x: x1,
        y: y - 9,
        width: x2 - x1,
        height: 18,
        rx: 9,
        fill: inks.shade,
        stroke: inks.edge
      }),
      textNode(words, { x: (x1 + x2) / 2, y: y + 4, font: label, anchor: 'middle' })
    ])
  ]
  const { course } = lane
  if (course !== null) {
    const x1 = scale.x(course.from)
    const x2 = course.until === null ? scale.width : Math.min(scale.width, scale.x(course.until))
    const fill = course.until === null ? 'url(#timeline-fades)' : inks.edge
    nodes.push(svg('rect', { x: x1, y: height - 6, width: Math.max(0, x2 - x1), height: 1.5, fill }))
    if (course.until === null)
      nodes.push(
        textNode(course.words, {
          x: scale.width,
          y: height - 10,
          font: { family: 'read', size: 12, isItalic: true },
          anchor: 'end',
          fill: inks.quiet
        })
      )
  }
  return [svg('g', { transform: `translate(0 ${top})` }, ...nodes)]
}

function cut(text: string, width: number, kit: DrawingKit, font: TextFont): string {
  if (kit.measure(text, font) <= width) return text
  let length = text.length
  while (length > 1 && kit.measure(`${text.slice(0, length)}…`, font) > width) length -= 1
  return `${text.slice(0, length).trimEnd()}…`
}

function drawMark({ item, x1, y, label: at }: PlacedItem, scale: TimeScale): readonly SvgNode[] {
  const isHollow = item.look === 'hollow'
  const mark =
    item.drawn.shape === 'dot'
      ? [
          svg('circle', {
            cx: x1,
            cy: y,
            r: 4.6,
            fill: isHollow ? inks.paper : inks.ink,
            stroke: inks.ink,
            ...(isHollow ? { 'stroke-dasharray': '2 1.5' } : {})
          })
        ]
      : barParts(item, scale).map(({ kind, x, width }) =>
          svg('rect', {
            x,
            y: y - 4,
            width,
            height: 8,
            fill: kind === 'solid' ? inks.ink : `url(#timeline-${kind})`,
            ...(isHollow ? { 'fill-opacity': 0.25 } : {})
          })
        )
  if (at === null) return mark
  const font: TextFont = isHollow ? { ...label, isItalic: true } : label
  return [...mark, textNode(item.title, { x: at.x, y: at.y + 4, font, anchor: at.anchor })]
}
