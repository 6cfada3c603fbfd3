import { useState } from 'react'
import type { VoiceShare } from '../../../../core/perspective/voice-share'
import type { ShownPassages } from '../../../persistence/study-view'
import { percent, segmentName, shareOf } from './ShareBar'
import type { VoiceUnit } from './voice-store'

interface ShareTableProps {
  title: string
  share: VoiceShare
  unit: VoiceUnit
  onShowPassages(passages: ShownPassages): void
}

const shownAtFirst = 8

/** Groups with their shares as bars, the largest first; each leads to its passages. */
export function ShareTable({ title, share, unit, onShowPassages }: ShareTableProps) {
  const [isWhole, setWhole] = useState(false)
  const groups = unit === 'words' ? share.groups : share.groups.toSorted((a, b) => b.passages - a.passages)
  const most = Math.max(...groups.map(group => shareOf(group, unit)), Number.MIN_VALUE)
  return (
    <section className="share-table">
      <h3>{title}</h3>
      <ul>
        {groups.slice(0, isWhole ? undefined : shownAtFirst).map(group => (
          <li key={group.key}>
            <button
              type="button"
              aria-label={segmentName(group, unit)}
              onClick={() => onShowPassages({ title: group.name, ids: group.ids })}
            >
              <span>{group.name}</span>
              <i style={{ width: `${(shareOf(group, unit) / most) * 100}%` }} />
              <b>{percent(shareOf(group, unit))}</b>
            </button>
          </li>
        ))}
      </ul>
      {groups.length > shownAtFirst && (
        <button type="button" className="voice-quiet" onClick={() => setWhole(!isWhole)}>
          {isWhole ? 'Show fewer' : `Show all ${groups.length.toLocaleString('en')}`}
        </button>
      )}
    </section>
  )
}
