import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wordOffsets } from '../../../src/core/anchoring/word-offsets'
import { perspectivesOf } from '../../../src/core/perspective/perspective'
import { reportingVerbIn } from '../../../src/core/perspective/reporting-verbs'
import { speakingStrips } from '../../../src/core/perspective/speaking-strip'
import { verbsOfSaying } from '../../../src/core/perspective/verbs-of-saying'
import { voiceMeasures } from '../../../src/core/perspective/voice-groups'
import { voiceMethod, voiceShare } from '../../../src/core/perspective/voice-share'
import { voiceShareFigures } from '../../../src/core/perspective/voice-share-figures'
import type { Study } from '../../../src/core/project/study'
import { smallStudy } from './small-study'

interface Told {
  article: number
  stance: string
  holder: string
  /** In UTF-16 units, as far as the text goes. */
  spans: readonly (readonly [number, number])[]
  cue?: string
}

/** Perspectives over any stretches of the articles' texts. */
function studyOf(told: readonly Told[], articles = 2): Study {
  const study = smallStudy({
    articles,
    actors: ['ann', 'bob'],
    said: told.map(({ article, stance, holder }, i) => ({
      id: `p${i}`,
      article,
      attributes: { stance, holder, role: i % 2 === 0 ? 'judge' : 'witness' }
    }))
  })
  return {
    ...study,
    articles: study.articles.map(of => ({
      ...of,
      annotations: of.annotations.map(annotation => {
        const one = told[Number(annotation.id.slice(1))]
        if (one === undefined) throw new Error('Unknown annotation')
        const span = (role: string, from: number, to: number) => ({
          role,
          startUtf16: from,
          endUtf16: to,
          quote: of.revision.text.slice(from, to)
        })
        const content = one.spans.map(([from, to]) => span('content', from, to))
        const cue = one.cue === undefined ? [] : [{ ...span('cue', 0, 5), quote: one.cue }]
        return { ...annotation, spans: [...content, ...cue] }
      })
    }))
  }
}

const share = (study: Study) => voiceShare(study, perspectivesOf(study))
const length = smallStudy({ said: [] }).articles[0]?.revision.text.length ?? 0

// Short stretches close together, so that they overlap, nest, touch and split words.
const anyTold: fc.Arbitrary<Told> = fc.record({
  article: fc.integer({ min: 0, max: 1 }),
  stance: fc.constantFrom('supports', 'opposes', 'mixed', 'neutral', 'own-option'),
  holder: fc.constantFrom('ann', 'bob'),
  spans: fc.array(
    fc
      .tuple(fc.integer({ min: 0, max: length - 2 }), fc.integer({ min: 1, max: 80 }))
      .map(([from, size]) => [from, Math.min(length, from + size)] as const),
    { minLength: 1, maxLength: 3 }
  )
})

describe('voiceShare', () => {
  test.each([
    {
      why: 'one side alone',
      told: [['supports', 0, 19]],
      words: { supports: 3 },
      credited: { supports: 3 }
    },
    {
      why: 'a nested passage of the same side counts once',
      told: [
        ['supports', 0, 28],
        ['supports', 6, 18]
      ],
      words: { supports: 6 },
      credited: { supports: 6 }
    },
    {
      why: 'what two sides share is divided between them',
      told: [
        ['supports', 0, 28],
        ['opposes', 6, 18]
      ],
      words: { supports: 6, opposes: 2 },
      credited: { supports: 5, opposes: 1 }
    },
    {
      why: 'a word split between two sides belongs to the one in which it begins',
      told: [
        ['supports', 0, 12],
        ['opposes', 12, 18]
      ],
      words: { supports: 3, opposes: 0 },
      credited: { supports: 3, opposes: 0 }
    }
  ] as const)('$why', ({ told, words, credited }) => {
    const study = studyOf(
      told.map(([stance, from, to]) => ({ article: 0, holder: 'ann', stance, spans: [[from, to]] }))
    )
    const { groups } = share(study).measures.stance
    expect(Object.fromEntries(groups.map(group => [group.key, group.words]))).toEqual(words)
    expect(Object.fromEntries(groups.map(group => [group.key, group.credited]))).toEqual(credited)
  })

  test('counts every word as one does by hand, and none twice', () => {
    fc.assert(
      fc.property(fc.array(anyTold, { minLength: 1, maxLength: 12 }), told => {
        const study = studyOf(told)
        const perspectives = perspectivesOf(study)
        const result = share(study)
        for (const id of voiceMeasures) {
          const measure = result.measures[id]
          const byHand = countByHand(study, told, id)
          expect(measure.words).toBe(byHand.union)
          expect(measure.words).toBe(result.words)
          expect(measure.shared).toBe(byHand.shared)
          for (const { key, words, credited } of measure.groups) {
            if (id === 'stance' || id === 'actor') expect(words).toBe(byHand.words.get(key) ?? 0)
            if (id === 'stance' || id === 'actor')
              expect(credited).toBeCloseTo(byHand.credited.get(key) ?? 0, 9)
          }
          const sum = measure.groups.reduce((total, { credited }) => total + credited, 0)
          expect(sum).toBeCloseTo(measure.words, 9)
          expect(measure.groups.flatMap(({ passages }) => passages)).toHaveLength(perspectives.length)
        }
        expect(result.ownVoice).toBe(result.articleWords - result.words)
        const strips = speakingStrips(study, perspectives, result.measures.stance)
        for (const { rows } of strips.slice(0, 1)) {
          const inBins = rows.flatMap(({ bins }) => bins).reduce((total, { words }) => total + words, 0)
          expect(inBins).toBeCloseTo(result.words, 6)
        }
      }),
      { numRuns: 150 }
    )
  })

  test('says how much is shared', () => {
    const study = studyOf([
      { article: 0, holder: 'ann', stance: 'supports', spans: [[0, 28]] },
      { article: 0, holder: 'bob', stance: 'opposes', spans: [[6, 18]] }
    ])
    expect(voiceMethod(share(study).measures.stance).join(' ')).toContain(
      '2 words in perspectives of several groups'
    )
  })
})

describe('verbs of saying', () => {
  test.each([
    ['said', 'say', 'neutral'],
    ['has denied', 'deny', 'negative'],
    ['admitting that', 'admit', 'negative'],
    ['snapped', 'snap', 'negative'],
    ['According to', 'according to', 'neutral'],
    ['pointed out', 'point out', 'positive'],
    ['stresses', 'stress', 'positive'],
    ['argued', 'argue', 'negative'],
    ['in the eyes of', undefined, undefined]
  ])('%s', (cue, lemma, verbClass) => {
    expect(reportingVerbIn(cue)?.lemma).toBe(lemma)
    expect(reportingVerbIn(cue)?.verbClass).toBe(verbClass)
  })

  test('every perspective is in one place: a verb, another cue, or no cue', () => {
    const study = studyOf([
      { article: 0, holder: 'ann', stance: 'supports', spans: [[0, 28]], cue: 'said' },
      { article: 0, holder: 'ann', stance: 'supports', spans: [[30, 50]], cue: 'says' },
      { article: 0, holder: 'bob', stance: 'opposes', spans: [[6, 18]], cue: 'in his eyes' },
      { article: 1, holder: 'bob', stance: 'opposes', spans: [[6, 18]] }
    ])
    const [supports, opposes] = verbsOfSaying(perspectivesOf(study), share(study).measures.stance)
    expect(supports?.verbs.neutral).toEqual([{ verb: 'say', passages: ['p0', 'p1'] }])
    expect(opposes?.verbs.other).toEqual([{ verb: 'in his eyes', passages: ['p2'] }])
    expect(opposes?.unmarked).toEqual(['p3'])
  })
})

test('figures hold a row for each group and draw within their width', () => {
  const study = studyOf([
    { article: 0, holder: 'ann', stance: 'supports', spans: [[0, 28]], cue: 'said' },
    { article: 1, holder: 'bob', stance: 'opposes', spans: [[6, 18]] }
  ])
  const figures = voiceShareFigures(study, perspectivesOf(study), null)
  expect(new Set(figures.map(({ id }) => id)).size).toBe(figures.length)
  for (const figure of figures) {
    const { width, height, content } = figure.draw({ width: 800, measure: text => text.length * 6 })
    expect(width).toBeLessThanOrEqual(800)
    expect(height).toBeGreaterThan(0)
    expect(content).not.toHaveLength(0)
    expect(figure.method).not.toHaveLength(0)
    for (const row of figure.table.rows) expect(row).toHaveLength(figure.table.columns.length)
  }
})

/** Word by word, asking each perspective whether the word begins in it. */
function countByHand(study: Study, told: readonly Told[], by: string) {
  const words = new Map<string, number>()
  const credited = new Map<string, number>()
  let union = 0
  let shared = 0
  for (const [article, { revision }] of study.articles.entries()) {
    wordOffsets(revision.text).forEach((at, i) => {
      if (i % 2 === 1) return
      const groups = new Set(
        told.flatMap((one, index) =>
          one.article === article && one.spans.some(([from, to]) => at >= from && at < to)
            ? [keyByHand(one, index, by)]
            : []
        )
      )
      if (groups.size > 0) union++
      if (groups.size > 1) shared++
      for (const group of groups) {
        words.set(group, (words.get(group) ?? 0) + 1)
        credited.set(group, (credited.get(group) ?? 0) + 1 / groups.size)
      }
    })
  }
  return { words, credited, union, shared }
}

function keyByHand({ stance, holder }: Told, index: number, by: string): string {
  if (by === 'stance') return stance === 'neutral' ? 'unclear' : stance
  if (by === 'actor') return holder
  return by === 'role' ? String(index % 2) : ''
}

test('ten thousand perspectives take no time that one would notice', () => {
  const told = Array.from({ length: 10_000 }, (_, i): Told => {
    const from = (i * 7) % (length - 40)
    return {
      article: i % 100,
      holder: i % 3 === 0 ? 'ann' : 'bob',
      stance: ['supports', 'opposes', 'mixed'][i % 3] ?? '',
      spans: [[from, from + 30]]
    }
  })
  const study = studyOf(told, 100)
  const perspectives = perspectivesOf(study)
  share(study)
  const before = performance.now()
  const { measures } = voiceShare(study, perspectives)
  speakingStrips(study, perspectives, measures.stance)
  // Fifty are promised; machines that run the tests are slower and busy.
  const took = performance.now() - before
  expect(took).toBeLessThan(500)
})
