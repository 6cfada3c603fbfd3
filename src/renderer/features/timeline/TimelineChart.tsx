import {
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type DragEvent,
  type KeyboardEvent,
  type RefObject
} from 'react'
import {
  layOutTimeline,
  placeLinks,
  type PlacedCluster,
  type PlacedLane
} from '../../../core/chronology/timeline-layout'
import { timeScale, zoom, type DayStretch, type TimeScale } from '../../../core/chronology/time-axis'
import type { Relation } from '../../../core/project/entities'
import type { AnnotationId } from '../../../core/project/ids'
import { laneNames } from './lane-names'
import { hasRoomForCourse, LaneMarks } from './LaneMarks'
import { measureLabel } from './measure-label'
import { OverviewStrip } from './OverviewStrip'
import { RelationLinks } from './RelationLinks'
import { TickLines, TimeAxis } from './TimeAxis'
import type { TimelineModel } from './timeline-model'
import { useTimelineStore } from './timeline-store'
import { usePanAndZoom } from './use-pan-and-zoom'
import { useSize } from './use-size'
import './timeline-chart.css'

interface TimelineChartProps {
  model: TimelineModel
  relations: readonly Relation[]
  whole: DayStretch
  shown: DayStretch
  width: number
  selected: AnnotationId | null
  list: RefObject<HTMLDivElement | null>
  onSelect(id: AnnotationId): void
  onOpen(id: AnnotationId): void
  onKeyDown(event: KeyboardEvent): void
  onShow(shown: DayStretch | null): void
  /** Something undated is dropped on the axis at this day; `pxPerDay` tells how exactly one can aim. */
  onDropAt(id: string, day: number, pxPerDay: number): void
}

/** The axis and its lanes. The drawing is an image; over it lies a list of what it shows, for pointer and keys. */
export function TimelineChart(props: TimelineChartProps) {
  const { model, relations, whole, shown, width, selected, list, onSelect, onOpen, onShow } = props
  const scale = useMemo(() => timeScale(shown, width), [shown, width])
  const layout = useMemo(
    () => layOutTimeline(model.lanes, scale, measureLabel, selected),
    [model.lanes, scale, selected]
  )
  const links = useMemo(
    () => placeLinks(layout, relations, model.eventOf),
    [layout, relations, model.eventOf]
  )
  const scroller = useRef<HTMLDivElement>(null)
  const id = useId()
  const { visible, onScroll } = useVisibleLanes(scroller, layout.lanes)
  const isDrawn = visible.some(({ placed }) => placed.some(({ item }) => item.id === selected))
  useBringIntoView(scroller, layout.lanes, selected)
  const sheet = useRef<HTMLDivElement>(null)
  const handlers = usePanAndZoom(sheet, { shown, whole, width, onShow })
  const drop = (event: DragEvent<HTMLDivElement>) => {
    const dropped = event.dataTransfer.getData('text/plain')
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left - laneNames
    if (dropped === '' || x < 0) return
    event.preventDefault()
    props.onDropAt(dropped, scale.day(x), width / (shown.until - shown.from))
  }
  const shownItems = layout.lanes.reduce(
    (sum, { lane, outside }) => sum + lane.items.length - outside.before - outside.after,
    0
  )
  return (
    <>
      <div className="tl-head" style={{ paddingLeft: laneNames }}>
        <OverviewStrip lanes={model.lanes} whole={whole} shown={shown} width={width} onShow={onShow} />
        <TimeAxis scale={scale} />
      </div>
      <div
        className="tl-lanes"
        ref={scroller}
        onScroll={onScroll}
        onDragOver={event => event.preventDefault()}
        onDrop={drop}
      >
        <div className="tl-sheet" ref={sheet} style={{ height: layout.height }} {...handlers}>
          {visible.map(lane => (
            <LaneName key={lane.lane.key} lane={lane} scale={scale} />
          ))}
          <svg
            className="tl-drawing"
            role="img"
            aria-label={`Legal timeline, ${shownItems} of ${model.sequence.length} dated events in ${model.lanes.length} lanes`}
            width={width}
            height={layout.height}
            style={{ left: laneNames }}
          >
            <Fades />
            <TickLines scale={scale} height={layout.height} />
            <RelationLinks links={links} selected={selected} eventOf={model.eventOf} lanes={visible} />
            {visible.map(lane => (
              <LaneMarks key={lane.lane.key} lane={lane} scale={scale} selected={selected} />
            ))}
          </svg>
          <div
            ref={list}
            className="tl-options"
            role="listbox"
            aria-label="Events on the timeline"
            aria-activedescendant={isDrawn ? `${id}${selected}` : undefined}
            tabIndex={0}
            style={{ left: laneNames, width }}
            onKeyDown={props.onKeyDown}
          >
            {visible.map(lane => (
              <LaneOptions
                key={lane.lane.key}
                {...{ lane, scale, selected, idPrefix: id, onSelect, onOpen, onShow, whole }}
              />
            ))}
          </div>
        </div>
      </div>
    </>
  )
}

function LaneName({ lane: placed, scale }: { lane: PlacedLane; scale: TimeScale }) {
  const { lane, top, height } = placed
  const course = lane.course?.until === null && !hasRoomForCourse(placed, scale) ? lane.course.words : ''
  return (
    <div className="tl-name" style={{ top, height, width: laneNames }}>
      <span title={lane.title}>{lane.title}</span>
      <small title={lane.subtitle}>{lane.subtitle}</small>
      {course !== '' && <em>{course}</em>}
    </div>
  )
}

interface LaneOptionsProps {
  lane: PlacedLane
  scale: TimeScale
  selected: AnnotationId | null
  idPrefix: string
  whole: DayStretch
  onSelect(id: AnnotationId): void
  onOpen(id: AnnotationId): void
  onShow(shown: DayStretch): void
}

function LaneOptions({ lane, scale, selected, idPrefix, whole, onSelect, onOpen, onShow }: LaneOptionsProps) {
  const open = ({ x1, x2 }: PlacedCluster) => {
    const closer = zoom(scale, 4, scale.day((x1 + x2) / 2), whole)
    onShow(closer.until - closer.from < scale.until - scale.from ? closer : whole)
  }
  return (
    <>
      {lane.placed.map(({ item, x1, x2, y, label }) => {
        const middle = (x1 + x2) / 2
        const left = Math.min(
          middle - 13,
          x1,
          label?.anchor === 'end' ? label.x - measureLabel(item.title) : Infinity
        )
        const right = Math.max(
          middle + 13,
          x2,
          label?.anchor === 'start' ? label.x + measureLabel(item.title) : 0
        )
        return (
          <div
            key={item.id}
            id={`${idPrefix}${item.id}`}
            role="option"
            aria-selected={item.id === selected}
            aria-label={`${item.title}, ${lane.lane.title}`}
            style={{ left, width: right - left, top: lane.top + y - 10 }}
            onClick={() => onSelect(item.id)}
            onDoubleClick={() => onOpen(item.id)}
          />
        )
      })}
      {lane.clusters.map(cluster => (
        <div
          key={cluster.items[0]?.id}
          role="option"
          aria-selected={false}
          aria-label={`${cluster.words}, ${lane.lane.title}: look closer`}
          style={{ left: cluster.x1, width: cluster.x2 - cluster.x1, top: lane.top + cluster.y - 10 }}
          onClick={() => open(cluster)}
        />
      ))}
    </>
  )
}

/** What bars are filled with where they have no sharp end. */
function Fades() {
  return (
    <defs>
      <linearGradient id="tl-rises">
        <stop offset="0" stopColor="var(--legal-line)" stopOpacity="0" />
        <stop offset="1" stopColor="var(--legal-line)" />
      </linearGradient>
      <linearGradient id="tl-fades">
        <stop offset="0" stopColor="var(--legal-line)" />
        <stop offset="1" stopColor="var(--legal-line)" stopOpacity="0" />
      </linearGradient>
    </defs>
  )
}

/** Px above and below the screen for which lanes are drawn. */
const overscan = 400

/** The lanes on screen; with three hundred parties only a few of them are. */
function useVisibleLanes(scroller: RefObject<HTMLDivElement | null>, lanes: readonly PlacedLane[]) {
  const [top, setTop] = useState(() => useTimelineStore.getState().scrollTop)
  const { height } = useSize(scroller)
  useEffect(() => {
    const { current } = scroller
    current?.scrollTo({ top: useTimelineStore.getState().scrollTop })
  }, [scroller])
  const onScroll = () => {
    const now = scroller.current?.scrollTop ?? 0
    useTimelineStore.setState({ scrollTop: now })
    // Drawn in steps, so that not each px scrolled draws anew.
    setTop(Math.round(now / 100) * 100)
  }
  const visible = useMemo(
    () =>
      lanes.filter(
        lane => lane.top + lane.height > top - overscan && lane.top < top + Math.max(height, 300) + overscan
      ),
    [lanes, top, height]
  )
  return { visible, onScroll }
}

function useBringIntoView(
  scroller: RefObject<HTMLDivElement | null>,
  lanes: readonly PlacedLane[],
  selected: AnnotationId | null
) {
  const latest = useRef(lanes)
  useEffect(() => {
    latest.current = lanes
  })
  useEffect(() => {
    const { current } = scroller
    const standing = latest.current.filter(({ lane }) => lane.items.some(({ id }) => id === selected))
    const [first] = standing
    if (current === null || first === undefined) return
    const isIn = ({ top, height }: PlacedLane) =>
      top >= current.scrollTop && top + height <= current.scrollTop + current.clientHeight
    if (standing.some(isIn)) return
    const above = first.top < current.scrollTop
    current.scrollTo({ top: above ? first.top : first.top + first.height - current.clientHeight })
  }, [scroller, selected])
}
