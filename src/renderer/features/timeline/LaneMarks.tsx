import { barParts, type PlacedItem, type PlacedLane } from '../../../core/chronology/timeline-layout'
import type { TimeScale } from '../../../core/chronology/time-axis'
import type { AnnotationId } from '../../../core/project/ids'
import { measureLabel } from './measure-label'

interface LaneMarksProps {
  lane: PlacedLane
  scale: TimeScale
  selected: AnnotationId | null
}

/** What a lane holds, drawn: dots, bars with the ends their dates have, labels, clusters, and its course. */
export function LaneMarks({ lane, scale, selected }: LaneMarksProps) {
  return (
    <g transform={`translate(0 ${lane.top})`}>
      <line className="tl-rule" x1={-500} x2={scale.width} y1={lane.height} y2={lane.height} />
      <Course lane={lane} scale={scale} />
      {lane.placed.map(one => (
        <Mark key={one.item.id} placed={one} scale={scale} isSelected={one.item.id === selected} />
      ))}
      {lane.clusters.map(({ x1, x2, y, words, items }) => (
        <g key={items[0]?.id} className="tl-cluster">
          <rect x={x1} y={y - 9} width={x2 - x1} height={18} rx={9} />
          <text x={(x1 + x2) / 2} y={y + 4} textAnchor="middle">
            {words}
          </text>
        </g>
      ))}
    </g>
  )
}

/** Whether the words of an open case can stand at the end of its line; else they stand with its name. */
export function hasRoomForCourse({ placed, clusters, height }: PlacedLane, scale: TimeScale): boolean {
  const limit = scale.width - 150
  const isLow = (y: number) => y + 10 >= height - 20
  return (
    clusters.every(({ x2, y }) => !isLow(y) || x2 < limit) &&
    placed.every(({ item, x2, y, label }) => {
      const end = label?.anchor === 'start' ? label.x + measureLabel(item.title) : x2
      return !isLow(y) || Math.max(end, x2) < limit
    })
  )
}

/** From the opening of a case to its end; without an end it fades out, and says so. */
function Course({ lane, scale }: Pick<LaneMarksProps, 'lane' | 'scale'>) {
  const { height } = lane
  const { course } = lane.lane
  if (course === null || course.from >= scale.until) return null
  const x1 = Math.max(0, scale.x(course.from))
  const x2 = Math.min(scale.width, course.until === null ? scale.width : scale.x(course.until))
  if (x2 <= x1) return null
  const y = height - 6
  const isClear = hasRoomForCourse(lane, scale)
  return (
    <g className="tl-course">
      <rect
        x={x1}
        y={y}
        width={x2 - x1}
        height={1.5}
        fill={course.until === null ? 'url(#tl-fades)' : undefined}
        data-open={course.until === null}
      />
      {course.until === null && isClear && (
        <text x={scale.width - 4} y={y - 5} textAnchor="end">
          {course.words}
        </text>
      )}
    </g>
  )
}

interface MarkProps {
  placed: PlacedItem
  scale: TimeScale
  isSelected: boolean
}

function Mark({ placed, scale, isSelected }: MarkProps) {
  const { item, x1, x2, y, label } = placed
  return (
    <g className="tl-mark" data-look={item.look} data-selected={isSelected}>
      {isSelected && (
        <rect
          className="tl-ring"
          x={x1 - (item.drawn.shape === 'dot' ? 10 : 4)}
          y={y - 10}
          width={x2 - x1 + (item.drawn.shape === 'dot' ? 20 : 8)}
          height={20}
          rx={10}
        />
      )}
      {item.drawn.shape === 'dot' ? (
        <Dot x={x1} y={y} isDiamond={item.look === 'passage'} />
      ) : (
        barParts(item, scale).map(({ kind, x, width }) => (
          <rect
            key={kind}
            className={`tl-bar is-${kind}`}
            x={x}
            y={y - 5}
            width={width}
            height={10}
            fill={kind === 'solid' ? undefined : `url(#tl-${kind})`}
          />
        ))
      )}
      {label !== null && (
        <text
          x={label.x + (isSelected ? (label.anchor === 'start' ? 5 : -5) : 0)}
          y={label.y + 4.5}
          textAnchor={label.anchor}
        >
          {item.title}
        </text>
      )}
    </g>
  )
}

function Dot({ x, y, isDiamond }: { x: number; y: number; isDiamond: boolean }) {
  if (isDiamond) return <path className="tl-dot" d={`M${x} ${y - 6}l6 6-6 6-6-6Z`} />
  return (
    <>
      <circle className="tl-dot" cx={x} cy={y} r={5.2} />
      <circle className="tl-dot-in" cx={x} cy={y} r={2.6} />
    </>
  )
}
