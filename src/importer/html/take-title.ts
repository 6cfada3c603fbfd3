import type { BlockContent } from '../../core/anchoring/blocks'

/** A longer first heading is a paragraph gone astray, not a title. */
const longestTitle = 300

/**
 * Lifts the headline out of the text, as Markdown's is: a heading at the very beginning that is of level 1 or
 * says what the title, or the headline `shown` on the page, says. Without another title it becomes the title.
 * The last block is never taken.
 */
export function takeTitle(
  contents: readonly BlockContent[],
  given: string,
  shown = given
): { contents: readonly BlockContent[]; title: string } {
  const [first, ...rest] = contents
  if (first === undefined || rest.length === 0 || first.type !== 'heading') return { contents, title: given }
  const heading = first.text.replace(/\s+/g, ' ').trim()
  if (heading.length > longestTitle) return { contents, title: given }
  if (fold(heading) === fold(given) || fold(heading) === fold(shown)) return { contents: rest, title: given }
  if (first.level !== 1) return { contents, title: given === '' ? heading : given }
  // Pages shorten their headline for other sites; the one that readers saw is the better one.
  return { contents: rest, title: heading }
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim()
}
