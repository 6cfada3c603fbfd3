import type { Issue } from '../project/entities'
import type { Study } from '../project/study'
import type { Drawing, DrawingKit, Figure, TextFont } from '../report/figure'
import { hatchOf, inks, sideGlyph } from '../report/ink'
import { svg, type SvgNode } from '../report/svg'
import { textNode } from '../report/text-node'
import { cutText } from '../report/wrap-text'
import { countsInWords } from './counts-in-words'
import { cueVerbMethod, cueVerbs } from './cue-verbs'
import type { Perspective } from './perspective'
import { verbClassNames } from './reporting-verbs'
import { sides, sideSigns, type Side } from './sides'
import { speakingStrips, type SpeakingStrip } from './speaking-strip'
import {
  voiceMeasures,
  voiceShare,
  voiceShareMethod,
  type VoiceMeasure,
  type VoiceShare
} from './voice-share'

const measureTitles: Readonly<Record<VoiceMeasure, string>> = {
  side: 'Words by stance',
  role: 'Words by role',
  actor: 'Words by actor',
  anonymity: 'Words of the named and the anonymous',
  form: 'Words quoted directly and indirectly'
}

const nameFont: TextFont = { family: 'ui', size: 12 }
const numberFont: TextFont = { family: 'ui', size: 12, weight: 600 }
const rowHeight = 24
const nameWidth = 240

/** Who speaks how much, where, and with which verbs: a figure each. `issue` is null for all. */
export function voiceShareFigures(
  study: Study,
  perspectives: readonly Perspective[],
  issue: Issue | null
): readonly Figure[] {
  if (perspectives.length === 0) return []
  const about = issue === null ? '' : `${issue.question} `
  const subtitle = `${about}${countsInWords(study, perspectives)}`
  const passages = perspectives.map(({ annotation }) => annotation.id)
  const legend = sideLegend(perspectives)
  return [
    ...voiceMeasures.map(measure => {
      const share = voiceShare(study, perspectives, measure)
      return {
        id: `voice-share-by-${measure}`,
        title: measureTitles[measure],
        subtitle,
        legend: measure === 'side' ? legend : [],
        draw: (kit: DrawingKit) => drawShare(share, kit),
        table: shareTable(share),
        method: voiceShareMethod(share),
        passages
      }
    }),
    stripFigure(perspectives, subtitle, legend),
    verbFigure(perspectives, subtitle)
  ]
}

function sideLegend(perspectives: readonly Perspective[]): Figure['legend'] {
  const there = new Set(speakingStrips(perspectives).flatMap(({ marks }) => marks.map(({ side }) => side)))
  return sides
    .filter(side => there.has(side))
    .map(side => ({ sign: sideGlyph(side, 0, 1), label: sideSigns[side].name }))
}

function drawShare({ groups }: VoiceShare, { width, measure }: DrawingKit): Drawing {
  const most = Math.max(...groups.map(({ shareOfWords }) => shareOfWords), Number.MIN_VALUE)
  const room = width - nameWidth - 190
  const content = groups.flatMap(({ name, side, words, passages, shareOfWords }, i): SvgNode[] => {
    const y = i * rowHeight
    const fill = side === null ? inks.edge : hatchOf(side)
    const long = (shareOfWords / most) * room
    return [
      textNode(cutText(name, nameFont, nameWidth - 16, measure), { x: 0, y: y + 15, font: nameFont }),
      svg('rect', {
        x: nameWidth,
        y: y + 5,
        width: long,
        height: 12,
        fill,
        stroke: inks.quiet,
        'stroke-width': 0.75
      }),
      textNode(`${Math.round(shareOfWords * 100)}%`, {
        x: nameWidth + long + 8,
        y: y + 15,
        font: numberFont
      }),
      textNode(`${words.toLocaleString('en')} words in ${passages.toLocaleString('en')}`, {
        x: nameWidth + long + 50,
        y: y + 15,
        font: nameFont,
        fill: inks.quiet
      })
    ]
  })
  return { width, height: groups.length * rowHeight, content }
}

function shareTable({ groups }: VoiceShare): Figure['table'] {
  const number = (title: string) => ({ title, isNumber: true })
  return {
    columns: [
      { title: 'Group' },
      number('Words'),
      number('Percent of words'),
      number('Passages'),
      number('Percent of passages')
    ],
    rows: groups.map(({ name, words, passages, shareOfWords, shareOfPassages }) => [
      name,
      words,
      tenths(shareOfWords),
      passages,
      tenths(shareOfPassages)
    ])
  }
}

function stripFigure(
  perspectives: readonly Perspective[],
  subtitle: string,
  legend: Figure['legend']
): Figure {
  const strips = speakingStrips(perspectives)
  return {
    id: 'where-sides-speak',
    title: 'Where in the article each side speaks',
    subtitle,
    legend,
    draw: kit => drawStrips(strips, kit),
    table: {
      columns: [
        { title: 'Article' },
        { title: 'Stance' },
        { title: 'From, percent of the text', isNumber: true },
        { title: 'To, percent of the text', isNumber: true }
      ],
      rows: strips.flatMap(({ of, marks }) =>
        marks.map(({ side, from, to }) => [of.article.title, nameOf(side), tenths(from), tenths(to)])
      )
    },
    method: ['Each tick is a piece of a passage, placed by its characters over the length of the text.'],
    passages: perspectives.map(({ annotation }) => annotation.id)
  }
}

function drawStrips(strips: readonly SpeakingStrip[], { width, measure }: DrawingKit): Drawing {
  const content: SvgNode[] = []
  let y = 0
  for (const { of, marks } of strips) {
    content.push(
      textNode(cutText(of.article.title, numberFont, width, measure), { x: 0, y: y + 14, font: numberFont })
    )
    y += 22
    for (const side of [...sides, null]) {
      const own = marks.filter(mark => mark.side === side)
      if (own.length === 0) continue
      const long = width - nameWidth
      if (side !== null) content.push(sideGlyph(side, 0, y + 3, 11))
      content.push(
        textNode(nameOf(side), { x: 18, y: y + 13, font: nameFont, fill: inks.quiet }),
        svg('path', { d: `M${nameWidth} ${y + 9}H${width}`, stroke: inks.rule })
      )
      for (const { from, to } of own)
        content.push(
          svg('rect', {
            x: nameWidth + from * long,
            y: y + 3,
            width: Math.max((to - from) * long, 1.5),
            height: 12,
            fill: inks.quiet
          })
        )
      y += 20
    }
    y += 10
  }
  return { width, height: y, content }
}

function verbFigure(perspectives: readonly Perspective[], subtitle: string): Figure {
  const rows = cueVerbs(perspectives).flatMap(({ side, verbs, withoutCue }) => [
    ...verbs.map(({ lemma, verbClass, ids }) => ({
      side,
      lemma,
      verbClass: verbClass === null ? 'not classed' : verbClassNames[verbClass],
      count: ids.length
    })),
    ...(withoutCue.length === 0
      ? []
      : [{ side, lemma: 'no cue marked', verbClass: '', count: withoutCue.length }])
  ])
  return {
    id: 'verbs-of-saying',
    title: 'Verbs of saying by stance',
    subtitle,
    legend: [],
    draw: kit => drawVerbs(rows, kit),
    table: {
      columns: [
        { title: 'Stance' },
        { title: 'Verb' },
        { title: 'Class' },
        { title: 'Passages', isNumber: true }
      ],
      rows: rows.map(({ side, lemma, verbClass, count }) => [nameOf(side), lemma, verbClass, count])
    },
    method: cueVerbMethod,
    passages: perspectives
      .filter(({ annotation }) => annotation.spans.some(({ role }) => role === 'cue'))
      .map(({ annotation }) => annotation.id)
  }
}

interface VerbRow {
  side: Side | null
  lemma: string
  verbClass: string
  count: number
}

function drawVerbs(rows: readonly VerbRow[], { width, measure }: DrawingKit): Drawing {
  const content = rows.flatMap(({ side, lemma, verbClass, count }, i): SvgNode[] => {
    const y = i * rowHeight
    const isFirst = i === 0 || rows[i - 1]?.side !== side
    return [
      ...(isFirst && side !== null ? [sideGlyph(side, 0, y + 5, 11)] : []),
      ...(isFirst ? [textNode(nameOf(side), { x: 18, y: y + 15, font: numberFont })] : []),
      textNode(cutText(lemma, nameFont, 200, measure), { x: nameWidth, y: y + 15, font: nameFont }),
      textNode(verbClass, { x: nameWidth + 220, y: y + 15, font: nameFont, fill: inks.quiet }),
      svg('rect', {
        x: nameWidth + 460,
        y: y + 7,
        width: Math.min(count * 10, width - nameWidth - 520),
        height: 8,
        fill: inks.edge
      }),
      textNode(count.toLocaleString('en'), { x: nameWidth + 452, y: y + 15, font: nameFont, anchor: 'end' })
    ]
  })
  return { width, height: rows.length * rowHeight, content }
}

function nameOf(side: Side | null): string {
  return side === null ? 'No stance' : sideSigns[side].name
}

/** Percent with one decimal. */
function tenths(share: number): number {
  return Math.round(share * 1000) / 10
}
