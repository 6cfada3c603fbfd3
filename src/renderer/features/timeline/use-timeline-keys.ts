import type { KeyboardEvent } from 'react'
import { describeEdtf } from '../../../core/chronology/edtf'
import type { EventWords } from '../../../core/chronology/event-words'
import { drawDate, within, zoom, type DayStretch } from '../../../core/chronology/time-axis'
import type { AnnotationId } from '../../../core/project/ids'
import type { TimelineModel } from './timeline-model'

interface TimelineKeys {
  model: TimelineModel
  shown: DayStretch
  whole: DayStretch
  selected: AnnotationId | null
  words: EventWords
  onSelect(id: AnnotationId): void
  onShow(shown: DayStretch | null): void
  onEdit(): void
  onReveal(id: AnnotationId): void
  announce(text: string): void
}

/** The keys of the timeline: left and right through time, up and down through lanes, and what can be done. */
export function useTimelineKeys(keys: TimelineKeys): (event: KeyboardEvent) => void {
  return event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const act = actionOf(event.key, keys)
    if (act === undefined) return
    event.preventDefault()
    act()
  }
}

function actionOf(key: string, keys: TimelineKeys): (() => void) | undefined {
  const { model, selected, shown, whole, onShow, onEdit, onReveal } = keys
  const middle = () => {
    const drawn = selected === null ? null : drawnOf(keys, selected)
    return drawn === null ? (shown.from + shown.until) / 2 : (drawn.from + drawn.until) / 2
  }
  const last = model.sequence.length - 1
  const at = model.sequence.findIndex(({ id }) => id === selected)
  switch (key) {
    case 'ArrowRight':
      return () => go(keys, model.sequence[Math.min(last, at + 1)]?.id)
    case 'ArrowLeft':
      return () => go(keys, model.sequence[at < 0 ? last : Math.max(0, at - 1)]?.id)
    case 'Home':
      return () => go(keys, model.sequence[0]?.id)
    case 'End':
      return () => go(keys, model.sequence[last]?.id)
    case 'ArrowDown':
      return () => go(keys, inNextLane(keys, 1))
    case 'ArrowUp':
      return () => go(keys, inNextLane(keys, -1))
    case 'Enter':
      return selected === null ? undefined : () => onReveal(selected)
    case 'e':
      return selected === null ? undefined : onEdit
    case '+':
    case '=':
      return () => onShow(zoom(shown, 1.5, middle(), whole))
    case '-':
      return () => onShow(zoom(shown, 1 / 1.5, middle(), whole))
    case '0':
      return () => onShow(null)
    default:
      return undefined
  }
}

function drawnOf({ model }: TimelineKeys, id: AnnotationId) {
  const date = model.event(id)?.date ?? null
  return date === null ? null : drawDate(date)
}

/** Selects an event, says which it is, and brings it into the span that is shown. */
function go(keys: TimelineKeys, id: AnnotationId | undefined): void {
  const { model, shown, whole, words, onSelect, onShow, announce } = keys
  const event = id === undefined ? undefined : model.event(id)
  if (event === undefined) return
  onSelect(event.id)
  announce(`${words.title(event)}, ${event.date === null ? 'no date' : describeEdtf(event.date)}`)
  const drawn = drawnOf(keys, event.id)
  if (drawn === null || (drawn.until > shown.from && drawn.from < shown.until)) return
  const half = (shown.until - shown.from) / 2
  const middle = (drawn.from + drawn.until) / 2
  onShow(within({ from: middle - half, until: middle + half }, whole))
}

/** The event of the next lane that lies nearest in time. */
function inNextLane({ model, selected }: TimelineKeys, step: 1 | -1): AnnotationId | undefined {
  const lanes = model.lanes.filter(({ items }) => items.some(({ look }) => look !== 'passage'))
  const at = lanes.findIndex(({ items }) => items.some(({ id }) => id === selected))
  const next = at < 0 ? lanes[0] : lanes[at + step]
  const own = lanes[at]?.items.find(({ id }) => id === selected)
  const from = own?.drawn.from ?? -Infinity
  const [nearest] = [...(next?.items ?? [])].sort(
    (a, b) => distance(a.drawn.from, from) - distance(b.drawn.from, from)
  )
  return nearest?.id
}

function distance(a: number, b: number): number {
  return Number.isFinite(b) ? Math.abs(a - b) : 0
}
