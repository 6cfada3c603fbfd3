import { useId } from 'react'
import { offeredColours } from '../../../core/codebook/layer-colours'
import { lineColour } from '../../ui/layer-colour'
import { CommitField } from './CommitField'

interface ColourFieldProps {
  value: string
  warning: string | null
  onCommit(colour: string): string | null
}

/** One of the offered colours, or any other by its digits. */
export function ColourField({ value, warning, onCommit }: ColourFieldProps) {
  const name = useId()
  const offered = offeredColours.find(row => row.colour === value)
  return (
    <div className="colour-field">
      <div className="form-field">
        <span className="form-label">Colour</span>
        <div className="swatches" role="radiogroup" aria-label="Colour">
          {offeredColours.map(({ colour, name: colourName }) => (
            <label key={colour} title={colourName}>
              <input
                type="radio"
                name={name}
                aria-label={colourName}
                checked={colour === value}
                onChange={() => void onCommit(colour)}
              />
              <span style={{ background: lineColour(colour) }} />
            </label>
          ))}
        </div>
      </div>
      <CommitField
        label="Own colour"
        isCode
        value={offered === undefined || value.startsWith('#') ? value : ''}
        maximum={7}
        warning={warning}
        hint="As # and six digits, such as #a04fb5"
        onCommit={text => (text.trim() === '' ? null : onCommit(text.trim().toLowerCase()))}
      />
    </div>
  )
}
