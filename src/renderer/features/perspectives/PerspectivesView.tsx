import { Columns3, Files, Grid3x3 } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import { countsInWords } from '../../../core/perspective/counts-in-words'
import { filterPerspectives, perspectivesOn } from '../../../core/perspective/filter-perspectives'
import { perspectivesOf } from '../../../core/perspective/perspective'
import { useCommands } from '../../commands/use-commands'
import type { StudyViewProps } from '../../persistence/study-view'
import { Button } from '../../ui/Button'
import { SegmentedControl } from '../../ui/SegmentedControl'
import type { ArrangementProps } from './arrangement-props'
import { ArticlesArrangement } from './articles/ArticlesArrangement'
import { ColumnsArrangement } from './columns/ColumnsArrangement'
import { FilterMenu } from './FilterMenu'
import { issueChoices } from './issue-choices'
import { IssuePicker } from './IssuePicker'
import { MatrixArrangement } from './matrix/MatrixArrangement'
import { emptyWords } from './empty-words'
import { usePerspectivesStore, type Arrangement } from './perspectives-store'
import { useFigureOffers } from './use-offered-figures'
import { VoiceShare } from './voice/VoiceShare'
import './perspectives.css'

const arrangementOptions = [
  { id: 'columns', name: 'Columns', icon: Columns3 },
  { id: 'matrix', name: 'Matrix', icon: Grid3x3 },
  { id: 'articles', name: 'Articles', icon: Files }
] as const

/** Who says what about an issue, side by side: in columns, as a matrix, or article beside article. */
export function PerspectivesView(props: StudyViewProps) {
  const { study, scopePicker, areSingleKeysOn, onSave } = props
  const { arrangement, issueId, filter, set } = usePerspectivesStore()
  const issue = study.issues.find(({ id }) => id === issueId) ?? null
  const all = useMemo(() => perspectivesOf(study), [study])
  const onIssue = useMemo(() => perspectivesOn(all, issue, study.issues), [all, issue, study.issues])
  const perspectives = useMemo(() => {
    const names = new Map<string, string>(study.actors.map(({ id, name }) => [id, name]))
    return filterPerspectives(onIssue, filter, id => names.get(id))
  }, [onIssue, filter, study.actors])
  const choices = useMemo(() => issueChoices(study.issues, all), [study.issues, all])
  const { offer, make } = useFigureOffers()
  const save = useMemo(() => () => onSave(make()), [onSave, make])
  useCommands(
    useMemo(
      () => ({ 'report.save': { run: save, enabled: perspectives.length > 0 } }),
      [save, perspectives.length]
    )
  )
  const view = useRef<HTMLElement>(null)
  useEffect(() => {
    if (!areSingleKeysOn) return
    const onKeyDown = (event: KeyboardEvent) => openByKey(event, view.current)
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [areSingleKeysOn])
  const arranged: ArrangementProps = {
    ...props,
    issue,
    perspectives,
    ofAll: onIssue.length,
    offerFigures: offer
  }
  const empty = emptyWords(study, issue, all.length, onIssue.length, perspectives.length)
  return (
    <main ref={view} className="study-view perspectives" aria-label="Perspectives" data-pane="reader">
      <header className="persp-head">
        <div className="persp-title">
          <IssuePicker issue={issue} choices={choices} onChoose={id => set({ issueId: id })} />
          <p className="persp-counts">
            {countsInWords(study, perspectives, onIssue.length)}
            {study.issues.length === 0 &&
              ' · No issues yet: give passages one while tagging, or add one in Registers'}
            {issue !== null && (
              <span>{` · Issue ${study.issues.indexOf(issue) + 1} of ${study.issues.length}`}</span>
            )}
          </p>
        </div>
        <div className="persp-tools">
          <SegmentedControl<Arrangement>
            label="Arrangement"
            options={arrangementOptions}
            value={arrangement}
            onChange={next => set({ arrangement: next })}
          />
          <FilterMenu
            study={study}
            perspectives={onIssue}
            filter={filter}
            onChange={next => set({ filter: next })}
          />
          {scopePicker}
          <Button onClick={save} disabled={perspectives.length === 0}>
            Save…
          </Button>
        </div>
      </header>
      {empty === null && <VoiceShare {...arranged} />}
      {empty === null ? (
        <div className="persp-body">
          {arrangement === 'columns' && <ColumnsArrangement {...arranged} />}
          {arrangement === 'matrix' && <MatrixArrangement {...arranged} />}
          {arrangement === 'articles' && <ArticlesArrangement {...arranged} />}
        </div>
      ) : (
        <p className="view-empty">{empty}</p>
      )}
    </main>
  )
}

/** I opens the issues and F the filter from anywhere in the view and from nowhere, except while one types. */
function openByKey(event: KeyboardEvent, view: HTMLElement | null): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
  const { target } = event
  if (!(target instanceof HTMLElement) || view === null) return
  if (target !== document.body && !view.contains(target)) return
  if (target.matches('input:not([type=radio], [type=checkbox]), textarea, select')) return
  const wanted = { i: '[data-issue-picker]', f: '[data-filter-button]' }[event.key.toLowerCase()]
  if (wanted === undefined) return
  view.querySelector<HTMLElement>(wanted)?.click()
  event.preventDefault()
}
