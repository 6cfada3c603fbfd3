import type { PageStart } from '../../project/entities'
import { formatPlace, type Problems } from '../problems'
import type { IndexedText } from './indexed-text'
import type { DatasetRevision } from './schema'

/** Starts of pages in UTF-16 offsets; they must lie in the text and ascend. */
export function readPages(
  pages: DatasetRevision['pages'],
  { index }: IndexedText,
  path: readonly PropertyKey[],
  problems: Problems
): PageStart[] | undefined {
  if (pages === undefined) return undefined
  const read: PageStart[] = []
  let previous = 0
  for (const [position, { label, start }] of pages.entries()) {
    const place = () => formatPlace([...path, position, 'start'])
    if (start > index.lengthCodePoints) {
      const outside = `lies outside the text, which has ${index.lengthCodePoints} code points`
      problems.add('offset-outside-text', `${start} ${outside}`, place())
    } else if (start < previous) {
      problems.add('wrong-pages', 'The page begins before the one before it', place())
    } else read.push({ label, startUtf16: index.toUtf16(start) })
    previous = start
  }
  return read
}
