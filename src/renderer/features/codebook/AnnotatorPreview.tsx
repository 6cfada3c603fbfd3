import { roleName } from '../../../core/annotation/parts'
import { offeredOptions, type Attribute, type Layer } from '../../../core/project/codebook'
import { LayerMark } from '../../ui/LayerMark'
import { lineColour } from '../../ui/layer-colour'
import '../../ui/segmented-control.css'
import './annotator-preview.css'

interface AnnotatorPreviewProps {
  layer: Layer
  /** The id of the attribute that is being edited. */
  selected: string | undefined
}

/** The layer as it will look to who tags: its button, its line in the text, and its fields. Nothing works here. */
export function AnnotatorPreview({ layer, selected }: AnnotatorPreviewProps) {
  const offered = layer.attributes.filter(attribute => attribute.retired !== true)
  const shown = offered.filter(attribute => attribute.secondary !== true || attribute.id === selected)
  const folded = offered.filter(attribute => !shown.includes(attribute))
  return (
    <section className="annotator-preview" aria-label="Preview">
      <h2>As the annotator sees it</h2>
      <div inert>
        <div className="preview-toolbar">
          <span>
            <LayerMark initial={layer.initial} colour={layer.colour} lineStyle={layer.lineStyle} />
            {layer.name}
            {layer.key !== undefined && <kbd>{layer.key}</kbd>}
          </span>
          {layer.spanRoles.slice(1, 4).map(role => (
            <span key={role}>{roleName(role)}</span>
          ))}
        </div>
        <p className="preview-text">
          What was said in the hearing{' '}
          <span
            style={{
              textDecorationColor: lineColour(layer.colour),
              textDecorationStyle: layer.lineStyle
            }}
            data-line={layer.lineStyle}
          >
            and how it was reported the next day
          </span>{' '}
          are two things.
        </p>
        {shown.map(attribute => (
          <div key={attribute.id} className="preview-field" data-selected={attribute.id === selected}>
            <div>
              {attribute.name}
              {attribute.required === true && <em>needed</em>}
              {attribute.key !== undefined && <kbd>{attribute.key.toUpperCase()}</kbd>}
            </div>
            <Control attribute={attribute} />
          </div>
        ))}
        {offered.length === 0 && (
          <p className="form-hint">This layer has no attributes: a passage and a memo.</p>
        )}
        {folded.length > 0 && (
          <p className="preview-more">More: {folded.map(row => row.name.toLowerCase()).join(', ')}</p>
        )}
      </div>
    </section>
  )
}

/** As many as fit side by side, as the inspector has it. */
const mostSegments = 5
const longestRow = 44

function Control({ attribute }: { attribute: Attribute }) {
  const options = offeredOptions(attribute)
  const names = options.map(option => option.name)
  switch (attribute.kind) {
    case 'choice':
      return options.length > 0 && options.length <= mostSegments && names.join('').length <= longestRow ? (
        <div className="segmented segments">
          {options.map((option, at) => (
            <label key={option.id}>
              <input type="radio" checked={at === 0} readOnly />
              {option.name}
              {option.key !== undefined && <kbd>{option.key.toUpperCase()}</kbd>}
            </label>
          ))}
        </div>
      ) : (
        <Box text={names[0] ?? 'Not set'} isList />
      )
    case 'multi-choice':
      return <Box text={names.slice(0, 2).join(', ') || 'None chosen'} isList />
    case 'boolean':
      return (
        <div className="segmented">
          <label>Yes</label>
          <label>No</label>
        </div>
      )
    case 'long-text':
      return <Box text="" isTall />
    case 'scale':
      return <Box text={`${attribute.minimum ?? 1} to ${attribute.maximum ?? 5}`} />
    case 'actor':
    case 'issue':
    case 'case':
      return <Box text={`Choose or add ${attribute.kind === 'case' ? 'a' : 'an'} ${attribute.kind}`} />
    case 'parties':
      return <Box text="Add an actor" />
    case 'date':
      return <Box text="2018-04" />
    case 'text':
    case 'number':
    case 'links':
    case 'counts':
      return <Box text="" />
  }
}

function Box({ text, isTall = false, isList = false }: { text: string; isTall?: boolean; isList?: boolean }) {
  return (
    <div className="preview-box" data-tall={isTall} data-list={isList}>
      {text}
    </div>
  )
}
