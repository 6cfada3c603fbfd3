import { paragraphBlocks } from '../../anchoring/blocks'
import type { Block } from '../../project/entities'
import { formatPlace, type Problems } from '../problems'
import type { IndexedText } from './indexed-text'
import type { DatasetRevision } from './schema'

/** At least one empty line, and nothing one could read. */
const blankLines = /^\s*\n[^\S\n]*\n\s*$/

/**
 * Blocks in UTF-16 offsets. They must follow each other, be parted by blank lines and leave no words
 * outside. Without blocks, every piece of text between blank lines is a paragraph.
 */
export function readBlocks(
  blocks: DatasetRevision['blocks'],
  indexed: IndexedText,
  path: readonly PropertyKey[],
  problems: Problems
): Block[] {
  if (blocks === undefined) return paragraphBlocks(indexed.text)
  const read: Block[] = []
  for (const [position, { type, level, start, end }] of blocks.entries()) {
    const problem = (code: string, message: string, key: string) => {
      problems.add(code, message, formatPlace([...path, position, key]))
      return []
    }
    const { lengthCodePoints } = indexed.index
    const outside = `lies outside the text, which has ${lengthCodePoints} code points`
    if (start > lengthCodePoints) return problem('offset-outside-text', `${start} ${outside}`, 'start')
    if (end > lengthCodePoints) return problem('offset-outside-text', `${end} ${outside}`, 'end')
    if (end < start) return problem('wrong-blocks', 'The block ends before it begins', 'end')
    const startUtf16 = indexed.index.toUtf16(start)
    const previousEnd = read.at(-1)?.endUtf16
    if (previousEnd !== undefined && startUtf16 < previousEnd) {
      return problem('wrong-blocks', 'The block begins before the one before it ends', 'start')
    }
    const gap = indexed.text.slice(previousEnd ?? 0, startUtf16)
    if (previousEnd === undefined ? gap.trim() !== '' : !blankLines.test(gap)) {
      return problem('wrong-blocks', 'Between blocks there must be a blank line and no words', 'start')
    }
    const offsets = { startUtf16, endUtf16: indexed.index.toUtf16(end) }
    read.push(level === undefined ? { type, ...offsets } : { type, level, ...offsets })
  }
  if (indexed.text.slice(read.at(-1)?.endUtf16 ?? 0).trim() !== '') {
    problems.add('wrong-blocks', 'There is text after the last block', formatPlace(path))
  }
  return read
}
