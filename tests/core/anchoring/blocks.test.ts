import fc from 'fast-check'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { joinBlocks, plainTextBlocks, splitAtBlankLines } from '../../../src/core/anchoring/blocks'
import type { Block } from '../../../src/core/project/entities'
import { awkwardText } from './texts'

const slices = ({ text, blocks }: { text: string; blocks: Block[] }) =>
  blocks.map(block => text.slice(block.startUtf16, block.endUtf16))

const sentence =
  'The judge threw out a portion of that case, although the charges remain pending to this day.'

describe('splitAtBlankLines', () => {
  test.each([
    { name: 'one blank line', text: 'a\n\nb', pieces: ['a', 'b'] },
    { name: 'single breaks stay', text: 'a\nb\n\nc', pieces: ['a\nb', 'c'] },
    { name: 'long runs', text: 'a\n\n\n\n\nb', pieces: ['a', 'b'] },
    { name: 'blank lines with spaces', text: 'a\n \t\n\u00a0\nb', pieces: ['a', 'b'] },
    { name: 'both ends', text: '\n\n \na\n\n', pieces: ['a'] },
    { name: 'one break at both ends', text: '\na\n', pieces: ['a'] },
    { name: 'a blank first and last line', text: ' \n  a \n ', pieces: ['  a '] },
    { name: 'spaces inside lines stay', text: '  a  \n\n  b', pieces: ['  a  ', '  b'] },
    { name: 'nothing', text: ' \n ', pieces: [] }
  ])('$name', ({ text, pieces }) => {
    expect(splitAtBlankLines(text)).toEqual(pieces)
  })
})

describe('plainTextBlocks', () => {
  const paragraph = awkwardText
    .map(text => text.replace(/\n+/g, '\n').replace(/^\n|\n$/g, ''))
    .filter(text => /\S/.test(text) && !/(^|\n)[^\S\n]*(\n|$)/.test(text))

  test('paragraphs joined by one empty line keep their text and their offsets', () => {
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 8 }), paragraphs => {
        const source = paragraphs.join('\n\n')
        const result = plainTextBlocks(source)
        expect(result.text).toBe(source)
        expect(slices(result)).toEqual(paragraphs)
      })
    )
  })

  test('other blank lines are normalised, and doing it twice changes nothing', () => {
    const gap = fc.constantFrom('\n\n', '\n\n\n', '\n \n', '\n\t\n\n  \n')
    fc.assert(
      fc.property(fc.array(fc.tuple(paragraph, gap), { minLength: 1, maxLength: 8 }), pairs => {
        const result = plainTextBlocks(`\n\n${pairs.map(([text, end]) => text + end).join('')}`)
        expect(slices(result)).toEqual(pairs.map(([text]) => text))
        expect(result.text).toBe(slices(result).join('\n\n'))
        expect(plainTextBlocks(result.text)).toEqual(result)
      })
    )
  })

  test.each([
    { line: 'Two verdicts, one appeal', isHeading: true },
    { line: '‘The sign above the door’', isHeading: true },
    { line: 'Приговор суда', isHeading: true },
    { line: 'He left.', isHeading: false },
    { line: '“He left.”', isHeading: false },
    { line: '他走了。', isHeading: false },
    { line: 'She told the court:', isHeading: false },
    { line: 'By Ada Example', isHeading: false },
    { line: '- a point in a list', isHeading: false },
    { line: '* * *', isHeading: false },
    { line: '2016', isHeading: false },
    { line: 'Two lines\nin one block', isHeading: false },
    { line: 'word '.repeat(17).trim(), isHeading: false }
  ])('"$line" above a paragraph is a heading: $isHeading', ({ line, isHeading }) => {
    const { blocks } = plainTextBlocks(`${sentence}\n\n${line}\n\n${sentence}`)
    expect(blocks[1]).toMatchObject(isHeading ? { type: 'heading', level: 2 } : { type: 'paragraph' })
  })

  test('a short line at either end, or above another short line, is no heading', () => {
    const { blocks } = plainTextBlocks(`First\n\n${sentence}\n\nApples\n\nOranges and pears\n\nLast`)
    expect(blocks.map(block => block.type)).toEqual(Array(5).fill('paragraph'))
  })

  const corpus = new URL('../../../../shared/corpus/backpage-2024.txt', import.meta.url)
  test.skipIf(!existsSync(corpus))('finds the section headings of a real article and nothing else', () => {
    const source = readFileSync(corpus, 'utf8')
    const result = plainTextBlocks(source)
    expect(result.text).toBe(source)
    // In that article every short paragraph after the headline is a section heading; there are six.
    const short = source.split('\n\n').filter(piece => piece.length < 50)
    const headings = result.blocks.filter(block => block.type === 'heading')
    expect(headings.map(block => source.slice(block.startUtf16, block.endUtf16))).toEqual(short)
    expect(short).toHaveLength(6)
  })
})

test('joinBlocks leaves an absent level absent', () => {
  expect(
    joinBlocks([
      { type: 'paragraph', text: 'a' },
      { type: 'heading', level: 2, text: '😀' }
    ])
  ).toEqual({
    text: 'a\n\n😀',
    blocks: [
      { type: 'paragraph', startUtf16: 0, endUtf16: 1 },
      { type: 'heading', level: 2, startUtf16: 3, endUtf16: 5 }
    ]
  })
})
