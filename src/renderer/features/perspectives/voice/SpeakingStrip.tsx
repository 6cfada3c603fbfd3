import type { SpeakingStrip as Strip } from '../../../../core/perspective/speaking-strip'
import { sides, sideSigns, type Side } from '../../../../core/perspective/sides'
import type { ShownPassages } from '../../../persistence/study-view'
import { SideGlyph } from '../../../ui/SideGlyph'

interface SpeakingStripProps {
  strip: Strip
  onShowPassages(passages: ShownPassages): void
}

/** Where over the length of one article each side speaks: a line per side, a tick per piece. */
export function SpeakingStrip({ strip, onShowPassages }: SpeakingStripProps) {
  const { title } = strip.of.article
  const lines: readonly (Side | null)[] = [...sides, null]
  return (
    <div className="strip" role="group" aria-label={`Where the sides speak in ${title}`}>
      <h4>{title}</h4>
      {lines.map(side => {
        const marks = strip.marks.filter(mark => mark.side === side)
        if (marks.length === 0) return null
        const name = side === null ? 'No stance' : sideSigns[side].name
        const ids = [...new Set(marks.map(({ id }) => id))]
        return (
          <button
            key={name}
            type="button"
            className="strip-line"
            aria-label={`${name}, ${ids.length === 1 ? '1 passage' : `${ids.length} passages`} from ${placeOf(marks[0]?.from)} to ${placeOf(marks.at(-1)?.to)} of the text`}
            onClick={() => onShowPassages({ title: `${name} in ${title}`, ids })}
          >
            <span className="strip-name">
              {side !== null && <SideGlyph shape={sideSigns[side].shape} size={9} />}
            </span>
            <svg viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
              <path className="strip-axis" d="M0 5H1000" />
              {marks.map(({ from, to }, i) => (
                <rect key={i} x={from * 1000} y={0} width={Math.max((to - from) * 1000, 2.5)} height={10} />
              ))}
            </svg>
          </button>
        )
      })}
    </div>
  )
}

function placeOf(part = 0): string {
  return `${Math.round(part * 100)} percent`
}
