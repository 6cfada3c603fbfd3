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
 * older revision keeps its type and level, others are told as in a plain text file. Pages begin where their
 * first letter that stayed is. Fails as
 * `canonicalizeText` does.
 */
export function correctedBlocks(
  before: Pick<Revision, 'text' | 'blocks' | 'pages'>,
  edited: string
): Result<BlockedText> {
  const canonical = canonicalizeText(edited, 'the text')
  if (!canonical.ok) return canonical
  if (canonical.value === before.text) return ok(unchanged(before))
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
  const pages = before.pages?.map(page => ({
    ...page,
    startUtf16: placeAfter(equal, page.startUtf16, guessed.text.length)
  }))
  return ok({ text: guessed.text, blocks, ...(pages === undefined ? {} : { pages }) })
}

function unchanged({ text, blocks, pages }: Pick<Revision, 'text' | 'blocks' | 'pages'>): BlockedText {
  return { text, blocks, ...(pages === undefined ? {} : { pages }) }
}

/** Where the old offset is now: with its own letter, else with the next one that stayed. */
function placeAfter(equal: readonly Run[], offsetUtf16: number, endUtf16: number): number {
  const run = equal.find(({ a, length }) => offsetUtf16 < a + length)
  return run === undefined ? endUtf16 : run.b + Math.max(0, offsetUtf16 - run.a)
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
