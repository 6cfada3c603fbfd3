import type { VoiceGroup, VoiceShare } from '../../../../core/perspective/voice-share'
import { sideSigns } from '../../../../core/perspective/sides'
import type { ShownPassages } from '../../../persistence/study-view'
import { SideGlyph } from '../../../ui/SideGlyph'
import type { VoiceUnit } from './voice-store'

interface ShareBarProps {
  name: string
  share: VoiceShare
  unit: VoiceUnit
  onShowPassages(passages: ShownPassages): void
}

/** Narrower than this, a label has no room; the segment still has its name and its tooltip. */
const leastLabelled = 0.06

/** One bar of proportional segments, each of which leads to its passages. */
export function ShareBar({ name, share, unit, onShowPassages }: ShareBarProps) {
  const groups = share.groups.filter(group => shareOf(group, unit) > 0)
  return (
    <div className="voice-bar" role="group" aria-label={name}>
      <span className="voice-label" aria-hidden="true">
        {name}
      </span>
      <div className="voice-track">
        {groups.map(group => {
          const part = shareOf(group, unit)
          return (
            <button
              key={group.key}
              type="button"
              className="voice-segment"
              style={{ flexGrow: part }}
              aria-label={segmentName(group, unit)}
              title={segmentName(group, unit)}
              onClick={() => onShowPassages({ title: `${name}: ${group.name}`, ids: group.ids })}
            >
              <span
                className="hatch"
                data-hatch={group.side === null ? 'plain' : sideSigns[group.side].hatch}
                data-flat={share.measure !== 'side'}
              />
              {part >= leastLabelled && (
                <span className="voice-words">
                  {group.side !== null && <SideGlyph shape={sideSigns[group.side].shape} size={9} />}
                  {group.name} <b>{percent(part)}</b>
                </span>
              )}
            </button>
          )
        })}
      </div>
    </div>
  )
}

export function shareOf(group: VoiceGroup, unit: VoiceUnit): number {
  return unit === 'words' ? group.shareOfWords : group.shareOfPassages
}

/** "Supports, 27 percent, 340 words in 12 passages" */
export function segmentName(group: VoiceGroup, unit: VoiceUnit): string {
  const { name, words, passages } = group
  return `${name}, ${Math.round(shareOf(group, unit) * 100)} percent, ${countOf(words, 'word')} in ${countOf(passages, 'passage')}`
}

export function percent(share: number): string {
  return `${Math.round(share * 100)}%`
}

function countOf(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`
}
