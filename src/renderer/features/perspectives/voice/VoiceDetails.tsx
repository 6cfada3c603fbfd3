import { useMemo } from 'react'
import { cueVerbMethod, cueVerbs } from '../../../../core/perspective/cue-verbs'
import { verbClassNames } from '../../../../core/perspective/reporting-verbs'
import { sideSigns } from '../../../../core/perspective/sides'
import { speakingStrips } from '../../../../core/perspective/speaking-strip'
import { voiceShare, voiceShareMethod, type VoiceMeasure } from '../../../../core/perspective/voice-share'
import { voiceShareFigures } from '../../../../core/perspective/voice-share-figures'
import { SegmentedControl } from '../../../ui/SegmentedControl'
import { TableView } from '../../../ui/TableView'
import type { ArrangementProps } from '../arrangement-props'
import { ShareTable } from './ShareTable'
import { SpeakingStrip } from './SpeakingStrip'
import { useVoice, type VoiceUnit } from './voice-store'

const units = [
  { id: 'words', name: 'Words' },
  { id: 'passages', name: 'Passages' }
] as const

const tables: readonly { measure: VoiceMeasure; title: string }[] = [
  { measure: 'actor', title: 'By actor' },
  { measure: 'anonymity', title: 'Named or not' },
  { measure: 'form', title: 'Direct or not' }
]

/** Who speaks, named or not, directly or not, where in the article, and with which verbs of saying. */
export function VoiceDetails(props: ArrangementProps) {
  const { study, issue, perspectives, onShowPassages } = props
  const { unit, isTable, set } = useVoice()
  const shares = useMemo(
    () => tables.map(({ measure, title }) => ({ title, share: voiceShare(study, perspectives, measure) })),
    [study, perspectives]
  )
  const strips = useMemo(() => speakingStrips(perspectives), [perspectives])
  const verbs = useMemo(() => cueVerbs(perspectives), [perspectives])
  const figures = useMemo(
    () => (isTable ? voiceShareFigures(study, perspectives, issue) : []),
    [isTable, study, perspectives, issue]
  )
  const [first] = shares
  return (
    <div className="voice-details">
      <div className="voice-tools">
        <SegmentedControl<VoiceUnit>
          label="Count"
          options={units}
          value={unit}
          onChange={next => set({ unit: next })}
        />
        <label>
          <input type="checkbox" checked={isTable} onChange={() => set({ isTable: !isTable })} />
          Show as tables
        </label>
      </div>
      {isTable ? (
        <div className="voice-tables">
          {figures.map(({ id, title, table }) => (
            <TableView key={id} caption={title} {...table} />
          ))}
        </div>
      ) : (
        <div className="voice-grid">
          {shares.map(({ title, share }) => (
            <ShareTable key={title} title={title} share={share} unit={unit} onShowPassages={onShowPassages} />
          ))}
          <section className="voice-verbs">
            <h3>Verbs of saying</h3>
            {verbs.map(({ side, verbs, withoutCue }) => (
              <div key={side ?? ''}>
                <h4>{side === null ? 'No stance' : sideSigns[side].name}</h4>
                <p>
                  {verbs.map(({ lemma, verbClass, ids }) => (
                    <button
                      key={lemma}
                      type="button"
                      title={verbClass === null ? 'not classed' : verbClassNames[verbClass]}
                      data-loaded={verbClass !== null && verbClass !== 'neutral'}
                      onClick={() => onShowPassages({ title: `Verb of saying: ${lemma}`, ids })}
                    >
                      {lemma}
                      {ids.length > 1 && ` ${ids.length}`}
                      <span className="visually-hidden">
                        , {verbClass === null ? 'not classed' : verbClassNames[verbClass]}
                      </span>
                    </button>
                  ))}
                  {withoutCue.length > 0 && (
                    <button
                      type="button"
                      className="voice-quiet"
                      onClick={() => onShowPassages({ title: 'No cue marked', ids: withoutCue })}
                    >
                      {withoutCue.length} without a marked cue
                    </button>
                  )}
                </p>
              </div>
            ))}
            <p className="voice-key">
              Underlined verbs are loaded: they say how it was meant, felt or sounded.
            </p>
          </section>
          <section className="voice-strips">
            <h3>Where they speak</h3>
            {strips.slice(0, shownStrips).map(strip => (
              <SpeakingStrip key={strip.of.article.id} strip={strip} onShowPassages={onShowPassages} />
            ))}
            {strips.length > shownStrips && (
              <p className="voice-key">
                The first {shownStrips} of {strips.length} articles. Choose fewer articles to see the others.
              </p>
            )}
          </section>
        </div>
      )}
      <details className="voice-method">
        <summary>How this is counted</summary>
        {[...(first === undefined ? [] : voiceShareMethod(first.share)), ...cueVerbMethod].map(sentence => (
          <p key={sentence}>{sentence}</p>
        ))}
      </details>
    </div>
  )
}

const shownStrips = 12
