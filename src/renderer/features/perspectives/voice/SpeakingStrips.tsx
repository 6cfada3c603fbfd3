import { useState, type KeyboardEvent } from 'react'
import { sideSigns } from '../../../../core/perspective/sides'
import { stripBins, type SpeakingStrip, type StripRow } from '../../../../core/perspective/speaking-strip'
import type { ShownPassages } from '../../../persistence/study-view'
import { Button } from '../../../ui/Button'
import { SideGlyph } from '../SideGlyph'
import { countOf } from './share-words'

interface SpeakingStripsProps {
  strips: readonly SpeakingStrip[]
  onShowPassages(passages: ShownPassages): void
}

const shownAtOnce = 6

/** Where in the text each side speaks: from its beginning, at the left, to its end. */
export function SpeakingStrips({ strips, onShowPassages }: SpeakingStripsProps) {
  const [most, setMost] = useState(shownAtOnce)
  return (
    <>
      {strips.slice(0, most).map(({ of, rows }) => (
        <div key={of?.article.id ?? 'all'} className="voice-strip">
          {strips.length > 1 && <h3>{of?.article.title ?? 'All articles, each over the same length'}</h3>}
          {rows.map(row => (
            <StripLine key={row.voice.key} row={row} onShowPassages={onShowPassages} />
          ))}
        </div>
      ))}
      <p className="voice-strip-ends" aria-hidden="true">
        <span>Beginning</span>
        <span>End</span>
      </p>
      {strips.length > most && (
        <Button look="quiet" onClick={() => setMost(most + shownAtOnce)}>
          Show {Math.min(shownAtOnce, strips.length - most)} more articles
        </Button>
      )}
    </>
  )
}

interface StripLineProps {
  row: StripRow
  onShowPassages(passages: ShownPassages): void
}

/** One side's line. Only the first of its bars is a tab stop; arrows go to the others. */
function StripLine({ row: { voice, bins }, onShowPassages }: StripLineProps) {
  const first = bins.findIndex(({ passages }) => passages.length > 0)
  return (
    <div className="voice-strip-line" role="group" aria-label={voice.name} onKeyDown={moveAlong}>
      <span className="voice-strip-name" aria-hidden="true">
        {voice.side !== null && <SideGlyph shape={sideSigns[voice.side].shape} size={10} />}
        {voice.name}
      </span>
      <div className="voice-strip-bins">
        {bins.map(({ share, words, passages }, i) => {
          const part = `${percentAt(i)} to ${percentAt(i + 1)} percent of the text`
          const said = `${voice.name}, ${part}, ${countOf(Math.round(words), 'word')} in ${countOf(passages.length, 'passage')}`
          return passages.length === 0 ? (
            <i key={i} />
          ) : (
            <button
              key={i}
              type="button"
              tabIndex={i === first ? 0 : -1}
              aria-label={said}
              title={said}
              onClick={() => onShowPassages({ title: `${voice.name}, ${part}`, ids: passages })}
            >
              <b
                data-hatch={voice.side === null ? 'plain' : sideSigns[voice.side].hatch}
                style={{ height: `${Math.max(12, share * 100)}%` }}
              />
            </button>
          )
        })}
      </div>
    </div>
  )
}

function percentAt(bin: number): number {
  return Math.round((bin * 1000) / stripBins) / 10
}

function moveAlong(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  if (step === undefined) return
  const bars = [...event.currentTarget.querySelectorAll('button')]
  const at = bars.findIndex(bar => bar === document.activeElement)
  bars[at + step]?.focus()
  event.preventDefault()
  event.stopPropagation()
}
