import type { ReactNode } from 'react'
import type { Attribute } from '../../../../core/project/codebook'
import { fieldId } from './field-props'

interface FieldProps {
  attribute: Attribute
  isMissing: boolean
  /** False where the control labels itself (groups of radios, chips). */
  labelsControl?: boolean
  children: ReactNode
}

/** A labelled row of the inspector; guidance is its tooltip, a missing required value is said in words. */
export function Field({ attribute, isMissing, labelsControl = true, children }: FieldProps) {
  return (
    <div className="field" data-attribute={attribute.id} title={attribute.guidance}>
      <div className="field-label">
        {labelsControl ? (
          <label htmlFor={fieldId(attribute.id)}>{attribute.name}</label>
        ) : (
          <span aria-hidden="true">{attribute.name}</span>
        )}
        {attribute.retired === true && <span className="field-missing">retired</span>}
        {isMissing && <span className="field-missing">needed</span>}
        {attribute.key !== undefined && <kbd aria-hidden="true">{attribute.key.toUpperCase()}</kbd>}
      </div>
      {children}
    </div>
  )
}
