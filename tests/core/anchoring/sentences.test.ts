import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextSentenceEnd, nextSentenceStart, sentenceAt } from '../../../src/core/anchoring/sentences'
import type { Block } from '../../../src/core/project/entities'

/** One paragraph per line, joined as an article's blocks are. */
function paragraphs(...lines: string[]): { text: string; blocks: Block[] } {
  const blocks: Block[] = []
  let at = 0
  for (const line of lines) {
    blocks.push({ type: 'paragraph', startUtf16: at, endUtf16: at + line.length })
    at += line.length + 2
  }
  return { text: lines.join('\n\n'), blocks }
}

/** All sentences, walked as the caret walks them. */
function sentencesOf(...lines: string[]): string[] {
  const { text, blocks } = paragraphs(...lines)
  const found: string[] = []
  let at = nextSentenceStart(text, blocks, -1, 'forward')
  for (; at < text.length;) {
    const sentence = sentenceAt(text, blocks, at)!
    found.push(text.slice(sentence.startUtf16, sentence.endUtf16))
    const next = nextSentenceStart(text, blocks, at, 'forward')
    if (next <= at) break
    at = next
  }
  return found
}

describe('sentences', () => {
  test.each<[string, string[]]>([
    ['two plain ones', ['The site was closed.', 'Nobody was told.']],
    ['titles', ['Mr. Adams met Dr. Brown and Sen. Cole.', 'They left.']],
    ['initials', ['J. R. Moss and Ann P. Lee testified.', 'Both were calm.']],
    ['a country before a name', ['The U.S. Senate voted.', 'It passed.']],
    ['a country at the end', ['It was made in the U.S.', 'The court agreed.']],
    ['a number', ['She read No. 5 and Nos. 7 and 8.', 'Then she stopped.']],
    ['the word no', ['No.', 'He never said so.']],
    ['a section of law', ['They cited 18 U.S.C. § 1591 twice.', 'It is a law.']],
    ['parties of a case', ['Smith v. Jones was cited.', 'It settled.']],
    ['months before a day', ['On Feb. 6 and Sept. 9 they met.', 'Nothing came of it.']],
    ['a firm inside', ['Acme Inc. Holdings sued.', 'It lost.']],
    ['a firm at the end', ['They sued Acme Inc.', 'It lost.']],
    ['times of day', ['It closed at 5 p.m. Friday.', 'We waited.']],
    ['a decimal and money', ['It cost $3.5 million.', 'Fine.']],
    ['a mark inside a quotation that goes on', ['“Stop!” she said.', 'He left.']],
    ['a question inside a quotation that goes on', ['“Why?” asked Ms. Ray.', 'Nobody knew.']],
    ['two sentences in one quotation', ['“I did it.', 'I am sorry.”', 'Then he left.']],
    ['a quotation after an acronym', ['He moved to the U.S.', '“It was cold,” he said.']],
    ['an ellipsis that goes on', ['Wait… what was that?', 'Nothing.']],
    ['a bracketed sentence', ['(He left.)', 'She stayed.']],
    ['latin', ['Some crimes, e.g. fraud, and others, i.e. Theft, count.', 'Right.']],
    ['a degree', ['Her Ph.D. Thesis won.', 'The prize was small.']]
  ])('%s', (_name, sentences) => expect(sentencesOf(sentences.join(' '))).toEqual(sentences))

  test('end with their paragraph, with or without a stop', () => {
    expect(sentencesOf('A headline', 'First. Second', 'third')).toEqual([
      'A headline',
      'First.',
      'Second',
      'third'
    ])
  })

  test('the space after a sentence belongs to it, and so does the end of a paragraph', () => {
    const { text, blocks } = paragraphs('One is. Two is.', 'Three.')
    const at = (offset: number) => {
      const range = sentenceAt(text, blocks, offset)
      return range && text.slice(range.startUtf16, range.endUtf16)
    }
    expect([at(0), at(7), at(8), at(15), at(16), at(17)]).toEqual([
      'One is.',
      'One is.',
      'Two is.',
      'Two is.',
      'Two is.',
      'Three.'
    ])
  })

  test('an empty text has none', () => {
    expect(sentenceAt('', [], 0)).toBeNull()
    expect(sentenceAt('', [{ type: 'paragraph', startUtf16: 0, endUtf16: 0 }], 0)).toBeNull()
    expect(nextSentenceStart('', [], 0, 'forward')).toBe(0)
  })

  test('going back visits what going forward visited', () => {
    const { text, blocks } = paragraphs('Mr. A. said so. She did not.', 'Nobody knew. The end')
    const forward: number[] = []
    for (let at = -1; at < text.length;) {
      at = nextSentenceStart(text, blocks, at, 'forward')
      if (at < text.length) forward.push(at)
    }
    const backward: number[] = []
    for (let at = text.length; at > 0;) {
      at = nextSentenceStart(text, blocks, at, 'backward')
      backward.unshift(at)
    }
    expect(backward).toEqual(forward)
  })

  test('ends follow one another, without the space after them', () => {
    const { text, blocks } = paragraphs('Mr. A. said so. She did not.', 'Nobody knew. The end')
    const ends: number[] = []
    for (let at = 0; at < text.length;) {
      at = nextSentenceEnd(text, blocks, at)
      ends.push(at)
    }
    expect(ends).toEqual([15, 28, 42, 50])
    expect(nextSentenceEnd(text, blocks, 50)).toBe(50)
  })

  test('a paragraph of any length is walked sentence by sentence, without segmenting all of it', () => {
    const sentence = 'Mr. Adams met Sen. Cole in the U.S. Senate.'
    const { text, blocks } = paragraphs(`${sentence} `.repeat(1500).trim())
    const step = sentence.length + 1
    for (const at of [0, step * 200 + 5, step * 700, step * 1499]) {
      const start = Math.floor(at / step) * step
      expect(sentenceAt(text, blocks, at)).toEqual({ startUtf16: start, endUtf16: start + sentence.length })
      const next = Math.min(start + step, text.length)
      expect(nextSentenceStart(text, blocks, at, 'forward')).toBe(next)
      expect(nextSentenceEnd(text, blocks, at)).toBe(start + sentence.length)
      if (at > 0)
        expect(nextSentenceStart(text, blocks, at, 'backward')).toBe(at === start ? start - step : start)
    }
  })

  test('any offset lies in one sentence that holds no white space at its ends', () => {
    const piece = fc.constantFrom(
      'Mr.',
      'U.S.',
      'word',
      'The',
      '“',
      '”',
      '.',
      '?',
      ' ',
      ' ',
      '’',
      '5',
      '—',
      '…',
      'é'
    )
    fc.assert(
      fc.property(
        fc.array(fc.array(piece, { maxLength: 12 }), { minLength: 1, maxLength: 4 }),
        fc.nat(),
        (lines, n) => {
          const { text, blocks } = paragraphs(...lines.map(line => line.join('')))
          const offset = n % (text.length + 1)
          const range = sentenceAt(text, blocks, offset)
          if (range === null) return
          const words = text.slice(range.startUtf16, range.endUtf16)
          expect(words).toBe(words.trim())
          expect(words).not.toContain('\n\n')
          expect(words).not.toBe('')
          const forward = nextSentenceStart(text, blocks, offset, 'forward')
          expect(forward).toBeGreaterThanOrEqual(offset)
          expect(nextSentenceStart(text, blocks, offset, 'backward')).toBeLessThanOrEqual(offset)
        }
      )
    )
  })
})
