import type { Issue } from '../project/entities'
import type { Study } from '../project/study'
import type { Drawing, DrawingKit, Figure, TextFont } from '../report/figure'
import { hatchOf, inks, sideGlyph } from '../report/ink'
import { svg, type SvgNode } from '../report/svg'
import { textNode } from '../report/text-node'
import { cutText } from '../report/wrap-text'
import { countsInWords } from './counts-in-words'
import type { Perspective } from './perspective'
import { speakingStrips, stripBins, type SpeakingStrip } from './speaking-strip'
import {
  classNames,
  countedClasses,
  countOfClass,
  stripMethod,
  verbsMethod,
  verbsOfSaying,
  type VerbsOfSide
} from './verbs-of-saying'
import type { VoiceKey, VoiceMeasureId } from './voice-groups'
import { voiceMethod, voiceShare, type VoiceGroup, type VoiceMeasure } from './voice-share'

export const measureTitles: Readonly<Record<VoiceMeasureId, string>> = {
  stance: 'Words by stance',
  role: 'Words by role',
  actor: 'Words by actor',
  anonymity: 'Named and anonymous voices',
  form: 'Direct and indirect words'
}

const label: TextFont = { family: 'ui', size: 12 }
const strong: TextFont = { family: 'ui', size: 12, weight: 600 }
const labelWidth = 190
const valueWidth = 210
const rowHeight = 24
const barHeight = 12
const stripHeight = 26

/** Voice share as it is saved: words by side, role, actor, anonymity and form, where each side speaks, and verbs. */
export function voiceShareFigures(
  study: Study,
  perspectives: readonly Perspective[],
  issue: Issue | null
): readonly Figure[] {
  if (perspectives.length === 0) return []
  const share = voiceShare(study, perspectives)
  const { measures } = share
  const of = `${issue === null ? 'All issues' : issue.question} · ${countsInWords(study, perspectives)}`
  const passages = perspectives.map(({ annotation }) => annotation.id)
  const own = `The articles have ${count(share.articleWords, 'word')}; in ${count(share.ownVoice, 'word')} of them nobody’s perspective is tagged, on this or any other issue.`
  const common = { subtitle: of, passages }
  const bars = Object.values(measures).map((measure): Figure => ({
    ...common,
    id: `voice-share-by-${measure.id}`,
    title: measureTitles[measure.id],
    legend: legendOf(measure.groups),
    draw: kit => drawBars(measure.groups, kit),
    table: shareTable(measure),
    method: [...voiceMethod(measure), own]
  }))
  const strips = speakingStrips(study, perspectives, measures.stance)
  const verbs = verbsOfSaying(perspectives, measures.stance)
  return [
    ...bars,
    {
      ...common,
      id: 'voice-share-where-sides-speak',
      title: 'Where each side speaks',
      legend: legendOf(measures.stance.groups),
      draw: kit => drawStrips(strips, kit),
      table: stripTable(strips),
      method: stripMethod
    },
    {
      ...common,
      id: 'voice-share-verbs-of-saying',
      title: 'Verbs of saying',
      legend: legendOf(measures.stance.groups),
      draw: kit => drawVerbs(verbs, kit),
      table: verbTable(verbs),
      method: verbsMethod
    }
  ]
}

/** Every group with its words, its share and its passages. */
export function shareTable({ id, groups }: VoiceMeasure): Figure['table'] {
  return {
    columns: [
      { title: { stance: 'Stance', role: 'Role', actor: 'Actor', anonymity: 'Anonymity', form: 'Form' }[id] },
      { title: 'Words', isNumber: true },
      { title: 'Words, shared ones divided', isNumber: true },
      { title: 'Percent of words', isNumber: true },
      { title: 'Passages', isNumber: true }
    ],
    rows: groups.map(({ name, words, credited, share, passages }) => [
      name,
      words,
      Math.round(credited * 100) / 100,
      Math.round(share * 1000) / 10,
      passages.length
    ])
  }
}

export function stripTable(strips: readonly SpeakingStrip[]): Figure['table'] {
  return {
    columns: [
      { title: 'Article' },
      { title: 'Stance' },
      ...Array.from({ length: 10 }, (_, i) => ({ title: `${i * 10}–${i * 10 + 10} %`, isNumber: true }))
    ],
    rows: strips.flatMap(({ of, rows }) =>
      rows.map(({ voice, bins }) => [
        of === null ? 'All articles' : of.article.title,
        voice.name,
        ...Array.from({ length: 10 }, (_, i) => {
          const part = bins.slice((i * stripBins) / 10, ((i + 1) * stripBins) / 10)
          return Math.round(part.reduce((sum, { words }) => sum + words, 0))
        })
      ])
    )
  }
}

export function verbTable(verbs: readonly VerbsOfSide[]): Figure['table'] {
  return {
    columns: [
      { title: 'Stance' },
      { title: 'Class' },
      { title: 'Verb' },
      { title: 'Passages', isNumber: true }
    ],
    rows: verbs.flatMap(side => [
      ...countedClasses.flatMap(verbClass =>
        side.verbs[verbClass].map(({ verb, passages }) => [
          side.voice.name,
          classNames[verbClass],
          verb,
          passages.length
        ])
      ),
      ...(side.unmarked.length === 0 ? [] : [[side.voice.name, 'No cue marked', null, side.unmarked.length]])
    ])
  }
}

function legendOf(groups: readonly VoiceKey[]): Figure['legend'] {
  return groups.flatMap(({ side, name }) =>
    side === null ? [] : [{ sign: sideGlyph(side, 0, 1), label: name }]
  )
}

function drawBars(groups: readonly VoiceGroup[], kit: DrawingKit): Drawing {
  const room = kit.width - labelWidth - valueWidth
  const most = Math.max(...groups.map(({ share }) => share), 0.001)
  const content = groups.flatMap(({ name, side, share, words, passages }, i): SvgNode[] => {
    const y = i * rowHeight
    const width = (room * share) / most
    const value = `${percent(share)} · ${count(words, 'word')}, ${count(passages.length, 'passage')}`
    return [
      ...labelNodes({ name, side }, y, kit),
      svg('rect', { x: labelWidth, y: y + 6, width, height: barHeight, ...fillOf(side) }),
      textNode(value, { x: labelWidth + width + 8, y: y + 16.5, font: label, fill: inks.quiet })
    ]
  })
  return { width: kit.width, height: Math.max(1, groups.length) * rowHeight, content }
}

function drawStrips(strips: readonly SpeakingStrip[], kit: DrawingKit): Drawing {
  const content: SvgNode[] = []
  const binWidth = (kit.width - labelWidth) / stripBins
  let y = 0
  for (const { of, rows } of strips) {
    const title = of === null ? 'All articles' : of.article.title
    content.push(textNode(cutText(title, strong, kit.width, kit.measure), { x: 0, y: y + 16, font: strong }))
    y += 24
    for (const { voice, bins } of rows) {
      const base = y + stripHeight - 4
      content.push(...labelNodes(voice, y + 2, kit))
      content.push(svg('line', { x1: labelWidth, y1: base, x2: kit.width, y2: base, stroke: inks.rule }))
      bins.forEach(({ share }, i) => {
        const height = share * (stripHeight - 4)
        if (height === 0) return
        const x = labelWidth + i * binWidth
        content.push(svg('rect', { x, y: base - height, width: binWidth - 1, height, ...fillOf(voice.side) }))
      })
      y += stripHeight
    }
    y += 12
  }
  return { width: kit.width, height: Math.max(1, y), content }
}

function drawVerbs(sides: readonly VerbsOfSide[], kit: DrawingKit): Drawing {
  const content: SvgNode[] = []
  let y = 0
  for (const side of sides) {
    content.push(...labelNodes(side.voice, y, kit))
    const lines = countedClasses.flatMap(verbClass => {
      const verbs = side.verbs[verbClass].map(({ verb, passages }) => `${verb} ${passages.length}`).join(', ')
      return verbs === '' ? [] : [`${classNames[verbClass]} (${countOfClass(side, verbClass)}): ${verbs}`]
    })
    const unmarked = side.unmarked.length === 0 ? [] : [`No cue marked (${side.unmarked.length})`]
    for (const words of [...lines, ...unmarked]) {
      const shown = cutText(words, label, kit.width - labelWidth, kit.measure)
      content.push(textNode(shown, { x: labelWidth, y: y + 16.5, font: label }))
      y += rowHeight - 4
    }
    y += 10
  }
  return { width: kit.width, height: Math.max(1, y), content }
}

function labelNodes({ name, side }: Pick<VoiceKey, 'name' | 'side'>, y: number, kit: DrawingKit): SvgNode[] {
  const x = side === null ? 0 : 16
  const shown = cutText(name, label, labelWidth - x - 10, kit.measure)
  return [
    ...(side === null ? [] : [sideGlyph(side, 0, y + 7, 10)]),
    textNode(shown, { x, y: y + 16.5, font: label })
  ]
}

function fillOf(side: VoiceKey['side']): Record<string, string> {
  return side === null ? { fill: inks.edge } : { fill: hatchOf(side), stroke: inks.edge }
}

/** "27%" */
export function percent(share: number): string {
  return `${Math.round(share * 100)}%`
}

function count(n: number, noun: string): string {
  return `${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`
}
