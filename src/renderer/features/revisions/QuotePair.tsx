import { useMemo } from 'react'
import { diffText } from '../../../core/anchoring/diff-text'

/** Longer quotations are cut for a list. */
const mostUtf16 = 2000

/** A quotation as it was and as it is now, in one: struck is what went, underlined what came. Null: it is gone. */
export function QuotePair({ before, now }: { before: string; now: string | null }) {
  const parts = useMemo(
    () => (now === null ? [] : diffText(before.slice(0, mostUtf16), now.slice(0, mostUtf16))),
    [before, now]
  )
  if (now === null) return <blockquote className="quote-pair">{before.slice(0, mostUtf16)}</blockquote>
  return (
    <blockquote className="quote-pair">
      {parts.map(({ kind, text, startBefore }) => {
        const key = `${kind}-${startBefore}`
        if (kind === 'removed') return <del key={key}>{text}</del>
        if (kind === 'added') return <ins key={key}>{text}</ins>
        return <span key={key}>{text}</span>
      })}
    </blockquote>
  )
}
