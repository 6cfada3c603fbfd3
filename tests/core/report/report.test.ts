import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { composePicture, pictureFile } from '../../../src/core/report/compose-picture'
import { csvFile, csvText } from '../../../src/core/tables/write-csv'
import type { Figure, FigureTable, TextFont } from '../../../src/core/report/figure'
import { hatchOf } from '../../../src/core/report/ink'
import { escapeXml, svg, svgText } from '../../../src/core/report/svg'
import { cutText, wrapText } from '../../../src/core/report/wrap-text'

const font: TextFont = { family: 'ui', size: 10 }
/** Every UTF-16 unit is 5 px wide: widths can be told by heart. */
const measure = (text: string) => text.length * 5

describe('text is wrapped so that nothing of it is lost and no line is too wide', () => {
  test.each([
    ['one line is enough', 'short', 100, ['short']],
    ['breaks at spaces', 'one two three', 40, ['one two', 'three']],
    ['breaks after a hyphen', 'a state-court case', 60, ['a state-', 'court case']],
    ['breaks after a dash', 'before–after', 40, ['before–', 'after']],
    ['white space and line feeds are one space', ' a \n\n b ', 100, ['a b']],
    ['a word wider than a line is broken', 'abcdefghij', 25, ['abcde', 'fghij']],
    ['nothing has no lines', '  ', 100, []]
  ])('%s', (_why, text, width, lines) => {
    expect(wrapText(text, font, width, measure)).toEqual(lines)
  })

  test('an emoji of several code points stays whole, even where it does not fit', () => {
    const family = '👨‍👩‍👧‍👦'
    expect(wrapText(family + family, font, 10, measure)).toEqual([family, family])
  })

  test('whatever the text', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '-', '–', '\n', 'é'), maxLength: 60 })
    fc.assert(
      fc.property(words, fc.integer({ min: 15, max: 120 }), (text, width) => {
        const lines = wrapText(text, font, width, measure)
        expect(lines.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''))
        for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(width)
      })
    )
  })

  test('what is cut ends in an ellipsis and fits', () => {
    expect(cutText('a long sentence', font, 40, measure)).toBe('a long…')
    expect(cutText('short', font, 40, measure)).toBe('short')
  })
})

describe('CSV is what RFC 4180 and spreadsheets expect', () => {
  const table = (...rows: FigureTable['rows'][number][]): FigureTable => ({
    columns: [{ title: 'Who' }, { title: 'Words', isNumber: true }],
    rows
  })
  test.each([
    ['numbers as they are', table(['Ann', 1234.5]), 'Who,Words\r\nAnn,1234.5\r\n'],
    ['a negative number is no formula', table(['Ann', -3]), 'Who,Words\r\nAnn,-3\r\n'],
    ['an empty cell', table(['Ann', null]), 'Who,Words\r\nAnn,\r\n'],
    ['quotes, commas and lines', table(['a "b", c\nd', 1]), 'Who,Words\r\n"a ""b"", c\nd",1\r\n'],
    ['a formula is harmless', table(['=1+1', 1]), "Who,Words\r\n'=1+1,1\r\n"],
    ['so is one behind a tab or an @', table(['\t=1', 1], ['@x', 2]), "Who,Words\r\n'\t=1,1\r\n'@x,2\r\n"]
  ])('%s', (_why, value, text) => {
    expect(csvText(value)).toBe(text)
  })

  test('a file says that it is UTF-8', () => {
    expect(csvFile(table(['Zoë', 1]))).toBe('\uFEFFWho,Words\r\nZoë,1\r\n')
  })
})

describe('a picture holds what it was given and nothing else', () => {
  const figure = (words: string): Figure => ({
    id: 'shares',
    title: words,
    subtitle: words,
    legend: [{ sign: svg('rect', { width: 14, height: 14, fill: hatchOf('supports') }), label: words }],
    draw: ({ width }) => ({ width, height: 40, content: [svg('text', { x: 0, y: 10 }, words)] }),
    table: { columns: [], rows: [] },
    method: [words],
    passages: []
  })

  test.each(['<script>alert(1)</script>', '"><img src=x>', ']]><!--', '&amp;', '\u0000\u0008text\uFFFF'])(
    'hostile text is only text: %j',
    words => {
      const markup = pictureFile(figure(words), measure)
      expect(markup).not.toMatch(/<script|<img|<!--|[\u0000-\u0008\uFFFE\uFFFF]/u)
      expect(markup).toContain(escapeXml(words))
    }
  )

  test('long titles and methods make it higher, never wider', () => {
    const short = composePicture(figure('Short'), measure)
    const long = composePicture(figure('A longer sentence about many things. '.repeat(40)), measure)
    expect(long.width).toBe(short.width)
    expect(long.height).toBeGreaterThan(short.height)
  })

  test('every pattern that is referred to is defined in the same file', () => {
    const markup = pictureFile(figure('Words'), measure)
    for (const [, id] of markup.matchAll(/url\(#([\w-]+)\)/gu)) expect(markup).toContain(`id="${id}"`)
  })

  test('text and attributes survive the way through markup', () => {
    const unescape = (text: string) =>
      text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 12 }), text => {
        // What XML cannot say at all is dropped.
        const sayable = text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
        const markup = svgText(svg('text', { id: text }, text))
        expect(unescape(markup)).toBe(`<text id="${sayable}">${sayable}</text>`)
      }),
      { numRuns: 40 }
    )
  })
})
