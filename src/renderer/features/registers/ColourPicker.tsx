import { useId } from 'react'

/** Told apart on light and on dark paper; the first three are the hues of the layers. */
const colours: readonly { hex: string; name: string }[] = [
  { hex: '#1f5fb8', name: 'Blue' },
  { hex: '#b06a00', name: 'Amber' },
  { hex: '#00756a', name: 'Teal' },
  { hex: '#b3501e', name: 'Rust' },
  { hex: '#8c4a9e', name: 'Plum' },
  { hex: '#4f7a28', name: 'Moss' },
  { hex: '#b03a5b', name: 'Rose' },
  { hex: '#757c7d', name: 'Grey' }
]

interface ColourPickerProps {
  colour: string | undefined
  onChange(colour: string | undefined): void
}

/** A few colours and none. A colour from elsewhere is shown as one more. */
export function ColourPicker({ colour, onChange }: ColourPickerProps) {
  const name = useId()
  const isOther = colour !== undefined && !colours.some(({ hex }) => hex === colour)
  const offered = isOther ? [...colours, { hex: colour, name: colour }] : colours
  return (
    <div className="form-field">
      <span className="register-label">Colour</span>
      <div className="colour-picker" role="radiogroup" aria-label="Colour">
        <label title="No colour">
          <input
            type="radio"
            name={name}
            aria-label="No colour"
            checked={colour === undefined}
            onChange={() => onChange(undefined)}
          />
          <i aria-hidden="true" data-none="" />
        </label>
        {offered.map(option => (
          <label key={option.hex} title={option.name}>
            <input
              type="radio"
              name={name}
              aria-label={option.name}
              checked={option.hex === colour}
              onChange={() => onChange(option.hex)}
            />
            <i aria-hidden="true" style={{ background: option.hex }} />
          </label>
        ))}
      </div>
    </div>
  )
}
