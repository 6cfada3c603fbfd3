import type { Perspective } from './perspective'

export interface ContextPiece {
  readonly text: string
  /** Is quoted on the card. */
  readonly isQuoted: boolean
}

/** The paragraphs around a perspective, verbatim and whole, in pieces; what the card quotes is marked. */
export function cardContext({ place, ranges }: Perspective): readonly ContextPiece[] {
  const { text, blocks } = place.of.revision
  const end = Math.max(...ranges.map(({ endUtf16 }) => endUtf16))
  const touched = blocks.filter(block => block.startUtf16 < end && block.endUtf16 > place.startUtf16)
  const from = Math.min(place.startUtf16, touched[0]?.startUtf16 ?? place.startUtf16)
  const to = Math.max(end, touched.at(-1)?.endUtf16 ?? end)
  const pieces: ContextPiece[] = []
  let at = from
  const add = (until: number, isQuoted: boolean) => {
    if (until > at) pieces.push({ text: text.slice(at, until), isQuoted })
    at = Math.max(at, until)
  }
  for (const range of ranges) {
    add(range.startUtf16, false)
    add(range.endUtf16, true)
  }
  add(to, false)
  return pieces
}
