import { isHeadline } from '../../core/anchoring/import-article'
import type { BlockContent } from '../../core/anchoring/blocks'
import { takeTitle } from '../html/take-title'

/**
 * The headline of a document: a heading at its beginning is lifted out of the text; a first line that looks
 * like one, in documents without styles, stays in the text as a heading; else what the document's properties
 * say, which is often left over from another document.
 */
export function titledContents(
  contents: readonly BlockContent[],
  properties: string
): { contents: readonly BlockContent[]; title: string } {
  const taken = takeTitle(contents, '')
  if (taken.title !== '') return taken
  const [first, ...rest] = contents
  if (first?.type === 'paragraph' && rest.length > 0 && isHeadline(first.text)) {
    return { contents: [{ ...first, type: 'heading', level: 1 }, ...rest], title: first.text }
  }
  return { contents, title: properties }
}
