import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diffText, type DiffPart } from '../../../src/core/anchoring/diff-text'
import { seededRandom, seededText } from '../../bench/seeded-dataset'
import { awkwardText, longAwkwardText } from './texts'

function textOf(parts: readonly DiffPart[], without: DiffPart['kind']): string {
  return parts
    .filter(part => part.kind !== without)
    .map(part => part.text)
    .join('')
}

/** `[-gone-]` and `{+come+}`, as `git diff --word-diff` writes them. */
function written(parts: readonly DiffPart[]): string {
  const marks = { equal: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] } as const
  return parts.map(part => marks[part.kind][0] + part.text + marks[part.kind][1]).join('')
}

function expectSound(before: string, after: string): void {
  const parts = diffText(before, after)
  expect(textOf(parts, 'added')).toBe(before)
  expect(textOf(parts, 'removed')).toBe(after)
  for (const part of parts) {
    expect(part.text).not.toBe('')
    const end = part.text.length
    if (part.kind !== 'added') expect(before.slice(part.startBefore, part.startBefore + end)).toBe(part.text)
    if (part.kind !== 'removed') expect(after.slice(part.startAfter, part.startAfter + end)).toBe(part.text)
  }
  parts.forEach((part, i) => expect(part.kind === parts[i + 1]?.kind).toBe(false))
}

const wordText = fc
  .array(fc.constantFrom('the', 'court', 'held', 'that', 'site', 'closed', '“', '”', '—', '.', '\n\n'), {
    maxLength: 60
  })
  .map(words => words.join(' '))

describe('diffText', () => {
  test.each([
    ['the court held', 'the court held', 'the court held'],
    ['', 'new', '{+new+}'],
    ['old', '', '[-old-]'],
    ['', '', ''],
    ['the curt held', 'the court held', 'the [-curt-]{+court+} held'],
    ['He said so.', 'He never said so.', 'He {+never +}said so.'],
    ['“We knew,” he said.', '"We knew," he said.', '[-“-]{+"+}We knew,[-”-]{+"+} he said.'],
    ['one two three', 'one two\nthree', 'one two[- -]{+\n+}three'],
    ['He won. She lost. She left.', 'He won. She left.', 'He won. [-She lost. -]She left.'],
    ['A line.\n\nGone it is.\n\nThe end.', 'A line.\n\nThe end.', 'A line.\n\n[-Gone it is.\n\n-]The end.'],
    ['法院判决无效', '法院判决有效', '法院判决[-无-]{+有+}效']
  ])('%j to %j', (before, after, expected) => {
    expect(written(diffText(before, after))).toBe(expected)
  })

  test('a lost sentence that begins like the next is cut at the sentence, not in the middle of both', () => {
    const before = 'It opened. The court said no twice. The court said yes once.'
    expect(written(diffText(before, 'It opened. The court said yes once.'))).toBe(
      'It opened. [-The court said no twice. -]The court said yes once.'
    )
  })

  test('is made of both texts, whatever they hold', () => {
    fc.assert(fc.property(awkwardText, awkwardText, expectSound))
    fc.assert(fc.property(longAwkwardText, longAwkwardText, expectSound), { numRuns: 50 })
    fc.assert(fc.property(wordText, wordText, expectSound), { numRuns: 300 })
  })

  test('texts too different for a shortest edit are still made of both', () => {
    const random = seededRandom(3)
    expectSound(seededText(100, random), seededText(100, random))
    expectSound(`${'a b '.repeat(4000)}`, `${'b c '.repeat(5000)}`)
  })

  test('200,000 words with few changes take less than 200 ms', () => {
    const before = seededText(4000, seededRandom(1))
    const words = before.split(' ')
    for (let i = 1000; i < words.length; i += 9973) words[i] = 'corrected'
    const after = words.join(' ')
    diffText(before.slice(0, 50_000), after.slice(0, 50_000))
    // The best of three: other work on the machine is not what is measured.
    const times = [1, 2, 3].map(() => {
      const start = performance.now()
      expect(diffText(before, after).filter(part => part.kind === 'added').length).toBeGreaterThan(15)
      return performance.now() - start
    })
    expect(Math.min(...times)).toBeLessThan(200)
  })

  test('200,000 words on one line, and every line wrapped anew, take less than three seconds', () => {
    const before = seededText(4000, seededRandom(1))
    const start = performance.now()
    diffText(
      before,
      before.replace(/ /g, (space, at: number) => (at % 7 === 0 ? '\n' : space))
    )
    diffText(before.replace(/\s+/g, ' '), before.replace(/\s+/g, ' ').replace(/ri/g, 'rl'))
    expect(performance.now() - start).toBeLessThan(3000)
  })
})
