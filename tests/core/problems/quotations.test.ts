import { describe, expect, test } from 'vitest'
import type { Block } from '../../../src/core/project/entities'
import { findQuotations } from '../../../src/core/problems/quotations'

function quotations(...paragraphs: string[]): string[] {
  const text = paragraphs.join('\n\n')
  let startUtf16 = 0
  const blocks = paragraphs.map((paragraph): Block => {
    const block: Block = { type: 'paragraph', startUtf16, endUtf16: startUtf16 + paragraph.length }
    startUtf16 = block.endUtf16 + 2
    return block
  })
  return findQuotations(text, blocks).map(range => text.slice(range.startUtf16, range.endUtf16))
}

describe('quotations', () => {
  test.each([
    { what: 'curly marks', of: ['He said “we did not do it” again.'], are: ['“we did not do it”'] },
    { what: 'straight marks', of: ['He said "we did not do it" again.'], are: ['"we did not do it"'] },
    { what: 'guillemets', of: ['Il a dit «ce n’est pas vrai».'], are: ['«ce n’est pas vrai»'] },
    { what: 'German marks', of: ['Er sagte: „das ist nicht wahr“.'], are: ['„das ist nicht wahr“'] },
    {
      what: 'two in one paragraph',
      of: ['“This is the first one,” she said. “This is another one.”'],
      are: ['“This is the first one,”', '“This is another one.”']
    },
    {
      what: 'one with another inside',
      of: ['“She told me ‘never go there’ twice,” he said.'],
      are: ['“She told me ‘never go there’ twice,”']
    },
    {
      what: 'one over two paragraphs, as two',
      of: ['“It began in the spring.', '“And it went on.”'],
      are: ['“It began in the spring.', '“And it went on.”']
    },
    { what: 'no terms or titles', of: ['The so-called “dark web” and "Howl".'], are: [] },
    { what: 'no inches', of: ['The pipe was 12" wide and 14" high.'], are: [] },
    { what: 'no lone closing mark', of: ['as it ended.” Then nothing more came.'], are: [] },
    { what: 'nothing in a text without marks', of: ['Nothing to see.'], are: [] }
  ])('$what', ({ of, are }) => {
    expect(quotations(...of)).toEqual(are)
  })
})
