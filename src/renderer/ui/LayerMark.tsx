import { lineColour, textColour } from './layer-colour'
import './layer-mark.css'

interface LayerMarkProps {
  initial: string
  /** A colour token's name or a hex colour. */
  colour: string
  lineStyle: 'solid' | 'dotted' | 'double' | 'dashed'
}

/** A layer's initial, underlined in its own line style: known without colour. Decorative. */
export function LayerMark({ initial, colour, lineStyle }: LayerMarkProps) {
  const style = {
    color: textColour(colour),
    borderBottomColor: lineColour(colour),
    borderBottomStyle: lineStyle
  }
  return (
    <span className="layer-mark" data-line={lineStyle} style={style} aria-hidden="true">
      {initial}
    </span>
  )
}
