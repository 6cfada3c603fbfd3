import { ticksOf, type TimeScale } from '../../../core/chronology/time-axis'

/** The least px between ticks. */
const tickRoom = 58

/** Dates along the top. */
export function TimeAxis({ scale }: { scale: TimeScale }) {
  return (
    <svg className="tl-axis" width={scale.width} height={26} aria-hidden="true">
      {ticksOf(scale, tickRoom).map(({ day, label, isMajor }) => (
        <text key={day} x={scale.x(day)} y={17} textAnchor="middle" data-major={isMajor}>
          {label}
        </text>
      ))}
    </svg>
  )
}

/** The lines under the dates, down through the lanes. */
export function TickLines({ scale, height }: { scale: TimeScale; height: number }) {
  return ticksOf(scale, tickRoom).map(({ day }) => (
    <line key={day} className="tl-grid" x1={scale.x(day)} x2={scale.x(day)} y1={0} y2={height} />
  ))
}
