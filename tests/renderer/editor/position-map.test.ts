import { getSchema } from '@tiptap/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ArticleDocument, shownBlocks } from '../../../src/renderer/editor/article-document'
import { articleExtensions } from '../../../src/renderer/editor/article-schema'
import { PositionMap } from '../../../src/renderer/editor/position-map'
import { revisionOf } from './sample-revision'

const schema = getSchema(articleExtensions)

/** Every kind of text a block can hold: emoji, combining marks, line breaks, nothing. */
const blockText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom('', '👩‍👩‍👧 family', 'e\u0301te\u0301', 'two\nlines', '🇩🇪🇫🇷', '\u{1F9D1}\u{1F3FD}')
)
const articles = fc.array(blockText, { minLength: 1, maxLength: 130 }).map(texts => revisionOf(texts))

describe('positions', () => {
  test('every offset inside a block goes to the same place in the real document and back', () => {
    fc.assert(
      fc.property(articles, revision => {
        const document = new ArticleDocument(revision)
        const sections = Array.from({ length: document.sectionCount }, (_, i) => document.section(i))
        const doc = schema.nodeFromJSON({ type: 'doc', content: sections })
        doc.check()
        const map = new PositionMap(shownBlocks(revision))
        revision.blocks.forEach((block, index) => {
          for (let offset = block.startUtf16; offset <= block.endUtf16; offset++) {
            const place = doc.resolve(map.toPosition(offset))
            expect(place.parent.attrs.block).toBe(index)
            expect(place.parentOffset).toBe(offset - block.startUtf16)
            expect(map.fromPosition(place.pos)).toBe(offset)
          }
        })
        // A selection over everything still gives the saved words, gaps between paragraphs included.
        expect(doc.textBetween(0, doc.content.size, '\n\n')).toBe(revision.text)
      }),
      { numRuns: 40 }
    )
  })

  const map = new PositionMap(revisionOf(['abc', 'de', '', 'f']).blocks)

  test.each([
    ['joint, end side: the end of the block before', 4, 'end', { block: 0, local: 3 }],
    ['joint, start side: the start of the block after', 4, 'start', { block: 1, local: 0 }],
    ['the very end of a block is its own on both sides', 3, 'start', { block: 0, local: 3 }],
    ['an empty block', 9, 'end', { block: 2, local: 0 }],
    ['beyond the text', 99, 'start', { block: 3, local: 1 }],
    ['before the text', -4, 'end', { block: 0, local: 0 }]
  ] as const)('%s', (_, offset, side, expected) => {
    expect(map.locate(offset, side)).toEqual(expected)
  })

  test('positions between blocks belong to the side asked for', () => {
    const between = map.toPosition(3) + 1
    expect(map.fromPosition(between, 'end')).toBe(3)
    expect(map.fromPosition(between, 'start')).toBe(5)
  })

  test.each([
    ['inside stays', [1, 3], [1, 3]],
    ['across paragraphs keeps the gap', [1, 6], [1, 6]],
    ['ending at a start is drawn back', [0, 5], [0, 3]],
    ['ending in a gap is drawn back', [0, 4], [0, 3]],
    ['starting at an end is moved on', [3, 7], [5, 7]],
    ['starting in a gap is moved on', [4, 6], [5, 6]],
    ['only a gap is nothing', [3, 5], null]
  ] as const)('trimmed: %s', (_, [startUtf16, endUtf16], expected) => {
    expect(map.trim({ startUtf16, endUtf16 })).toEqual(
      expected === null ? null : { startUtf16: expected[0], endUtf16: expected[1] }
    )
  })

  test('pieces of a range skip gaps and empty blocks and can be cut to a band', () => {
    expect(map.pieces({ startUtf16: 1, endUtf16: 12 })).toEqual([
      { block: 0, from: 1, to: 3 },
      { block: 1, from: 0, to: 2 },
      { block: 3, from: 0, to: 1 }
    ])
    expect(map.pieces({ startUtf16: 1, endUtf16: 12 }, 1, 2)).toEqual([{ block: 1, from: 0, to: 2 }])
  })
})
