/** @typedef {import('@playwright/test').Page} Page */

/**
 * Picks short passages of the open article, each from a paragraph of its own and occurring once.
 * @param {Page} page
 * @param {number} count
 * @returns {Promise<string[]>}
 */
export function pickPassages(page, count) {
  return page.evaluate(wanted => {
    const region = document.querySelector('[aria-label="Article text"]')
    const blocks = [...(region?.querySelectorAll('[data-block]') ?? [])].map(block => block.textContent ?? '')
    const whole = blocks.join('\n')
    return blocks
      .filter(text => text.length > 260)
      .map(text =>
        text
          .split(' ')
          .slice(4, 11)
          .join(' ')
          .replace(/[.,;:]$/, '')
      )
      .filter(words => !words.includes('\n') && whole.split(words).length === 2)
      .slice(0, wanted)
  }, count)
}

/**
 * Selects a passage by dragging the mouse over it and waits for the toolbar that offers to tag it.
 * @param {Page} page
 * @param {string} words
 */
export async function dragOver(page, words) {
  await endsOf(page, words)
  // The first call scrolled; positions are read again once the view has come to rest.
  await page.waitForTimeout(100)
  const { x1, y1, x2, y2 } = await endsOf(page, words)
  await page.mouse.move(x1, y1)
  await page.mouse.down()
  await page.mouse.move((x1 + x2) / 2, (y1 + y2) / 2, { steps: 3 })
  await page.mouse.move(x2, y2, { steps: 3 })
  await page.mouse.up()
  await page.getByRole('toolbar', { name: 'Tag selection' }).waitFor()
}

/**
 * Brings a passage on screen.
 * @param {Page} page
 * @param {string} words
 * @returns {Promise<{ x1: number, y1: number, x2: number, y2: number }>} where its first and last letters lie
 */
function endsOf(page, words) {
  return page.evaluate(passage => {
    const region = document.querySelector('[aria-label="Article text"]')
    for (const block of region?.querySelectorAll('[data-block]') ?? []) {
      const node = document.createTreeWalker(block, NodeFilter.SHOW_TEXT).nextNode()
      const start = node?.textContent?.indexOf(passage) ?? -1
      if (node === null || start < 0) continue
      block.scrollIntoView({ block: 'center' })
      /** @param {number} offset */
      const letterAt = offset => {
        const range = document.createRange()
        range.setStart(node, offset)
        range.setEnd(node, offset + 1)
        return range.getBoundingClientRect()
      }
      const first = letterAt(start)
      const last = letterAt(start + passage.length - 1)
      return {
        x1: first.left + 1,
        y1: first.top + first.height / 2,
        x2: last.right - 1,
        y2: last.top + last.height / 2
      }
    }
    throw new Error(`Not in the article: ${passage}`)
  }, words)
}
