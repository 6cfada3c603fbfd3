import { sideSigns } from '../../../../core/perspective/sides'
import type { VoiceMeasure } from '../../../../core/perspective/voice-share'
import type { ShownPassages } from '../../../persistence/study-view'
import { SideGlyph } from '../SideGlyph'
import { barName, percentOf, shareInWords, shareOf, type CountedBy } from './share-words'

/** Segments narrower than this have their words in the tooltip alone. */
const leastLabelled = 0.06

interface ShareBarProps {
  measure: VoiceMeasure
  by: CountedBy
  onShowPassages(passages: ShownPassages): void
}

/** One bar for the whole, a segment for each group; each leads to its passages. */
export function ShareBar({ measure, by, onShowPassages }: ShareBarProps) {
  const name = barName(measure, by)
  // What has passages and no word of its own still needs a place to click.
  const groups = measure.groups.map(group => ({ group, share: Math.max(shareOf(group, by), 0.002) }))
  const said = measure.groups.map(group => `${group.name} ${percentOf(group, by)} percent`).join(', ')
  return (
    <div className="voice-bar">
      <span className="voice-bar-name" aria-hidden="true">
        {name}
      </span>
      <div className="voice-track">
        <span className="visually-hidden" role="img" aria-label={name}>
          {said}
        </span>
        {groups.map(({ group, share }) => (
          <button
            key={group.key}
            type="button"
            style={{ flexGrow: share }}
            title={shareInWords(group, by)}
            aria-label={shareInWords(group, by)}
            onClick={() => onShowPassages({ title: `${name}: ${group.name}`, ids: group.passages })}
          >
            <i
              data-hatch={group.side === null ? 'plain' : sideSigns[group.side].hatch}
              data-of={measure.id}
            />
            {share >= leastLabelled && (
              <span>
                {group.side !== null && <SideGlyph shape={sideSigns[group.side].shape} size={10} />}
                <em>{group.name}</em> <b>{percentOf(group, by)}%</b>
              </span>
            )}
          </button>
        ))}
      </div>
    </div>
  )
}
