import { useCallback, useState } from 'react'
import {
  historyKinds,
  wholeHistory,
  type HistoryFilter,
  type HistoryKind
} from '../../../core/history/history-filter'
import type { Codebook } from '../../../core/project/codebook'
import type { Annotation, Annotator, Article, Project } from '../../../core/project/entities'
import type { HistoryEntry } from '../../persistence/database'
import { useAnnotators } from '../../persistence/queries'
import type { Workspace } from '../../persistence/workspace'
import { loadAnnotationsById } from '../../persistence/relations'
import { Button } from '../../ui/Button'
import { announce } from '../../ui/LiveRegion'
import { notify } from '../../ui/Toast'
import { HistoryItem } from './HistoryItem'
import type { HistoryPlace } from './history-place'
import { restoreDeleted } from './restore-deleted'
import { useHistoryNames } from './use-history-names'
import { useHistoryPages } from './use-history-pages'
import './history.css'

interface HistoryPanelProps {
  workspace: Workspace
  project: Project
  codebook: Codebook
  articles: readonly Article[]
  now(): string
  reveal(place: HistoryPlace): void
  undo(): void
}

const kindNames: Readonly<Record<HistoryKind, string>> = {
  annotations: 'Annotations',
  relations: 'Relations',
  articles: 'Articles and texts',
  registers: 'Registers',
  codebook: 'Codebook'
}
const none: never[] = []

/** The tab "History": who did what and when in this project, newest first, day by day. */
export function HistoryPanel(props: HistoryPanelProps) {
  const { workspace, project, articles } = props
  const { database } = workspace
  const [filter, setFilter] = useState<HistoryFilter>(wholeHistory)
  const annotators = useAnnotators(database, project.id) ?? none
  return (
    <div className="history">
      <div className="history-filter" role="group" aria-label="Filter history">
        <Choice
          label="By"
          all="Everybody"
          value={filter.annotatorId}
          options={annotators.map(({ id, name }) => ({ id, name }))}
          onChange={annotatorId => setFilter({ ...filter, annotatorId })}
        />
        <Choice
          label="In"
          all="The whole project"
          value={filter.articleId}
          options={articles.map(({ id, title }) => ({ id, name: title }))}
          onChange={articleId => setFilter({ ...filter, articleId })}
        />
        <Choice
          label="Of"
          all="Everything"
          value={filter.kind}
          options={historyKinds.map(id => ({ id, name: kindNames[id] }))}
          onChange={kind => setFilter({ ...filter, kind })}
        />
      </div>
      <HistoryList key={JSON.stringify(filter)} {...props} annotators={annotators} filter={filter} />
    </div>
  )
}

type HistoryListProps = HistoryPanelProps & { annotators: readonly Annotator[]; filter: HistoryFilter }

function HistoryList(props: HistoryListProps) {
  const { workspace, project, codebook, articles, annotators, filter, reveal, now, undo } = props
  const { database } = workspace
  const { entries, hasMore, isLoading, loadMore, stop } = useHistoryPages(workspace, project.id, filter)
  const names = useHistoryNames({
    database,
    projectId: project.id,
    codebook,
    articles,
    annotators,
    entries
  })
  const go = useCallback(
    async ({ articleId, annotationId }: HistoryPlace) => {
      const ids = annotationId === undefined ? [] : [annotationId]
      const there = await loadAnnotationsById(database, project.id, ids)
      if (there.size === ids.length) return reveal({ articleId, ...(annotationId && { annotationId }) })
      announce('It was deleted since. Its article is shown')
      reveal({ articleId })
    },
    [database, project.id, reveal]
  )
  const restore = useCallback(
    async (deleted: Annotation) => {
      const restored = await restoreDeleted(deleted, { workspace, codebook, now })
      if (!restored.ok) return notify(restored.error.message)
      notify('Restored.', { label: 'Undo', run: undo })
      reveal(restored.value)
    },
    [workspace, codebook, now, undo, reveal]
  )
  return (
    <div className="history-list" role="region" aria-label="Changes" tabIndex={-1}>
      {byDay(entries).map(({ day, entries: ofDay }) => (
        <section key={day} aria-label={day}>
          <h3>{day}</h3>
          <ol>
            {ofDay.map(entry => (
              <HistoryItem key={entry.sequence} entry={entry} names={names} onGo={go} onRestore={restore} />
            ))}
          </ol>
        </section>
      ))}
      <Foot {...{ isLoading, hasMore, loadMore, stop }} isEmpty={entries.length === 0} filter={filter} />
    </div>
  )
}

interface FootProps {
  isLoading: boolean
  hasMore: boolean
  isEmpty: boolean
  filter: HistoryFilter
  loadMore(): void
  stop(): void
}

function Foot({ isLoading, hasMore, isEmpty, filter, loadMore, stop }: FootProps) {
  if (isLoading)
    return (
      <p className="history-foot">
        Looking through the history…
        <Button look="quiet" onClick={stop}>
          Stop
        </Button>
      </p>
    )
  if (hasMore)
    return (
      <p className="history-foot">
        <Button onClick={loadMore}>Show older changes</Button>
      </p>
    )
  const isFiltered = Object.values(filter).some(value => value !== null)
  if (!isEmpty) return <p className="history-foot">The beginning{isFiltered ? '' : ' of this project'}.</p>
  return <p className="history-foot">{isFiltered ? 'No change matches.' : 'Nothing was changed yet.'}</p>
}

interface ChoiceProps<Id extends string> {
  label: string
  /** What no choice means. */
  all: string
  value: Id | null
  options: readonly { id: Id; name: string }[]
  onChange(value: Id | null): void
}

function Choice<Id extends string>({ label, all, value, options, onChange }: ChoiceProps<Id>) {
  return (
    <label>
      <span>{label}</span>
      <select
        value={value ?? ''}
        onChange={event => onChange(options.find(({ id }) => id === event.target.value)?.id ?? null)}
      >
        <option value="">{all}</option>
        {options.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

const dayName = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric'
})

function byDay(entries: readonly HistoryEntry[]): { day: string; entries: HistoryEntry[] }[] {
  const days: { day: string; entries: HistoryEntry[] }[] = []
  for (const entry of entries) {
    const day = dayName.format(new Date(entry.at))
    const last = days.at(-1)
    if (last?.day === day) last.entries.push(entry)
    else days.push({ day, entries: [entry] })
  }
  return days
}
