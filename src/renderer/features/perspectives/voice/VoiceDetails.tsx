import { useId, useMemo, useState, type ReactNode } from 'react'
import { speakingStrips } from '../../../../core/perspective/speaking-strip'
import { stripMethod, verbsMethod, verbsOfSaying } from '../../../../core/perspective/verbs-of-saying'
import { voiceMethod, voiceShare, type VoiceMeasure } from '../../../../core/perspective/voice-share'
import { shareTable, stripTable, verbTable } from '../../../../core/perspective/voice-share-figures'
import type { FigureTable } from '../../../../core/report/figure'
import { TableView } from '../../../ui/TableView'
import type { ArrangementProps } from '../arrangement-props'
import { ShareList } from './ShareList'
import { barName, countOf, type CountedBy } from './share-words'
import { SpeakingStrips } from './SpeakingStrips'
import { VerbsOfSides } from './VerbsOfSides'

interface VoiceDetailsProps extends ArrangementProps {
  by: CountedBy
}

/** Voices by actor, anonymity and form, where each side speaks, and with which verbs it is introduced. */
export function VoiceDetails({ by, study, perspectives, onShowPassages }: VoiceDetailsProps) {
  const share = useMemo(() => voiceShare(study, perspectives), [study, perspectives])
  const { actor, anonymity, form, stance } = share.measures
  const strips = useMemo(() => speakingStrips(study, perspectives, stance), [study, perspectives, stance])
  const verbs = useMemo(() => verbsOfSaying(perspectives, stance), [perspectives, stance])
  const list = (measure: VoiceMeasure) => (
    <VoicePart title={barName(measure, by)} method={voiceMethod(measure)} table={() => shareTable(measure)}>
      <ShareList measure={measure} by={by} onShowPassages={onShowPassages} />
    </VoicePart>
  )
  return (
    <>
      <p className="voice-own">
        {countOf(share.words, 'word')} of {share.articleWords.toLocaleString('en')} are in these perspectives.
        In {countOf(share.ownVoice, 'word')} the articles speak themselves: nobody’s perspective is tagged
        there, on this or any other issue.
      </p>
      <VoicePart title="Where each side speaks" method={stripMethod} table={() => stripTable(strips)} isWide>
        <SpeakingStrips strips={strips} onShowPassages={onShowPassages} />
      </VoicePart>
      <VoicePart title="Verbs of saying" method={verbsMethod} table={() => verbTable(verbs)} isWide>
        <VerbsOfSides sides={verbs} onShowPassages={onShowPassages} />
      </VoicePart>
      {list(actor)}
      <div className="voice-pair">
        {list(form)}
        {list(anonymity)}
      </div>
    </>
  )
}

interface VoicePartProps {
  title: string
  method: readonly string[]
  table(): FigureTable
  isWide?: boolean
  children: ReactNode
}

/** A figure with the table behind it and how it was counted. */
function VoicePart({ title, method, table, isWide = false, children }: VoicePartProps) {
  const [isTable, setTable] = useState(false)
  const heading = useId()
  return (
    <section className="voice-part" aria-labelledby={heading} data-wide={isWide}>
      <header>
        <h2 id={heading}>{title}</h2>
        <button
          type="button"
          aria-pressed={isTable}
          aria-label={`Show as table: ${title}`}
          onClick={() => setTable(!isTable)}
        >
          Show as table
        </button>
      </header>
      {isTable ? <TableView caption={title} {...table()} /> : children}
      <details>
        <summary>How this is counted</summary>
        {method.map(sentence => (
          <p key={sentence}>{sentence}</p>
        ))}
      </details>
    </section>
  )
}
