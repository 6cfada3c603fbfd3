import { useMemo } from 'react'
import type { StudyArticle } from '../../../../core/project/study'
import type { ArrangementProps } from '../arrangement-props'
import { useArticlesStore } from './articles-store'
import { ComparedArticles } from './ComparedArticles'
import { textChoices, useComparedText, type TextChoice } from './use-compared-text'
import './articles.css'

/** Two articles, or two revisions of one, side by side: what links them, and what one leaves out. */
export function ArticlesArrangement(props: ArrangementProps) {
  const { study, workspace } = props
  const { a, b, isTogether, isTable, set } = useArticlesStore()
  const choices = useMemo(() => textChoices(study), [study])
  const known = (key: string | null) => choices.find(choice => choice.key === key)?.key
  const keyA = known(a) ?? choices[0]?.key ?? ''
  const others = choices.filter(({ key }) => key !== keyA)
  // Another article says more than the same one before its correction.
  const keyB = known(b) ?? (others.find(({ revision }) => revision === null) ?? others[0])?.key ?? ''
  const textA = useComparedText(study, workspace, keyA)
  const textB = useComparedText(study, workspace, keyB)
  if (choices.length < 2)
    return (
      <p className="view-empty">
        It takes two texts to compare: another article in scope, or an earlier revision of this one. Import an
        article in the Library, or choose more articles above.
      </p>
    )
  const choose = (side: 'a' | 'b') => (key: string) => {
    set({ [side]: key, selected: null, step: 0, tops: { a: 0, b: 0 } })
  }
  return (
    <div className="compared">
      <div className="compared-tools" role="toolbar" aria-label="Texts">
        <TextPicker label="Left text" choices={choices} value={keyA} onChoose={choose('a')} />
        <span className="compared-switches">
          <label>
            <input
              type="checkbox"
              checked={isTogether}
              onChange={event => set({ isTogether: event.target.checked })}
            />
            Scroll together
          </label>
          <label>
            <input
              type="checkbox"
              checked={isTable}
              onChange={event => set({ isTable: event.target.checked })}
            />
            Show as table
          </label>
        </span>
        <TextPicker label="Right text" choices={choices} value={keyB} onChoose={choose('b')} />
      </div>
      <Both {...props} a={textA} b={textB} names={[keyA, keyB]} />
    </div>
  )
}

interface BothProps extends ArrangementProps {
  a: StudyArticle | null
  b: StudyArticle | null
  names: readonly [string, string]
}

function Both({ a, b, names, ...props }: BothProps) {
  if (names[0] === names[1]) return <p className="view-empty">Choose two texts that are not the same.</p>
  if (a === null || b === null) return <p className="view-empty">The text is being read, or is not kept.</p>
  return <ComparedArticles key={names.join(' ')} {...props} a={a} b={b} />
}

interface TextPickerProps {
  label: string
  choices: readonly TextChoice[]
  value: string
  onChoose(key: string): void
}

function TextPicker({ label, choices, value, onChoose }: TextPickerProps) {
  return (
    <select aria-label={label} value={value} onChange={event => onChoose(event.target.value)}>
      {choices.map(({ key, name }) => (
        <option key={key} value={key}>
          {name}
        </option>
      ))}
    </select>
  )
}
