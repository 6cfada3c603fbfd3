import { ChevronDown, ChevronRight } from 'lucide-react'
import { useCallback, useMemo } from 'react'
import { voiceShare } from '../../../../core/perspective/voice-share'
import { voiceShareFigures } from '../../../../core/perspective/voice-share-figures'
import type { ArrangementProps } from '../arrangement-props'
import { useOfferedFigures } from '../use-offered-figures'
import { ShareBar } from './ShareBar'
import { VoiceDetails } from './VoiceDetails'
import { useVoice } from './voice-store'
import '../../../ui/hatch.css'
import './voice.css'

/** How many words each side and each role has, and on request everything else about who speaks how. */
export function VoiceShare(props: ArrangementProps) {
  const { study, issue, perspectives, offerFigures, onShowPassages } = props
  const { isOpen, unit, set } = useVoice()
  const bySide = useMemo(() => voiceShare(study, perspectives, 'side'), [study, perspectives])
  const byRole = useMemo(() => voiceShare(study, perspectives, 'role'), [study, perspectives])
  const make = useCallback(() => voiceShareFigures(study, perspectives, issue), [study, perspectives, issue])
  useOfferedFigures(offerFigures, 'voice', make)
  if (perspectives.length === 0) return null
  const what = unit === 'words' ? 'Words' : 'Passages'
  return (
    <section className="voice" aria-label="Voice share">
      <ShareBar name={`${what} by stance`} share={bySide} unit={unit} onShowPassages={onShowPassages} />
      <ShareBar name={`${what} by role`} share={byRole} unit={unit} onShowPassages={onShowPassages} />
      <button
        type="button"
        className="voice-more"
        aria-expanded={isOpen}
        onClick={() => set({ isOpen: !isOpen })}
      >
        {isOpen ? (
          <ChevronDown size={13} aria-hidden="true" />
        ) : (
          <ChevronRight size={13} aria-hidden="true" />
        )}
        More about voices
      </button>
      {isOpen && <VoiceDetails {...props} />}
    </section>
  )
}
