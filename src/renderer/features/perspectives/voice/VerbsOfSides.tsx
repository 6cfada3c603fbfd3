import { sideSigns } from '../../../../core/perspective/sides'
import {
  classNames,
  countedClasses,
  countOfClass,
  type VerbsOfSide
} from '../../../../core/perspective/verbs-of-saying'
import type { ShownPassages } from '../../../persistence/study-view'
import { SideGlyph } from '../SideGlyph'
import { countOf } from './share-words'

interface VerbsOfSidesProps {
  sides: readonly VerbsOfSide[]
  onShowPassages(passages: ShownPassages): void
}

/** The verbs that introduce each side, neutral and loaded, with how often; each leads to its passages. */
export function VerbsOfSides({ sides, onShowPassages }: VerbsOfSidesProps) {
  if (sides.every(({ verbs }) => countedClasses.every(one => verbs[one].length === 0)))
    return (
      <p className="voice-none">
        No cue is marked in these perspectives. Mark the words that attribute a view, such as “argued”, as its
        cue.
      </p>
    )
  return (
    <table className="voice-verbs">
      <thead>
        <tr>
          <th scope="col">Stance</th>
          {countedClasses.map(one => (
            <th key={one} scope="col">
              {classNames[one]}
            </th>
          ))}
          <th scope="col">No cue marked</th>
        </tr>
      </thead>
      <tbody>
        {sides.map(side => (
          <tr key={side.voice.key}>
            <th scope="row">
              {side.voice.side !== null && <SideGlyph shape={sideSigns[side.voice.side].shape} size={10} />}
              {side.voice.name}
            </th>
            {countedClasses.map(one => (
              <td key={one}>
                {countOfClass(side, one) > 0 && <b>{countOfClass(side, one)}</b>}
                {side.verbs[one].map(({ verb, passages }) => (
                  <button
                    key={verb}
                    type="button"
                    aria-label={`${verb}, ${countOf(passages.length, 'passage')}`}
                    onClick={() => onShowPassages({ title: `${side.voice.name}: “${verb}”`, ids: passages })}
                  >
                    {verb}
                    {passages.length > 1 && <em> {passages.length}</em>}
                  </button>
                ))}
              </td>
            ))}
            <td>
              {side.unmarked.length > 0 && (
                <button
                  type="button"
                  aria-label={`No cue marked, ${countOf(side.unmarked.length, 'passage')}`}
                  onClick={() =>
                    onShowPassages({ title: `${side.voice.name}: no cue marked`, ids: side.unmarked })
                  }
                >
                  {side.unmarked.length}
                </button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
