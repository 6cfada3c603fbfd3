import { blockAt } from '../annotation/annotation-index'
import type { Block, Revision } from '../project/entities'
import { ok, type Result } from '../result'
import { plainTextBlocks, type BlockedText } from './blocks'
import { canonicalizeText } from './canonical-text'
import { compareRevisions } from './revision-difference'
import type { Run } from './shortest-edit'

/** Of a block's text this share has to come from an older one for it to be of that one's type. */
const sameBlockShare = 0.5

/**
 * Text and blocks of a text that was edited: blank lines divide blocks; a block that comes from one of the
 * older revision keeps its type and level, others are told as in a plain text file. Fails as
 * `canonicalizeText` does.
 */
export function correctedBlocks(
  before: Pick<Revision, 'text' | 'blocks'>,
  edited: string
): Result<BlockedText> {
  const canonical = canonicalizeText(edited, 'the text')
  if (!canonical.ok) return canonical
  if (canonical.value === before.text) return ok({ text: before.text, blocks: before.blocks })
  const guessed = plainTextBlocks(canonical.value)
  const { equal } = compareRevisions(before.text, guessed.text)
  const ancestors = ancestorsOf(equal, before.blocks, guessed.blocks)
  const used = new Set<number>()
  const blocks = guessed.blocks.map((block, index) => {
    const ancestor = ancestors[index]
    const old = ancestor === undefined ? undefined : before.blocks[ancestor]
    // Of a heading that was cut in two only the first piece is one.
    if (ancestor === undefined || old === undefined || (old.type === 'heading' && used.has(ancestor)))
      return block
    used.add(ancestor)
    return ofType(old, block)
  })
  return ok({ text: guessed.text, blocks })
}

function ofType({ type, level }: Block, { startUtf16, endUtf16 }: Block): Block {
  return { type, ...(level === undefined ? {} : { level }), startUtf16, endUtf16 }
}

/** For each new block the old one that most of its text comes from, if enough does. */
function ancestorsOf(equal: readonly Run[], before: readonly Block[], after: readonly Block[]) {
  const shared = after.map(() => new Map<number, number>())
  for (const { a, b, length } of equal) {
    for (let at = 0; at < length;) {
      const [old, now] = [blockAt(before, a + at), blockAt(after, b + at)]
      const oldEnd = before[old + 1]?.startUtf16 ?? Infinity
      const nowEnd = after[now + 1]?.startUtf16 ?? Infinity
      const step = Math.max(1, Math.min(length - at, oldEnd - a - at, nowEnd - b - at))
      const counts = shared[now]
      counts?.set(old, (counts.get(old) ?? 0) + step)
      at += step
    }
  }
  return after.map(({ startUtf16, endUtf16 }, index) => {
    let best: number | undefined
    let most = (endUtf16 - startUtf16) * sameBlockShare
    for (const [old, units] of shared[index] ?? []) if (units >= most) [best, most] = [old, units]
    return best
  })
}
