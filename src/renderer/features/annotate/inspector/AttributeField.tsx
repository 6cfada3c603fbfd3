import type { RowChange } from '../../../../core/history/change-set'
import type { Attribute } from '../../../../core/project/codebook'
import type { Annotation } from '../../../../core/project/entities'
import type { ProjectRegisters } from '../use-registers'
import { ChoiceField, MultiChoiceField } from './ChoiceField'
import { Field } from './Field'
import type { FieldChange } from './field-props'
import { PartiesField, RegisterField } from './RegisterFields'
import type { FieldContext } from './register-rows'
import { BooleanField, CountsField, DateField, LinksField, NumberField, TextField } from './TextFields'

interface AttributeFieldProps {
  attribute: Attribute
  annotation: Annotation
  isMissing: boolean
  registers: ProjectRegisters
  context: FieldContext
  onChange(value: FieldChange, alongside?: readonly RowChange[]): void
}

/** The control that fits an attribute's kind. */
export function AttributeField(props: AttributeFieldProps) {
  const { attribute, isMissing } = props
  return (
    <Field attribute={attribute} isMissing={isMissing} labelsControl={labelsControl(attribute)}>
      <Control {...props} />
    </Field>
  )
}

/** Groups name themselves: a label element can only point at a single control. */
function labelsControl({ kind }: Attribute): boolean {
  return !['choice', 'multi-choice', 'counts', 'parties', 'boolean', 'actor', 'issue', 'case'].includes(kind)
}

function Control({ attribute, annotation, registers, context, onChange }: AttributeFieldProps) {
  const field = { attribute, value: annotation.attributes[attribute.id], onChange }
  switch (attribute.kind) {
    case 'choice':
      return <ChoiceField {...field} />
    case 'multi-choice':
      return <MultiChoiceField {...field} />
    case 'text':
    case 'long-text':
      return <TextField {...field} />
    case 'number':
    case 'scale':
      return <NumberField {...field} />
    case 'boolean':
      return <BooleanField {...field} />
    case 'date':
      return <DateField {...field} onRefuse={context.notify} />
    case 'actor':
    case 'issue':
    case 'case':
      return <RegisterField {...field} kind={attribute.kind} registers={registers} context={context} />
    case 'links':
      return <LinksField {...field} />
    case 'parties':
      return <PartiesField {...field} registers={registers} context={context} />
    case 'counts':
      return <CountsField {...field} />
  }
}
