import { changedPassages, type ChangedPassage } from '../../../core/anchoring/changed-passages'
import type { DiffPart } from '../../../core/anchoring/diff-text'
import { useMemo } from 'react'

interface DifferenceViewProps {
  parts: readonly DiffPart[]
  /** Goes to a change; without it the changes are only read. */
  onGoTo?: (passage: ChangedPassage) => void
}

/** More changes than a person reads one by one. */
const mostShown = 200

/** The changes between two texts in their surroundings: struck is what went, underlined what came. */
export function DifferenceView({ parts, onGoTo }: DifferenceViewProps) {
  const passages = useMemo(() => changedPassages(parts), [parts])
  if (passages.length === 0) return <p className="revisions-quiet">The texts are the same.</p>
  const more = passages.length - mostShown
  return (
    <>
      <ol className="difference" aria-label="Changes">
        {passages.slice(0, mostShown).map((passage, index) => (
          <li key={passage.startBefore}>
            {onGoTo === undefined ? (
              <p>
                <Passage parts={passage.parts} />
              </p>
            ) : (
              <button
                type="button"
                aria-label={`Go to change ${index + 1}`}
                aria-describedby={`change-${index}`}
                onClick={() => onGoTo(passage)}
              >
                <span id={`change-${index}`}>
                  <Passage parts={passage.parts} />
                </span>
              </button>
            )}
          </li>
        ))}
      </ol>
      {more > 0 && (
        <p className="revisions-quiet">
          {more.toLocaleString('en')} more changes further down are saved as well.
        </p>
      )}
    </>
  )
}

function Passage({ parts }: { parts: readonly DiffPart[] }) {
  return parts.map(({ kind, text, startBefore }) => {
    const key = `${kind}-${startBefore}`
    if (kind === 'removed') return <del key={key}>{visible(text)}</del>
    if (kind === 'added') return <ins key={key}>{visible(text)}</ins>
    return <span key={key}>{text}</span>
  })
}

/** A change of line breaks or of spaces alone has to be seen as well. */
function visible(text: string): string {
  const marked = text.replaceAll('\n', '¶\n')
  return /\S/.test(marked) ? marked : marked.replaceAll(' ', '␣')
}
