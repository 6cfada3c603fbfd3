import type { Study } from '../project/study'
import type { Drawing, DrawingKit, Figure, TextFont } from '../report/figure'
import { inks } from '../report/ink'
import { svg, type SvgNode } from '../report/svg'
import { textNode } from '../report/text-node'
import { eventWordsOf } from './event-words'
import { layOutStory } from './story-layout'
import type { StoryOrder } from './story-order'
import { missingInWords, silenceInWords, storySummary } from './story-words'
import { stretchOf, ticksOf, timeScale } from './time-axis'
import { storyOrderTable } from './timeline-table'

const height = 220
const nameWidth = 120
const top = 34
const small: TextFont = { family: 'ui', size: 11 }
const label: TextFont = { family: 'ui', size: 12, weight: 600 }

/** The order of an article's telling against the order of what happened, as a slope chart. */
export function storyOrderFigure(study: Study, story: StoryOrder): Figure {
  const { pairs, told, of } = story
  const count = (kind: string) => told.filter(({ anachrony }) => anachrony === kind).length
  const words = eventWordsOf(study)
  return {
    id: 'story-order',
    title: 'The story’s order',
    subtitle: `${told.length} dated events of “${of.article.title}”: ${count('flashback')} flashbacks, ${count('flash-forward')} flash-forwards`,
    legend: [
      { sign: sign({}), label: 'on the main line' },
      { sign: sign({ 'stroke-dasharray': '5 2' }), label: 'flashback or flash-forward' }
    ],
    draw: kit => drawStory(story, kit),
    table: storyOrderTable(study, story),
    method: [
      storySummary(story),
      `τ is Kendall’s (1938) rank correlation over the pairs that can be ordered (${pairs.agreeing} told as they happened, ${pairs.inverted} the other way round), which is Goodman and Kruskal’s (1954) gamma; ${pairs.unordered} pairs cannot be ordered and are left out.`,
      'Flashbacks and flash-forwards are Genette’s (1972) anachronies: events beside the longest run of events told as they happened, that certainly happened before something on it told earlier, or after something on it told later.',
      'Events told as planned, asked for, hypothetical or denied are left out; of several reports in the article the first counts.',
      ...story.silences.map(silence => {
        const around = `between “${words.title(silence.before)}” and “${words.title(silence.after)}”`
        return `${silenceInWords(silence)}, ${around}.`
      }),
      ...missingInWords(study, story).map(missing => `Not told: ${missing}.`)
    ],
    passages: told.map(({ event }) => reportIn(story, event.reports))
  }
}

function reportIn(
  { of }: StoryOrder,
  reports: StoryOrder['told'][number]['event']['reports']
): (typeof reports)[0]['annotation']['id'] {
  return (reports.find(({ place }) => place.of === of) ?? reports[0]).annotation.id
}

function sign(more: Record<string, string>): SvgNode {
  return svg('path', { d: 'M0 10C8 10 16 2 24 2', fill: 'none', stroke: inks.ink, ...more })
}

function drawStory(story: StoryOrder, kit: DrawingKit): Drawing {
  const whole = stretchOf(story.told.map(({ drawn }) => drawn))
  if (whole === null) return { width: kit.width, height: 0, content: [] }
  const scale = timeScale(whole, kit.width - nameWidth - 8)
  const { lines, paragraphs } = layOutStory(story, scale, height)
  const axis = (y: number) => svg('line', { x1: 0, x2: scale.width, y1: y, y2: y, stroke: inks.rule })
  const nodes: SvgNode[] = [
    axis(0),
    axis(height),
    ...ticksOf(scale, 58).map(({ day, label: text }) =>
      textNode(text, { x: scale.x(day), y: -12, font: small, anchor: 'middle', fill: inks.quiet })
    ),
    ...lines.flatMap(({ told, d, xHappened, xTold }) => [
      svg('path', {
        d,
        fill: 'none',
        stroke: told.anachrony === null ? inks.edge : inks.ink,
        ...(told.anachrony === null ? {} : { 'stroke-dasharray': '5 2' })
      }),
      ...(xHappened === null ? [] : [svg('circle', { cx: xHappened, cy: 0, r: 2.6, fill: inks.ink })]),
      svg('circle', { cx: xTold, cy: height, r: 2.6, fill: inks.ink })
    ]),
    ...paragraphs.map(({ x, paragraph }) =>
      textNode(`¶${paragraph}`, { x, y: height + 18, font: small, anchor: 'middle', fill: inks.quiet })
    )
  ]
  return {
    width: kit.width,
    height: height + top + 26,
    content: [
      textNode('As it happened', { x: 0, y: top + 4, font: label }),
      textNode('As it is told', { x: 0, y: top + height + 4, font: label }),
      svg('g', { transform: `translate(${nameWidth} ${top})` }, ...nodes)
    ]
  }
}
