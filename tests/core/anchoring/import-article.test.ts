import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { importArticle, importPastedText } from '../../../src/core/anchoring/import-article'
import { blockSchema } from '../../../src/core/project/entities'

const file = (fileName: string, text: string) => ({ fileName, bytes: new TextEncoder().encode(text) })
const sentence =
  'The judge threw out a portion of that case, although the charges remain pending to this day.'

describe('importArticle', () => {
  test('a text file keeps its headline in the text, so that its offsets hold', () => {
    const source = `Court rules on the site\n\n${sentence}`
    const result = importArticle(file('a.txt', source))
    expect(result).toEqual({
      ok: true,
      value: {
        title: 'Court rules on the site',
        text: source,
        blocks: [
          { type: 'heading', level: 1, startUtf16: 0, endUtf16: 23 },
          { type: 'paragraph', startUtf16: 25, endUtf16: source.length }
        ]
      }
    })
  })

  test.each([
    {
      name: 'a headline of two sentences',
      text: `One thing. Another.\n\n${sentence}`,
      title: 'One thing. Another.'
    },
    { name: 'a long opening paragraph', text: `${sentence} ${sentence}\n\n${sentence}`, title: 'story.v2' },
    { name: 'two lines', text: `One\ntwo\n\n${sentence}`, title: 'story.v2' },
    { name: 'no words', text: `***\n\n${sentence}`, title: 'story.v2' },
    { name: 'nothing below it', text: 'One thing', title: 'story.v2' }
  ])('title of a text with $name', ({ text, title }) => {
    const result = importArticle(file('story.v2.TXT', text))
    expect(result.ok && result.value.title).toBe(title)
  })

  test.each(['a.md', 'a.MARKDOWN'])('%s is Markdown', name => {
    const result = importArticle(file(name, '# Title\r\n\r\nSome *text*'))
    expect(result.ok && result.value).toMatchObject({ title: 'Title', text: 'Some text' })
  })

  test.each([
    { input: file('a.docx', 'x'), code: 'unsupported-file', says: '.docx' },
    { input: file('README', 'x'), code: 'unsupported-file', says: 'without an extension' },
    { input: file('.txt', 'x'), code: 'unsupported-file', says: 'without an extension' },
    { input: file('a.txt', ''), code: 'empty-file', says: 'a.txt' },
    { input: file('a.md', '<br>'), code: 'no-text', says: 'a.md' },
    { input: file('a.md', '>'.repeat(300)), code: 'too-deep', says: 'nested' }
  ])('refuses $input.fileName: $code', ({ input, code, says }) => {
    const result = importArticle(input)
    expect(result).toMatchObject({ ok: false, error: { code, place: input.fileName } })
    expect(!result.ok && result.error.message).toContain(says)
  })

  const corpus = new URL('../../../../shared/corpus/backpage-2024.txt', import.meta.url)
  test.skipIf(!existsSync(corpus))('a real article keeps every offset', () => {
    const bytes = readFileSync(corpus)
    const result = importArticle({ fileName: 'backpage-2024.txt', bytes })
    if (!result.ok) throw new Error(result.error.message)
    expect(result.value.text).toBe(bytes.toString('utf8'))
    expect(result.value.title).toMatch(/^Kamala Harris .* fallout\.$/)
    expect(result.value.blocks).toHaveLength(72)
    for (const block of result.value.blocks) expect(blockSchema.safeParse(block).success).toBe(true)
  })
})

describe('importPastedText', () => {
  test.each([
    { name: 'a headline', pasted: `\ufeffCourt rules\r\n\r\n${sentence}`, title: 'Court rules' },
    {
      name: 'one paragraph',
      pasted: sentence,
      title: 'The judge threw out a portion of that case, although the charges remain pending…'
    },
    { name: 'one short line', pasted: '\n  A line \n', title: 'A line' },
    { name: 'one word without end', pasted: '😀'.repeat(100), title: `${'😀'.repeat(40)}…` }
  ])('title of $name', ({ pasted, title }) => {
    const result = importPastedText(pasted)
    expect(result.ok && result.value.title).toBe(title)
  })

  test.each([
    { pasted: '', code: 'no-text' },
    { pasted: ' \n', code: 'no-text' },
    { pasted: 'a\0b', code: 'binary-file' },
    { pasted: 'a\ud83d', code: 'lone-surrogate' }
  ])('refuses $pasted: $code', ({ pasted, code }) => {
    expect(importPastedText(pasted)).toMatchObject({ ok: false, error: { code } })
  })
})
