import {
  changeAttribute,
  changeAttributeId,
  changeKind,
  renameAttribute,
  setArticleVoice,
  setAttributeKey,
  setScale
} from '../../../core/codebook/attribute-edits'
import { attributeKindNames } from '../../../core/codebook/attribute-kinds'
import { keyProblem } from '../../../core/codebook/keys'
import {
  attributeKinds,
  type Attribute,
  type AttributeKind,
  type Layer
} from '../../../core/project/codebook'
import { FormField } from '../../ui/FormField'
import { LayerMark } from '../../ui/LayerMark'
import { useState } from 'react'
import { CommitField } from './CommitField'
import type { FormContext } from './form-context'
import { KeyField } from './KeyField'
import { knownIdHint } from './known-id-hint'
import { OptionTable } from './OptionTable'
import { PlaceActions } from './PlaceActions'

interface AttributeFormProps {
  layer: Layer
  attribute: Attribute
  context: FormContext
}

/** Everything about one attribute, its options included. */
export function AttributeForm({ layer, attribute, context }: AttributeFormProps) {
  const { draft, annotations, edit } = context
  const place = { layer: layer.id, attribute: attribute.id }
  const [kindError, setKindError] = useState<string | undefined>()
  return (
    <section className="codebook-form" aria-label={`Attribute ${attribute.name}`}>
      <header>
        <LayerMark initial={layer.initial} colour={layer.colour} lineStyle={layer.lineStyle} />
        <h2>{attribute.name}</h2>
        {attribute.retired === true && <em className="retired-note">Retired: kept, and no longer offered</em>}
        <PlaceActions
          place={place}
          name={attribute.name}
          isRetired={attribute.retired === true}
          context={context}
        />
      </header>
      <div className="form-row">
        <CommitField
          label="Name"
          value={attribute.name}
          maximum={100}
          onCommit={name => edit(renameAttribute(draft, place, name))}
        />
        <FormField label="Kind" error={kindError}>
          {control => (
            <select
              {...control}
              value={attribute.kind}
              onChange={event => {
                const refused = edit(
                  changeKind(draft, place, event.target.value as AttributeKind, annotations)
                )
                setKindError(refused ?? undefined)
              }}
            >
              {attributeKinds.map(kind => (
                <option key={kind} value={kind}>
                  {attributeKindNames[kind]}
                </option>
              ))}
            </select>
          )}
        </FormField>
        <CommitField
          label="Id in data and exports"
          isCode
          value={attribute.id}
          maximum={100}
          {...knownIdHint(place)}
          onCommit={to => edit(changeAttributeId(draft, place, to.trim(), annotations))}
        />
        <KeyField
          label="Key"
          value={attribute.key ?? ''}
          problem={keyProblem(draft.content, place, attribute.key ?? '', context.taken)}
          onCommit={key => edit(setAttributeKey(draft, place, key, context.taken))}
        />
      </div>
      <div className="form-checks">
        <Check
          label="Required"
          isOn={attribute.required === true}
          onChange={required => edit(changeAttribute(draft, place, { required }))}
        />
        <Check
          label="Folded away until it is filled"
          isOn={attribute.secondary === true}
          onChange={secondary => edit(changeAttribute(draft, place, { secondary }))}
        />
        {attribute.kind === 'actor' && (
          <Check
            label="Can be the article's own voice"
            isOn={attribute.allowsArticleVoice === true}
            onChange={isOn => edit(setArticleVoice(draft, place, isOn, annotations))}
          />
        )}
      </div>
      {attribute.kind === 'scale' && <ScaleEnds attribute={attribute} context={context} layer={layer} />}
      <CommitField
        label="Guidance"
        isLong
        value={attribute.guidance ?? ''}
        hint="Shown where the attribute is set, and printed in the guideline."
        onCommit={guidance => edit(changeAttribute(draft, place, { guidance }))}
      />
      {attribute.options !== undefined && (
        <OptionTable layer={layer} attribute={attribute} context={context} />
      )}
    </section>
  )
}

interface CheckProps {
  label: string
  isOn: boolean
  onChange(isOn: boolean): string | null
}

function Check({ label, isOn, onChange }: CheckProps) {
  const [error, setError] = useState<string | null>(null)
  return (
    <div>
      <label>
        <input type="checkbox" checked={isOn} onChange={event => setError(onChange(event.target.checked))} />
        {label}
      </label>
      {error !== null && (
        <p className="form-error" role="alert">
          {error}
        </p>
      )}
    </div>
  )
}

function ScaleEnds({ layer, attribute, context }: AttributeFormProps) {
  const { draft, annotations, edit } = context
  const { minimum = 1, maximum = 5 } = attribute
  const place = { layer: layer.id, attribute: attribute.id }
  const set = (ends: { minimum: number; maximum: number }) => edit(setScale(draft, place, ends, annotations))
  return (
    <div className="form-row">
      <CommitField
        label="From"
        value={String(minimum)}
        maximum={12}
        onCommit={text => set({ minimum: Number(text), maximum })}
      />
      <CommitField
        label="To"
        value={String(maximum)}
        maximum={12}
        onCommit={text => set({ minimum, maximum: Number(text) })}
      />
    </div>
  )
}
