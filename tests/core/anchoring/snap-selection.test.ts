import { describe, expect, test } from 'vitest'
import {
  extentAtCaret,
  growByParagraph,
  growByQuotation,
  growBySentence,
  snapSelection,
  type SnapContext,
  type SnapMode
} from '../../../src/core/anchoring/snap-selection'

const first = 'Mr. Adams spoke. “We knew ‘all of it’ then,” said Ms. Ray.'
const second = 'Nobody asked.'
const text = `${first}\n\n${second}`
const context: SnapContext = {
  text,
  locale: 'en',
  blocks: [
    { type: 'paragraph', startUtf16: 0, endUtf16: first.length },
    { type: 'paragraph', startUtf16: first.length + 2, endUtf16: text.length }
  ]
}
const rangeOf = (words: string) => {
  const startUtf16 = text.indexOf(words)
  return { startUtf16, endUtf16: startUtf16 + words.length }
}
const textOf = (range: { startUtf16: number; endUtf16: number } | null) =>
  range && text.slice(range.startUtf16, range.endUtf16)

describe('a selection snaps', () => {
  test.each<[SnapMode, string, string]>([
    ['off', 'dams sp', 'dams sp'],
    ['word', 'dams sp', 'Adams spoke'],
    ['sentence', 'dams sp', 'Mr. Adams spoke.'],
    ['sentence', 'poke. “W', 'Mr. Adams spoke. “We knew ‘all of it’ then,” said Ms. Ray.'],
    ['sentence', 'spoke. ', 'Mr. Adams spoke.'],
    ['quotation', 'of i', '‘all of it’'],
    ['quotation', 'knew ‘al', '“We knew ‘all of it’ then,”'],
    ['quotation', 'then,” sa', '“We knew ‘all of it’ then,”'],
    // Where nothing is quoted it would otherwise do nothing at all.
    ['quotation', 'dams sp', 'Adams spoke'],
    ['sentence', 'Ray.\n\nNob', '“We knew ‘all of it’ then,” said Ms. Ray.\n\nNobody asked.']
  ])('%s: %j → %j', (mode, selected, expected) =>
    expect(textOf(snapSelection(context, rangeOf(selected), mode))).toBe(expected)
  )

  test.each<SnapMode>(['off', 'word', 'sentence', 'quotation'])('%s: white space alone is nothing', mode =>
    expect(snapSelection(context, rangeOf('\n\n'), mode)).toBeNull()
  )
})

test('at a caret, its sentence or quotation', () => {
  const caret = rangeOf('of it').startUtf16
  expect(textOf(extentAtCaret(context, caret, 'quotation'))).toBe('‘all of it’')
  expect(textOf(extentAtCaret(context, 2, 'sentence'))).toBe('Mr. Adams spoke.')
  expect(extentAtCaret(context, 2, 'quotation')).toBeNull()
  expect(extentAtCaret(context, 2, 'word')).toBeNull()
})

describe('asked again, a selection grows', () => {
  const caret = { startUtf16: 2, endUtf16: 2 }
  test('by sentences', () => {
    const once = growBySentence(context, caret)!
    expect(textOf(once)).toBe('Mr. Adams spoke.')
    const twice = growBySentence(context, once)!
    expect(textOf(twice)).toBe(first)
    const thrice = growBySentence(context, twice)!
    expect(textOf(thrice)).toBe(text)
    expect(growBySentence(context, thrice)).toEqual(thrice)
  })

  test('by paragraphs', () => {
    const once = growByParagraph(context, caret)!
    expect(textOf(once)).toBe(first)
    const twice = growByParagraph(context, once)!
    expect(textOf(twice)).toBe(text)
    expect(growByParagraph(context, twice)).toEqual(twice)
  })

  test('from a quotation to the one around it', () => {
    const inner = growByQuotation(context, rangeOf('of it'))!
    expect(textOf(inner)).toBe('‘all of it’')
    const outer = growByQuotation(context, inner)!
    expect(textOf(outer)).toBe('“We knew ‘all of it’ then,”')
    expect(growByQuotation(context, outer)).toBeNull()
  })
})
