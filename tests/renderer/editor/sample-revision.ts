import type { Block, Revision } from '../../../src/core/project/entities'

/** A revision whose blocks have these texts; `type` is asked for each block. */
export function revisionOf(
  texts: readonly string[],
  type: (index: number) => Pick<Block, 'type' | 'level'> = () => ({ type: 'paragraph' })
): Revision {
  let startUtf16 = 0
  const blocks = texts.map((text, i): Block => {
    const block = { ...type(i), startUtf16, endUtf16: startUtf16 + text.length }
    startUtf16 = block.endUtf16 + 2
    return block
  })
  return {
    id: 'r' as Revision['id'],
    projectId: 'p' as Revision['projectId'],
    articleId: 'a' as Revision['articleId'],
    number: 1,
    text: texts.join('\n\n'),
    textSha256: '0'.repeat(64),
    blocks,
    createdAt: '2026-01-01T00:00:00.000Z'
  }
}
