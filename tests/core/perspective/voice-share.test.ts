import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Annotation, Span } from '../../../src/core/project/entities'
import type { Study } from '../../../src/core/project/study'
import { cueVerbs } from '../../../src/core/perspective/cue-verbs'
import { perspectivesOf } from '../../../src/core/perspective/perspective'
import { reportingVerb } from '../../../src/core/perspective/reporting-verbs'
import { speakingStrips } from '../../../src/core/perspective/speaking-strip'
import { voiceMeasures, voiceShare } from '../../../src/core/perspective/voice-share'
import { smallStudy } from './small-study'

const text = Array.from({ length: 40 }, (_, i) => `w${i}`).join(' ')
/** Where each of the forty words begins and ends, in UTF-16 units. */
const words = [...text.matchAll(/\w+/gu)].map(({ index, 0: word }) => ({
  start: index,
  end: index + word.length
}))

interface Said {
  stance?: string
  role?: string
  /** From and to which word, both included; several for a split quotation. */
  pieces: readonly (readonly [number, number])[]
  cue?: readonly [number, number]
}

/** One article of forty words with these perspectives. */
function studyOf(said: readonly Said[]): Study {
  const study = smallStudy({ said: said.map((_, i) => ({ id: `p${i}`, paragraph: 1 })) })
  const [of] = study.articles
  if (of === undefined) throw new Error('no article')
  const span = (role: string, [from, to]: readonly [number, number]): Span => {
    const startUtf16 = words[from]?.start ?? 0
    const endUtf16 = words[to]?.end ?? 0
    return { role, startUtf16, endUtf16, quote: text.slice(startUtf16, endUtf16) }
  }
  const annotations = said.map(({ stance, role, pieces, cue }, i): Annotation => {
    const row = of.annotations.find(({ id }) => id === `p${i}`)
    if (row === undefined) throw new Error('no annotation')
    const spans = [...pieces.map(piece => span('content', piece)), ...(cue ? [span('cue', cue)] : [])]
    return { ...row, spans, attributes: { ...(stance && { stance }), ...(role && { role }) } }
  })
  return { ...study, articles: [{ ...of, revision: { ...of.revision, text }, annotations }] }
}

const shareOf = (said: readonly Said[], measure: (typeof voiceMeasures)[number] = 'side') => {
  const study = studyOf(said)
  return voiceShare(study, perspectivesOf(study), measure)
}

describe('words and passages of each side', () => {
  test.each<[string, Said[], Record<string, number>, number]>([
    [
      'apart',
      [
        { stance: 'supports', pieces: [[0, 4]] },
        { stance: 'opposes', pieces: [[10, 12]] }
      ],
      { Supports: 5, Opposes: 3 },
      0
    ],
    [
      'one within another of the same side counts once',
      [
        { stance: 'supports', pieces: [[0, 9]] },
        { stance: 'supports', pieces: [[3, 5]] }
      ],
      { Supports: 10 },
      0
    ],
    [
      'a split quotation counts its pieces and not the gap',
      [
        {
          stance: 'mixed',
          pieces: [
            [0, 1],
            [5, 6]
          ]
        }
      ],
      { Mixed: 4 },
      0
    ],
    [
      'two sides in the same words both have them, and it is said',
      [
        { stance: 'supports', pieces: [[0, 9]] },
        { stance: 'opposes', pieces: [[5, 14]] }
      ],
      { Supports: 10, Opposes: 10 },
      5
    ],
    [
      'neutral and unclear are one side',
      [
        { stance: 'neutral', pieces: [[0, 0]] },
        { stance: 'unclear', pieces: [[2, 2]] }
      ],
      { 'Neutral or unclear': 2 },
      0
    ],
    [
      'without a stance it is its own group, last',
      [{ pieces: [[0, 0]] }, { stance: 'opposes', pieces: [[2, 2]] }],
      { Opposes: 1, 'No stance': 1 },
      0
    ]
  ])('%s', (_why, said, expected, shared) => {
    const share = shareOf(said)
    expect(Object.fromEntries(share.groups.map(({ name, words }) => [name, words]))).toEqual(expected)
    expect(share.groups.map(({ name }) => name)).toEqual(Object.keys(expected))
    expect(share.sharedWords).toBe(shared)
  })

  test('nothing said shares nothing', () => {
    expect(shareOf([])).toMatchObject({ groups: [], words: 0, passages: 0, sharedWords: 0 })
  })
})

const piece = fc.tuple(fc.nat(36), fc.nat(3)).map(([from, more]) => [from, from + more] as const)
const anySaid = fc.array(
  fc.record({
    stance: fc.constantFrom('supports', 'opposes', 'mixed', 'neutral'),
    role: fc.constantFrom('judge', 'defence'),
    pieces: fc.array(piece, { minLength: 1, maxLength: 3 })
  }),
  { maxLength: 8 }
)

test('however passages overlap, nest and split, every measure counts what a count word by word counts', () => {
  fc.assert(
    fc.property(anySaid, fc.constantFrom(...voiceMeasures), (said, measure) => {
      const share = shareOf(said, measure)
      const covered = (of: readonly Said[]) =>
        new Set(of.flatMap(({ pieces }) => pieces.flatMap(([from, to]) => range(from, to)))).size
      for (const group of share.groups) {
        const own = said.filter((_, i) => group.ids.some(id => id === `p${i}`))
        expect(group.words).toBe(covered(own))
        expect(group.passages).toBe(own.length)
      }
      expect(share.words).toBe(covered(said))
      const sum = share.groups.reduce((total, { words }) => total + words, 0)
      expect(sum - share.sharedWords).toBe(share.words)
      expect(share.groups.reduce((total, { passages }) => total + passages, 0)).toBe(said.length)
      if (said.length > 0)
        expect(share.groups.reduce((total, { shareOfWords }) => total + shareOfWords, 0)).toBeCloseTo(1)
    })
  )
})

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i)
}

describe('verbs of saying', () => {
  test.each([
    ['said', 'say', 'neutral'],
    ['told a crowd', 'tell', 'neutral'],
    ['according to', 'accord', 'neutral'],
    ['has alleged', 'allege', 'assertive'],
    ['admitted', 'admit', 'assertive'],
    ['denies', 'deny', 'assertive'],
    ['argued that', 'argue', 'assertive'],
    ['recommending', 'recommend', 'directive'],
    ['complained', 'complain', 'expressive'],
    ['mocked the idea', 'mock', 'expressive'],
    ['shouted', 'shout', 'prosodic'],
    ['pressed her deputies', 'press', 'directive'],
    ['in a statement', 'in a statement', null],
    ['', '', null]
  ])('%j', (cue, lemma, verbClass) => {
    // "statement" must not be read as a form of "state".
    expect(reportingVerb(cue)).toEqual({ lemma, verbClass })
  })

  test('they are those of marked cues, by side; where none is marked nothing is assumed', () => {
    const study = studyOf([
      { stance: 'supports', pieces: [[0, 4]], cue: [6, 6] },
      { stance: 'supports', pieces: [[10, 14]] },
      { stance: 'opposes', pieces: [[20, 24]], cue: [6, 6] }
    ])
    expect(cueVerbs(perspectivesOf(study))).toEqual([
      { side: 'supports', verbs: [{ lemma: 'w', verbClass: null, ids: ['p0'] }], withoutCue: ['p1'] },
      { side: 'opposes', verbs: [{ lemma: 'w', verbClass: null, ids: ['p2'] }], withoutCue: [] }
    ])
  })
})

test('the strip has each piece where it stands in the text', () => {
  const study = studyOf([
    {
      stance: 'opposes',
      pieces: [
        [0, 0],
        [39, 39]
      ]
    }
  ])
  const [strip] = speakingStrips(perspectivesOf(study))
  expect(strip?.marks.map(({ side }) => side)).toEqual(['opposes', 'opposes'])
  expect(strip?.marks[0]?.from).toBe(0)
  expect(strip?.marks[1]?.to).toBe(1)
  for (const { from, to } of strip?.marks ?? []) expect(from).toBeLessThan(to)
})
