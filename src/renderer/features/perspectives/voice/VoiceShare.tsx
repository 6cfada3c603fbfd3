import { ChevronDown, ChevronRight } from 'lucide-react'
import { useCallback, useId, useMemo, useState } from 'react'
import { voiceShareFigures } from '../../../../core/perspective/voice-share-figures'
import { voiceMeasure } from '../../../../core/perspective/voice-share'
import { SegmentedControl } from '../../../ui/SegmentedControl'
import type { ArrangementProps } from '../arrangement-props'
import { useOfferedFigures } from '../use-offered-figures'
import { ShareBar } from './ShareBar'
import type { CountedBy } from './share-words'
import { VoiceDetails } from './VoiceDetails'
import './voice.css'

const countings = [
  { id: 'words', name: 'Words' },
  { id: 'passages', name: 'Passages' }
] as const

/** Who has how much of the text: by stance and by role, and on request by all else that is known of voices. */
export function VoiceShare(props: ArrangementProps) {
  const { study, perspectives, issue, offerFigures, onShowPassages } = props
  const [isOpen, setOpen] = useState(false)
  const [by, setBy] = useState<CountedBy>('words')
  const stance = useMemo(() => voiceMeasure(study, perspectives, 'stance'), [study, perspectives])
  const role = useMemo(() => voiceMeasure(study, perspectives, 'role'), [study, perspectives])
  const make = useCallback(() => voiceShareFigures(study, perspectives, issue), [study, perspectives, issue])
  useOfferedFigures(offerFigures, 'voice', make)
  const details = useId()
  const Chevron = isOpen ? ChevronDown : ChevronRight
  return (
    <section className="voice" aria-label="Voice share">
      <ShareBar measure={stance} by={by} onShowPassages={onShowPassages} />
      <ShareBar measure={role} by={by} onShowPassages={onShowPassages} />
      <div className="voice-more">
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={details}
          onClick={() => setOpen(!isOpen)}
          className="voice-toggle"
        >
          <Chevron size={14} strokeWidth={1.75} aria-hidden="true" />
          More about voices
        </button>
        {isOpen && (
          <SegmentedControl<CountedBy> label="Count" options={countings} value={by} onChange={setBy} />
        )}
      </div>
      {isOpen && (
        <div id={details} className="voice-details">
          <VoiceDetails {...props} by={by} />
        </div>
      )}
    </section>
  )
}
