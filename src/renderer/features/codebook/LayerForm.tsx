import { changeLayer, changeLayerId, renameLayer, setLayerKey } from '../../../core/codebook/layer-edits'
import { keyProblem } from '../../../core/codebook/keys'
import { contrastProblem } from '../../../core/codebook/layer-colours'
import { lineStyles, type Layer } from '../../../core/project/codebook'
import { LayerMark } from '../../ui/LayerMark'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { ColourField } from './ColourField'
import { CommitField } from './CommitField'
import type { FormContext } from './form-context'
import { KeyField } from './KeyField'
import { knownIdHint } from './known-id-hint'
import { PlaceActions } from './PlaceActions'
import { SpanRoles } from './SpanRoles'

const lineNames = { solid: 'Solid', dotted: 'Dotted', double: 'Double', dashed: 'Dashed' } as const
const lineOptions = lineStyles.map(id => ({ id, name: lineNames[id] }))

/** Everything about one layer but its attributes. */
export function LayerForm({ layer, context }: { layer: Layer; context: FormContext }) {
  const { draft, annotations, edit } = context
  const { id } = layer
  return (
    <section className="codebook-form" aria-label={`Layer ${layer.name}`}>
      <header>
        <LayerMark initial={layer.initial} colour={layer.colour} lineStyle={layer.lineStyle} />
        <h2>{layer.name}</h2>
        {layer.retired === true && <em className="retired-note">Retired: kept, and no longer offered</em>}
        <PlaceActions
          place={{ layer: id }}
          name={layer.name}
          isRetired={layer.retired === true}
          context={context}
        />
      </header>
      <div className="form-row">
        <CommitField
          label="Name"
          value={layer.name}
          maximum={60}
          onCommit={name => edit(renameLayer(draft, id, name))}
        />
        <CommitField
          label="Plural"
          value={layer.pluralName}
          maximum={60}
          onCommit={pluralName => edit(changeLayer(draft, id, { pluralName }))}
        />
        <CommitField
          label="Id in data and exports"
          isCode
          value={id}
          maximum={100}
          {...knownIdHint({ layer: id })}
          onCommit={to => edit(changeLayerId(draft, id, to.trim(), annotations))}
        />
      </div>
      <div className="form-row">
        <KeyField
          label="Key"
          value={layer.key ?? ''}
          problem={keyProblem(draft.content, { layer: id }, layer.key ?? '', context.taken)}
          onCommit={key => edit(setLayerKey(draft, id, key, context.taken))}
        />
        <div className="key-field">
          <CommitField
            label="Initial"
            value={layer.initial}
            maximum={2}
            onCommit={initial => edit(changeLayer(draft, id, { initial: initial.trim() }))}
          />
        </div>
        <div className="form-field">
          <span className="form-label">Line</span>
          <SegmentedControl
            label="Line"
            options={lineOptions}
            value={layer.lineStyle}
            onChange={lineStyle => void edit(changeLayer(draft, id, { lineStyle }))}
          />
        </div>
      </div>
      <ColourField
        value={layer.colour}
        warning={contrastProblem(layer.colour)}
        onCommit={colour => edit(changeLayer(draft, id, { colour }))}
      />
      <CommitField
        label="Guidance"
        isLong
        value={layer.guidance ?? ''}
        hint="When to tag with this layer, and what to mark. It is printed in the guideline."
        onCommit={guidance => edit(changeLayer(draft, id, { guidance }))}
      />
      <SpanRoles layer={layer} context={context} />
    </section>
  )
}
