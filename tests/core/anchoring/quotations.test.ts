import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quotationPieces, quotationsIn } from '../../../src/core/anchoring/quotations'
import type { Block } from '../../../src/core/project/entities'

function paragraphs(...lines: string[]): { text: string; blocks: Block[] } {
  const blocks: Block[] = []
  let at = 0
  for (const line of lines) {
    blocks.push({ type: 'paragraph', startUtf16: at, endUtf16: at + line.length })
    at += line.length + 2
  }
  return { text: lines.join('\n\n'), blocks }
}

const found = (line: string) => {
  const { text, blocks } = paragraphs(line)
  return quotationsIn(text, blocks, 0).map(one => text.slice(one.startUtf16, one.endUtf16))
}

describe('quotations', () => {
  test.each<[string, string, string[]]>([
    ['curly', 'He said “no way” again.', ['“no way”']],
    ['straight', 'He said "no way" and "yes".', ['"no way"', '"yes"']],
    ['straight at both ends', '"No," he said. "Yes."', ['"No,"', '"Yes."']],
    ['single', 'He said ‘no way’ again.', ['‘no way’']],
    ['angle', 'Il a dit « non » hier.', ['« non »']],
    ['low and high', 'Er sagte „nein“ gestern.', ['„nein“']],
    ['nested', 'She said “he told me ‘no’ twice” then.', ['“he told me ‘no’ twice”', '‘no’']],
    [
      'an apostrophe in a nested one',
      '“They said ‘don’t go’ often.”',
      ['“They said ‘don’t go’ often.”', '‘don’t go’']
    ],
    ['a possessive in a single one', 'a ‘workers’ rights’ group', ['‘workers’ rights’']],
    ['only apostrophes', 'The workers’ rights weren’t Jess’ own.', []],
    ['a decade', 'In the ‘90s they said ‘yes’ often.', ['‘yes’']],
    ['a mark without its partner', 'He said “no and left.', []],
    ['a nested mark without its partner', '“He said ‘no and left.”', ['“He said ‘no and left.”']],
    ['a stray closing mark', 'no” he said “yes”', ['“yes”']],
    ['inches', 'A 5" pipe and "a word".', ['"a word"']],
    ['nothing', 'Nobody said a thing.', []]
  ])('%s', (_name, line, expected) => expect(found(line)).toEqual(expected))

  test('a quotation of several paragraphs goes to the end of each', () => {
    const { text, blocks } = paragraphs('He said: “One.', '“Two.”', '“Three.', 'Four.')
    const all = blocks.flatMap((_, index) => quotationsIn(text, blocks, index))
    expect(all.map(one => [text.slice(one.startUtf16, one.endUtf16), one.isContinued])).toEqual([
      ['“One.', true],
      ['“Two.”', false]
    ])
  })

  test('depth counts what lies around', () => {
    const { text, blocks } = paragraphs('“a ‘b “c” d’ e” and “f”')
    expect(quotationsIn(text, blocks, 0).map(one => one.depth)).toEqual([0, 1, 2, 0])
  })
})

describe('an interrupted quotation', () => {
  const pieces = (line: string, index: number) => {
    const { text, blocks } = paragraphs(line)
    const all = quotationsIn(text, blocks, 0)
    return quotationPieces(text, all, all[index]!).map(one => text.slice(one.startUtf16, one.endUtf16))
  }

  test.each<[string, string, number, string[]]>([
    ['by a comma', '“We knew,” said Ms. Ray, “and we stayed.”', 0, ['“We knew,”', '“and we stayed.”']],
    [
      'asked from its second piece',
      '“We knew,” said Ms. Ray, “and we stayed.”',
      1,
      ['“We knew,”', '“and we stayed.”']
    ],
    ['by a sentence', '“We knew,” she said. “We stayed.”', 0, ['“We knew,”', '“We stayed.”']],
    ['twice', '“A,” he said, “b,” he added, “c.”', 1, ['“A,”', '“b,”', '“c.”']],
    ['not by other words', 'The “park” and the “garden” are closed.', 0, ['“park”']],
    ['not by another sentence', '“A,” he said. The court heard him. “B.”', 0, ['“A,”']],
    ['not one inside another', '“He said ‘a’ loudly,” she said, “and left.”', 1, ['‘a’']]
  ])('%s', (_name, line, index, expected) => expect(pieces(line, index)).toEqual(expected))
})

test('whatever marks stand where, quotations nest and stay inside their block', () => {
  const piece = fc.constantFrom('“', '”', '‘', '’', '"', '«', '»', '„', 'a', 's', ' ', '. ')
  fc.assert(
    fc.property(fc.array(fc.array(piece, { maxLength: 20 }), { minLength: 1, maxLength: 3 }), lines => {
      const { text, blocks } = paragraphs(...lines.map(line => line.join('')))
      blocks.forEach((block, index) => {
        const all = quotationsIn(text, blocks, index)
        for (const one of all) {
          expect(one.startUtf16).toBeGreaterThanOrEqual(block.startUtf16)
          expect(one.endUtf16).toBeLessThanOrEqual(block.endUtf16)
          for (const other of all) {
            const crosses =
              one.startUtf16 < other.startUtf16 &&
              other.startUtf16 < one.endUtf16 &&
              one.endUtf16 < other.endUtf16
            expect(crosses).toBe(false)
          }
        }
      })
    })
  )
})
