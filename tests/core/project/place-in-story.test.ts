import { expect, test } from 'vitest'
import { pageAt, paragraphAt } from '../../../src/core/project/place-in-story'

const block = (type: 'paragraph' | 'heading', startUtf16: number) => ({
  type,
  startUtf16,
  endUtf16: startUtf16 + 8
})

test('paragraphs are counted without headings, which lead the one after them', () => {
  const blocks = [block('paragraph', 0), block('heading', 10), block('paragraph', 20)]
  expect([0, 9, 10, 25, 99].map(at => paragraphAt(blocks, at))).toEqual([1, 1, 2, 2, 2])
})

test('a passage is on the page that began last before it; what stands before all pages is on none', () => {
  const pages = [
    { label: 'iv', startUtf16: 5 },
    { label: '1', startUtf16: 20 }
  ]
  expect([0, 5, 19, 20, 99].map(at => pageAt(pages, at))).toEqual([undefined, 'iv', 'iv', '1', '1'])
  expect(pageAt(undefined, 3)).toBeUndefined()
})
