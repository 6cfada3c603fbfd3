// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import type { Block } from '../../../src/core/project/entities'
import { ArticleDocument } from '../../../src/renderer/editor/article-document'
import { createTextEditor } from '../../../src/renderer/editor/text-editor'
import { revisionOf } from './sample-revision'

function shown(texts: string[], types: Pick<Block, 'type' | 'level'>[]) {
  const mount = document.createElement('div')
  const article = new ArticleDocument(revisionOf(texts, i => types[i] ?? { type: 'paragraph' }))
  const editor = createTextEditor(mount, 'en', article.section(0))
  const { dom } = editor.view
  return { dom, blocks: [...dom.querySelectorAll<HTMLElement>('[data-block]')] }
}

test('the text is a named region that can be focused and not edited, and brings no style of its own', () => {
  const { dom } = shown(['Words'], [])
  expect(dom.getAttribute('role')).toBe('region')
  expect(dom.getAttribute('aria-label')).toBe('Article text')
  expect(dom.getAttribute('tabindex')).toBe('0')
  expect(dom.getAttribute('lang')).toBe('en')
  expect(dom.getAttribute('contenteditable')).toBe('false')
  expect(document.querySelector('style')).toBeNull()
})

test('blocks carry their number, paragraphs are counted alone, text is kept to the letter', () => {
  const texts = ['First', 'A heading', '  two  spaces\nand a line', '- item', '“Quoted”', 'Last <b>&amp;</b>']
  const { blocks } = shown(texts, [
    { type: 'paragraph' },
    { type: 'heading', level: 2 },
    { type: 'paragraph' },
    { type: 'list-item', level: 2 },
    { type: 'quotation' },
    { type: 'paragraph' }
  ])
  expect(blocks.map(block => block.textContent)).toEqual(texts)
  expect(blocks.map(block => block.dataset.block)).toEqual(['0', '1', '2', '3', '4', '5'])
  expect(blocks.map(block => block.dataset.n ?? '')).toEqual(['1', '', '2', '', '', '3'])
  expect(blocks.map(block => block.tagName)).toEqual(['P', 'H2', 'P', 'DIV', 'BLOCKQUOTE', 'P'])
  expect(blocks[3]?.dataset.level).toBe('2')
})

test('headings are h2 to h4 below the title, whatever level they were imported with', () => {
  const levels = [3, 4, 5, 6]
  const { blocks } = shown(
    levels.map(level => `Level ${level}`),
    levels.map(level => ({ type: 'heading', level }))
  )
  expect(blocks.map(block => block.tagName)).toEqual(['H2', 'H3', 'H4', 'H4'])
})

test('a section holds fifty blocks', () => {
  const article = new ArticleDocument(revisionOf(Array.from({ length: 120 }, (_, i) => `Paragraph ${i}`)))
  expect(article.sectionCount).toBe(3)
  expect(article.section(2).content).toHaveLength(20)
  expect(article.section(2).content?.[0]?.attrs?.block).toBe(100)
})

test('a text without blocks and empty blocks are shown as empty paragraphs', () => {
  expect(new ArticleDocument(revisionOf([])).sectionCount).toBe(1)
  expect(shown([], []).blocks).toHaveLength(1)
  expect(shown(['', 'a'], []).blocks.map(block => block.textContent)).toEqual(['', 'a'])
})
