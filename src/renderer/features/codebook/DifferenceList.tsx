import type { CodebookDifference } from '../../../core/codebook/diff-codebooks'
import './difference-list.css'

/** More is not read; the rest is counted. */
const mostShown = 200

/** Differences by layer, in words. */
export function DifferenceList({ differences }: { differences: readonly CodebookDifference[] }) {
  if (differences.length === 0) return <p className="form-hint">Nothing differs.</p>
  const shown = differences.slice(0, mostShown)
  const layers = [...new Set(shown.map(difference => difference.layer))]
  return (
    <div className="difference-list" role="group" aria-label="Differences">
      {layers.map(layer => (
        <section key={layer}>
          <h3>{layer === '' ? 'Codebook' : layer}</h3>
          <ul>
            {shown
              .filter(difference => difference.layer === layer)
              .map((difference, at) => (
                <li key={at}>{difference.text}</li>
              ))}
          </ul>
        </section>
      ))}
      {differences.length > mostShown && <p>and {differences.length - mostShown} more</p>}
    </div>
  )
}
