import { Minus, Plus } from 'lucide-react'
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { setAttribute } from '../../../core/annotation/edits'
import { describeEdtf, parseEdtf } from '../../../core/chronology/edtf'
import { eventWordsOf } from '../../../core/chronology/event-words'
import type { MergedEvent } from '../../../core/chronology/same-event'
import { isoDayOf, within, zoom, type DayStretch } from '../../../core/chronology/time-axis'
import { laneGroupings, type LaneGrouping } from '../../../core/chronology/timeline-lanes'
import { timelineTable } from '../../../core/chronology/timeline-table'
import type { AnnotationId } from '../../../core/project/ids'
import { useCommands } from '../../commands/use-commands'
import type { StudyViewProps } from '../../persistence/study-view'
import { Button } from '../../ui/Button'
import { IconButton } from '../../ui/IconButton'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { TableView } from '../../ui/TableView'
import { timelineFigures } from './timeline-figures'
import { EventDetails } from './EventDetails'
import { laneNames } from './lane-names'
import { OrderContradictions } from './OrderContradictions'
import { StoryChart } from './StoryChart'
import { TimelineChart } from './TimelineChart'
import { shownStory, timelineModel } from './timeline-model'
import { useTimelineStore } from './timeline-store'
import { UndatedTray } from './UndatedTray'
import { useSize } from './use-size'
import { useTimelineKeys } from './use-timeline-keys'
import './timeline.css'

export interface TimelineViewProps extends StudyViewProps {
  /** The tabs that lead from the timeline to the ledger and back; they begin the view's header. */
  tabs: ReactNode
}

const groupingNames: Readonly<Record<LaneGrouping, string>> = { case: 'Case', court: 'Court', actor: 'Actor' }

/** What happened, in lanes on a real time axis, and below it the order in which the story tells it. */
export function TimelineView(props: TimelineViewProps) {
  const { study, workspace, tabs, scopePicker, returnedTo, announce, notify, undo, now } = props
  const { onReveal, onSave, onShowPassages } = props
  const { grouping, shown: chosen, selected, storyOf, arePassagesShown, isTable, set } = useTimelineStore()
  const model = useMemo(
    () => timelineModel(study, grouping, arePassagesShown),
    [study, grouping, arePassagesShown]
  )
  const main = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const { width: room } = useSize(main)
  const width = Math.max(200, room - laneNames - 24)
  const event = selected === null ? undefined : model.event(selected)
  const story = useMemo(() => shownStory(study, storyOf, event), [study, storyOf, event])
  const [isEditing, setIsEditing] = useState(false)
  const whole = model.whole ?? { from: 0, until: 1 }
  // What was chosen in another project, or before an event went, may lie outside of what there is.
  const shown = chosen === null ? whole : within(chosen, whole)

  const show = useCallback((next: DayStretch | null) => set({ shown: next }), [set])
  const select = useCallback(
    (id: AnnotationId | null) => {
      set({ selected: id })
      setIsEditing(false)
    },
    [set]
  )
  const selectPassageOrEvent = (id: AnnotationId) =>
    model.event(id) === undefined ? onReveal(id) : select(id)
  useReturn(returnedTo, model.eventOf, list)

  const saveDate = (changed: MergedEvent, text: string) => {
    const report = changed.reports.find(({ date }) => date === changed.date) ?? changed.reports[0]
    const edit = setAttribute(
      report.annotation,
      { id: 'date', name: 'Date' },
      text === '' ? undefined : text,
      now()
    )
    setIsEditing(false)
    list.current?.focus()
    void workspace.perform(edit).then(done => {
      if (!done.ok) return notify(done.error.message)
      const date = parseEdtf(text)
      announce(date.ok ? `Date, ${describeEdtf(date.value)}` : 'Date cleared')
    })
  }
  const dropAt = (id: string, day: number, pxPerDay: number) => {
    const dropped = model.event(id as AnnotationId)
    if (dropped === undefined) return
    // As exact as the hand can aim: a year, a month or a day.
    const text = isoDayOf(day).slice(0, pxPerDay > 12 ? 10 : pxPerDay > 0.6 ? 7 : 4)
    saveDate(dropped, text)
    select(dropped.id)
    notify(`${eventWordsOf(study).title(dropped)}: ${text}`, { label: 'Undo', run: undo })
  }
  const onKeyDown = useTimelineKeys({
    model,
    shown,
    whole,
    selected,
    onSelect: select,
    onShow: show,
    onEdit: () => setIsEditing(true),
    onReveal,
    announce,
    words: eventWordsOf(study)
  })
  const save = useMemo(
    () => () => onSave(timelineFigures(study, grouping, story)),
    [onSave, study, grouping, story]
  )
  useCommands(
    useMemo(() => ({ 'report.save': { run: save, enabled: model.whole !== null } }), [save, model.whole])
  )
  const empty = emptyWords(model.sequence.length, model.undated.length)
  const chart = model.whole !== null && (
    <>
      <TimelineChart
        {...{ model, shown, width, selected, list, onKeyDown }}
        relations={study.relations}
        whole={whole}
        onSelect={selectPassageOrEvent}
        onOpen={onReveal}
        onShow={show}
        onDropAt={dropAt}
      />
      {story !== null && (
        <StoryChart
          {...{ study, story, shown, width, selected, onShowPassages }}
          onSelect={select}
          onChooseStory={id => set({ storyOf: id })}
        />
      )}
    </>
  )
  return (
    <main
      className="study-view timeline"
      aria-label="Timeline"
      data-pane="reader"
      onKeyDown={key => {
        if (key.key === 'Escape' && selected !== null && !key.defaultPrevented) select(null)
      }}
    >
      <h1 className="visually-hidden">Timeline</h1>
      <header className="tl-bar">
        {tabs}
        <span className="grow" />
        <SegmentedControl<LaneGrouping>
          label="Group lanes by"
          options={laneGroupings.map(id => ({ id, name: groupingNames[id] }))}
          value={grouping}
          onChange={id => set({ grouping: id, scrollTop: 0 })}
        />
        {model.hasPassages && (
          <Button
            aria-pressed={arePassagesShown}
            title="Annotations of other layers that have a date"
            onClick={() => set({ arePassagesShown: !arePassagesShown })}
          >
            Dated passages
          </Button>
        )}
        {scopePicker}
        <div className="tl-zoom" role="group" aria-label="Zoom">
          <IconButton
            label="Look from further away"
            icon={Minus}
            onClick={() => show(step(0.5, shown, whole))}
          />
          <IconButton label="Look closer" icon={Plus} onClick={() => show(step(2, shown, whole))} />
          <Button look="quiet" disabled={chosen === null} onClick={() => show(null)}>
            Whole
          </Button>
        </div>
        <Button aria-pressed={isTable} onClick={() => set({ isTable: !isTable })}>
          Show as table
        </Button>
        <Button onClick={save} disabled={model.whole === null}>
          Save…
        </Button>
      </header>
      <div className="tl-body">
        <div className="tl-main" ref={main}>
          <OrderContradictions study={study} onSelect={select} />
          {isTable ? (
            <TableView caption="Events in the order in which they happened" {...timelineTable(study)} />
          ) : (
            chart
          )}
          {empty !== null && <p className="view-empty">{empty}</p>}
          <UndatedTray study={study} undated={model.undated} selected={selected} onSelect={select} />
        </div>
        {event !== undefined && (
          <EventDetails
            {...{ study, event, story, isEditing, onReveal }}
            onEdit={editing => {
              setIsEditing(editing)
              if (!editing) list.current?.focus()
            }}
            onSaveDate={saveDate}
            onSelect={select}
            onClose={() => {
              select(null)
              list.current?.focus()
            }}
          />
        )}
      </div>
    </main>
  )
}

function step(factor: number, shown: DayStretch, whole: DayStretch): DayStretch | null {
  const next = zoom(shown, factor, (shown.from + shown.until) / 2, whole)
  return next.from <= whole.from && next.until >= whole.until ? null : next
}

function emptyWords(dated: number, undated: number): string | null {
  if (dated > 0) return null
  return undated === 0
    ? 'No legal events are tagged yet. Tag one in an article with the key of its layer, and give it a date.'
    : 'None of these events has a date yet. Select one below and press E to enter it.'
}

/** Coming back from the text, the event one went to look at is selected and has the keyboard. */
function useReturn(
  returnedTo: AnnotationId | null,
  eventOf: (report: AnnotationId) => AnnotationId | undefined,
  list: React.RefObject<HTMLDivElement | null>
) {
  const find = useRef(eventOf)
  useEffect(() => {
    find.current = eventOf
  })
  useEffect(() => {
    const id = returnedTo === null ? undefined : find.current(returnedTo)
    if (id === undefined) return
    useTimelineStore.setState({ selected: id })
    list.current?.focus()
  }, [returnedTo, list])
}
