import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { markdownBlocks } from '../../../src/core/anchoring/markdown-blocks'

/** Each block as "type level: text", which reads better in a table than offsets. */
function outline(markdown: string): string[] {
  const result = markdownBlocks(markdown)
  if (!result.ok) return [result.error.code]
  const { text, blocks } = result.value
  return blocks.map(({ type, level, startUtf16, endUtf16 }) => {
    return `${type}${level === undefined ? '' : ` ${level}`}: ${text.slice(startUtf16, endUtf16)}`
  })
}

describe('markdownBlocks', () => {
  test.each([
    {
      name: 'marks go',
      markdown: 'A *b* **c** `d` [e](http://x.y "t") ~f~',
      blocks: ['paragraph: A b c d e ~f~']
    },
    {
      name: 'reference links',
      markdown: 'See [this][1].\n\n[1]: http://x.y',
      blocks: ['paragraph: See this.']
    },
    {
      name: 'images become their description',
      markdown: 'A ![a photo](p.png) b',
      blocks: ['paragraph: A a photo b']
    },
    { name: 'an image without one', markdown: '![](p.png)\n\nText', blocks: ['paragraph: Text'] },
    {
      name: 'HTML goes',
      markdown: '<div>\nx\n</div>\n\na <b>bold</b> word',
      blocks: ['paragraph: a bold word']
    },
    { name: 'a script goes', markdown: '<script>alert(1)</script>\n\nText', blocks: ['paragraph: Text'] },
    {
      name: 'headings',
      markdown: '## Two\n\nText\n\nThree\n---',
      blocks: ['heading 2: Two', 'paragraph: Text', 'heading 2: Three']
    },
    {
      name: 'nested lists',
      markdown: '- a\n  - b\n\n    more\n1. c',
      blocks: ['list-item 1: a', 'list-item 2: b', 'list-item 2: more', 'list-item 1: c']
    },
    {
      name: 'quotations',
      markdown: '> a\n>\n> b\n\nc',
      blocks: ['quotation: a', 'quotation: b', 'paragraph: c']
    },
    {
      name: 'a quotation in a list, a list in a quotation',
      markdown: '- > a\n\n> - b',
      blocks: ['quotation: a', 'list-item 1: b']
    },
    {
      name: 'code with a blank line is two blocks',
      markdown: '```\na\n\nb\n```',
      blocks: ['paragraph: a', 'paragraph: b']
    },
    { name: 'soft and hard breaks', markdown: 'a\nb\\\nc', blocks: ['paragraph: a\nb\nc'] },
    { name: 'character references', markdown: '&lt;a&gt; &amp; &#x1F600;', blocks: ['paragraph: <a> & 😀'] },
    {
      name: 'line breaks hidden in references',
      markdown: 'a&#13;&#10;&#13;b',
      blocks: ['paragraph: a', 'paragraph: b']
    },
    {
      name: 'a level is never above six',
      markdown: Array.from({ length: 8 }, (_, i) => `${'  '.repeat(i)}- ${i}`).join('\n'),
      blocks: [1, 2, 3, 4, 5, 6, 6, 6].map((level, i) => `list-item ${level}: ${i}`)
    },
    { name: 'nothing but marks', markdown: '---\n\n<br>\n\n[a]: b', blocks: [] }
  ])('$name', ({ markdown, blocks }) => {
    expect(outline(markdown)).toEqual(blocks)
  })

  test.each([
    { name: 'the first heading', markdown: '# The *title*\n\nText', title: 'The title', text: 'Text' },
    { name: 'after a paragraph', markdown: 'Intro\n\n# T\n\nText', title: 'T', text: 'Intro\n\nText' },
    { name: 'only the first', markdown: '# T\n\n# U', title: 'T', text: 'U' },
    { name: 'over two lines', markdown: 'The\ntitle\n===\n\nText', title: 'The title', text: 'Text' },
    { name: 'not when it is all there is', markdown: '# T', title: undefined, text: 'T' },
    { name: 'not an empty one', markdown: '#\n\nText', title: undefined, text: 'Text' },
    { name: 'not a level 2', markdown: '## T\n\nText', title: undefined, text: 'T\n\nText' },
    { name: 'not one in a quotation', markdown: '> # T\n\nText', title: undefined, text: 'T\n\nText' },
    {
      name: 'not a paragraph in disguise',
      markdown: `# ${'x'.repeat(301)}\n\nText`,
      title: undefined,
      text: `${'x'.repeat(301)}\n\nText`
    }
  ])('title: $name', ({ markdown, title, text }) => {
    const result = markdownBlocks(markdown)
    expect(result.ok && result.value.title).toBe(title)
    expect(result.ok && result.value.text).toBe(text)
  })

  test.each([
    { name: 'quotations on one line', markdown: `${'>'.repeat(201)} a`, isDeep: true },
    { name: 'a hundred thousand', markdown: '> '.repeat(100_000), isDeep: true },
    { name: 'lists on one line', markdown: `${'- '.repeat(250)}a`, isDeep: true },
    {
      name: 'lists by indentation',
      markdown: Array.from({ length: 110 }, (_, i) => `${' '.repeat(i * 2)}- a`).join('\n'),
      isDeep: true
    },
    { name: 'emphasis', markdown: `${'*'.repeat(600)}a${'*'.repeat(600)}`, isDeep: true },
    { name: 'what a person might write', markdown: `${'>'.repeat(50)} a`, isDeep: false }
  ])('nesting of $name is refused: $isDeep', ({ markdown, isDeep }) => {
    expect(outline(markdown).includes('too-deep')).toBe(isDeep)
  })

  test('whatever the marks, blocks cover the text, joined by one empty line', () => {
    const pieces = fc.constantFrom(
      '# ',
      '> ',
      '- ',
      '1. ',
      '\n',
      '\n\n',
      '    ',
      'word ',
      '*',
      '_',
      '`',
      '[a](b)',
      '<i>',
      '&#10;',
      '😀',
      '\\',
      '```\n'
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), parts => {
        const result = markdownBlocks(parts.join(''))
        if (!result.ok) throw new Error(result.error.code)
        const { text, blocks } = result.value
        const slices = blocks.map(block => text.slice(block.startUtf16, block.endUtf16))
        expect(slices.join('\n\n')).toBe(text)
        for (const slice of slices) expect(slice).toMatch(/^(?!\s*$)(?!\n)(?![\s\S]*\n\s*\n)(?![\s\S]*\n$)/)
      })
    )
  })
})
