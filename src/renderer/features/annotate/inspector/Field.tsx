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
  const label = (
    <>
      {attribute.name}
      {isMissing && <span className="field-missing">needed</span>}
      {attribute.key !== undefined && <kbd aria-hidden="true">{attribute.key.toUpperCase()}</kbd>}
    </>
  )
  return (
    <div className="field" data-attribute={attribute.id} title={attribute.guidance}>
      {labelsControl ? (
        <label className="field-label" htmlFor={fieldId(attribute.id)}>
          {label}
        </label>
      ) : (
        <span className="field-label" aria-hidden="true">
          {label}
        </span>
      )}
      {children}
    </div>
  )
}
