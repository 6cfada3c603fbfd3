import { useState } from 'react'
import type { VoiceMeasure } from '../../../../core/perspective/voice-share'
import type { ShownPassages } from '../../../persistence/study-view'
import { Button } from '../../../ui/Button'
import { barName, percentOf, shareInWords, shareOf, type CountedBy } from './share-words'

interface ShareListProps {
  measure: VoiceMeasure
  by: CountedBy
  onShowPassages(passages: ShownPassages): void
}

const shownAtOnce = 12

/** A bar for each group, one below the other; each leads to its passages. */
export function ShareList({ measure, by, onShowPassages }: ShareListProps) {
  const [most, setMost] = useState(shownAtOnce)
  const longest = Math.max(...measure.groups.map(group => shareOf(group, by)), 0.001)
  const rest = measure.groups.length - most
  return (
    <>
      <ul className="voice-list">
        {measure.groups.slice(0, most).map(group => (
          <li key={group.key}>
            <button
              type="button"
              aria-label={shareInWords(group, by)}
              onClick={() =>
                onShowPassages({ title: `${barName(measure, by)}: ${group.name}`, ids: group.passages })
              }
            >
              <span>{group.name}</span>
              <i>
                <b style={{ width: `${(shareOf(group, by) / longest) * 100}%` }} />
              </i>
              <em>{percentOf(group, by)}%</em>
              <em>{(by === 'words' ? group.words : group.passages.length).toLocaleString('en')}</em>
            </button>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <Button look="quiet" onClick={() => setMost(most + 50)}>
          Show {Math.min(50, rest)} more
        </Button>
      )}
    </>
  )
}
